import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ActionButton,
  formatDate,
  Panel,
  tokensOf,
  useNow,
} from '@airworthy/plugin-readiness-react';
import type { RecordRow } from '@airworthy/plugin-tradeoffs-common';
import { RecordLink, ReviewText, StandingChip } from '../components';
import type { Axis } from '../hooks/useAxes';
import { tradeoffsTranslationRef } from '../translation';
import { lanesOf, type Lane } from './lanes';
import { LanesChart } from './LanesChart';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      key: {
        display: 'inline-flex',
        alignItems: 'center',
        gap: 6,
        fontSize: 12.5,
        color: tokens.textSecondary,
      },
      due: {
        fill: 'none',
        stroke: tokens.tones.attention.solid,
        strokeWidth: 2,
      },
      bad: { fill: tokens.tones.attention.solid },
      body: { padding: '0 20px 16px', overflowX: 'auto' },
      table: {
        width: '100%',
        borderCollapse: 'collapse',
        fontSize: 13,
        lineHeight: '18px',
        '& th, & td': {
          padding: '6px 12px 6px 0',
          borderTop: `1px solid ${tokens.line}`,
          textAlign: 'left',
          verticalAlign: 'top',
          fontWeight: 400,
        },
        '& thead th': { color: tokens.textSecondary, fontSize: 12 },
      },
      chips: { display: 'flex', flexWrap: 'wrap', gap: 6 },
    };
  },
  { name: 'AirworthySupersessionPanel' },
);

/** @internal */
export interface SupersessionPanelProps {
  entityRef: string;
  axes: readonly Axis[];
  records: readonly RecordRow[];
  table: boolean;
  onTable: (table: boolean) => void;
}

/** Which record was in force when, on each axis. */
export function SupersessionPanel(props: SupersessionPanelProps) {
  const { entityRef, axes, records, table, onTable } = props;
  const { t } = useTranslationRef(tradeoffsTranslationRef);
  const classes = useStyles();
  const now = useNow();
  const lanes = lanesOf({ entityRef, axes, records, now });
  return (
    <Panel
      title={t('lanes.title')}
      actions={
        <>
          <span className={classes.key}>
            <svg aria-hidden width={16} height={14}>
              <path className={classes.due} d="M8 0v14" />
            </svg>
            {t('lanes.due')}
          </span>
          <span className={classes.key}>
            <svg aria-hidden width={14} height={14}>
              <path className={classes.bad} d="M7 1 13 7 7 13 1 7Z" />
            </svg>
            {t('standing.contradicted')}
          </span>
          <ActionButton kind="text" onClick={() => onTable(!table)}>
            {t(table ? 'lanes.asChart' : 'lanes.asTable')}
          </ActionButton>
        </>
      }
    >
      <div className={classes.body}>
        {table ? (
          <LanesTable lanes={lanes} records={records} />
        ) : (
          <LanesChart lanes={lanes} now={now} />
        )}
      </div>
    </Panel>
  );
}

interface LanesTableProps {
  lanes: readonly Lane[];
  records: readonly RecordRow[];
}

function LanesTable({ lanes, records }: LanesTableProps) {
  const { t } = useTranslationRef(tradeoffsTranslationRef);
  const classes = useStyles();
  const byId = new Map(records.map(row => [row.id, row]));
  return (
    <table className={classes.table} aria-label={t('lanes.title')}>
      <thead>
        <tr>
          <th scope="col">{t('lanes.axis')}</th>
          <th scope="col">{t('lanes.record')}</th>
          <th scope="col">{t('lanes.from')}</th>
          <th scope="col">{t('lanes.to')}</th>
          <th scope="col">{t('lanes.standing')}</th>
          <th scope="col">{t('lanes.supersededBy')}</th>
        </tr>
      </thead>
      <tbody>
        {lanes.flatMap(({ axis, bars }) =>
          bars.length === 0
            ? [
                <tr key={axis.id}>
                  <th scope="row">{axis.title}</th>
                  <td colSpan={5}>{t('lanes.silent')}</td>
                </tr>,
              ]
            : bars.map(({ row, to, kind }) => {
                const successor = row.supersededBy
                  ? byId.get(row.supersededBy)
                  : undefined;
                return (
                  <tr key={`${axis.id} ${row.id}`}>
                    <th scope="row">{axis.title}</th>
                    <td>
                      <RecordLink id={row.id}>{row.title}</RecordLink>
                    </td>
                    <td>{row.date && formatDate(row.date)}</td>
                    <td>
                      {kind === 'ended' &&
                        formatDate(new Date(to).toISOString())}
                    </td>
                    <td>
                      <span className={classes.chips}>
                        <StandingChip row={row} />
                        <ReviewText row={row} />
                      </span>
                    </td>
                    <td>
                      {successor && (
                        <RecordLink id={successor.id}>
                          {successor.title}
                        </RecordLink>
                      )}
                    </td>
                  </tr>
                );
              }),
        )}
      </tbody>
    </table>
  );
}
