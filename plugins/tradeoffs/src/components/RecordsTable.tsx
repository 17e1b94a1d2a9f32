import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { formatDate, tokensOf } from '@airworthy/plugin-readiness-react';
import type { RecordRow } from '@airworthy/plugin-tradeoffs-common';
import type { Axis } from '../hooks/useAxes';
import { tradeoffsTranslationRef } from '../translation';
import { RecordLink } from './RecordLink';
import { AttentionChip, ReviewText, StandingChip } from './StandingChip';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      scroll: { overflowX: 'auto' },
      root: {
        width: '100%',
        minWidth: 820,
        borderCollapse: 'collapse',
        fontSize: 13,
        lineHeight: '18px',
        '& th, & td': {
          padding: '9px 12px 10px',
          borderTop: `1px solid ${tokens.line}`,
          textAlign: 'left',
          verticalAlign: 'top',
          fontWeight: 400,
          overflowWrap: 'anywhere',
        },
        '& th:first-child, & td:first-child': { paddingLeft: 20 },
        '& thead th': {
          color: tokens.textSecondary,
          fontSize: 12,
          lineHeight: '16px',
          paddingTop: 4,
          paddingBottom: 6,
          borderTop: 0,
        },
        '& tbody tr:hover': { backgroundColor: tokens.hover },
      },
      title: { fontSize: 14, fontWeight: 700 },
      sub: { color: tokens.textSecondary, fontSize: 12.5 },
      id: {
        fontFamily: tokens.fontMonospace,
        fontSize: 12,
        color: tokens.textSecondary,
      },
      error: { color: tokens.tones.fail.on, fontSize: 12.5 },
      chips: { display: 'flex', flexWrap: 'wrap', gap: 6, maxWidth: 200 },
      positions: { margin: 0, padding: 0, listStyle: 'none', fontSize: 12.5 },
    };
  },
  { name: 'AirworthyRecordsTable' },
);

/** @internal */
export interface RecordsTableProps {
  label: string;
  records: readonly RecordRow[];
  axes: ReadonlyMap<string, Axis>;
  /** Beside an entity, its own name need not be said. */
  entities?: boolean;
}

/** Records as rows: what each decides, whether it stands, whose it is. */
export function RecordsTable(props: RecordsTableProps) {
  const { label, records, axes, entities } = props;
  const { t } = useTranslationRef(tradeoffsTranslationRef);
  const classes = useStyles();
  return (
    <div className={classes.scroll}>
      <table className={classes.root} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{t('records.record')}</th>
            <th scope="col">{t('records.standing')}</th>
            <th scope="col">{t('records.positions')}</th>
            {entities && <th scope="col">{t('records.entity')}</th>}
            <th scope="col">{t('records.owner')}</th>
            <th scope="col">{t('records.date')}</th>
          </tr>
        </thead>
        <tbody>
          {records.map(row => (
            <tr key={row.id}>
              <th scope="row">
                <span className={classes.title}>
                  <RecordLink id={row.id}>{row.title}</RecordLink>
                </span>
                <div>
                  <span className={classes.id}>{row.name}</span>{' '}
                  <span className={classes.sub}>
                    {row.file ??
                      (row.origin === 'portal' && t('records.inPortal'))}
                  </span>
                </div>
                {row.errors > 0 && (
                  <div className={classes.error}>
                    {t('records.errors', {
                      count: row.errors,
                      line: String(row.line ?? 1),
                    })}
                  </div>
                )}
                {row.accepts > 0 && (
                  <div className={classes.sub}>
                    {t('records.accepts', {
                      checks: row.acceptedChecks.join(', '),
                    })}
                  </div>
                )}
              </th>
              <td>
                <span className={classes.chips}>
                  <StandingChip row={row} />
                  <ReviewText row={row} />
                  {row.status === 'accepted' && row.state === 'unknown' && (
                    <AttentionChip>{t('axis.unknown')}</AttentionChip>
                  )}
                  {row.pending && (
                    <AttentionChip>{t('records.pending')}</AttentionChip>
                  )}
                </span>
              </td>
              <td>
                {row.positions.length > 0 && (
                  <ul className={classes.positions}>
                    {row.positions.map(({ axis, position }) => {
                      const known = axes.get(axis);
                      return (
                        <li key={axis}>
                          {known?.title ?? axis}:{' '}
                          <b>{known?.stops[position + 2] ?? position}</b>
                        </li>
                      );
                    })}
                  </ul>
                )}
              </td>
              {entities && (
                <td>
                  {row.entityRefs.map(ref => (
                    <div key={ref}>
                      <EntityRefLink entityRef={ref} defaultKind="component" />
                    </div>
                  ))}
                  {row.redactedEntities > 0 && (
                    <span className={classes.sub}>
                      {t('records.redacted', { count: row.redactedEntities })}
                    </span>
                  )}
                </td>
              )}
              <td>
                {row.owner && (
                  <EntityRefLink entityRef={row.owner} defaultKind="group" />
                )}
              </td>
              <td>
                {row.date && (
                  <time dateTime={row.date}>{formatDate(row.date)}</time>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
