import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { RecordAcceptance } from '@airworthy/plugin-tradeoffs-common';
import {
  formatDate,
  Glyph,
  tokensOf,
  useNow,
  useToneStyles,
} from '@airworthy/plugin-readiness-react';
import { tradeoffsTranslationRef } from '../translation';
import { CheckLink } from './CheckLink';
import { RecordLink } from './RecordLink';
import { daysUntil } from './standing';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: { margin: 0, padding: '0 16px 12px', listStyle: 'none' },
      item: {
        display: 'grid',
        gridTemplateColumns: '18px minmax(0, 1fr) auto',
        gap: '0 6px',
        padding: '6px 0',
        borderTop: `1px solid ${tokens.line}`,
        fontSize: 13,
        lineHeight: '18px',
        overflowWrap: 'anywhere',
        '&:first-child': { borderTop: 0 },
        '& svg': { marginTop: 1 },
      },
      idle: { color: tokens.textSecondary },
      sub: {
        gridColumn: '2 / -1',
        color: tokens.textSecondary,
        fontSize: 12.5,
      },
    };
  },
  { name: 'AirworthyAcceptanceList' },
);

/** @internal */
export interface AcceptanceListProps {
  acceptances: ReadonlyArray<
    RecordAcceptance & { recordId?: string; recordName?: string }
  >;
  /** Whose check it is, so that it can be led to. */
  entityRef?: string;
}

/** Checks whose failure is accepted: until when, and whether that counts. */
export function AcceptanceList(props: AcceptanceListProps) {
  const { acceptances, entityRef } = props;
  const { t } = useTranslationRef(tradeoffsTranslationRef);
  const classes = useStyles();
  const tones = useToneStyles();
  const now = useNow();
  const standing = (acceptance: RecordAcceptance) => {
    if (acceptance.state !== 'counts' || acceptance.until === undefined) {
      return acceptance.reason;
    }
    const days = daysUntil(acceptance.until, now);
    return days <= 14
      ? t('accepted.soon', { count: days })
      : t('accepted.left', { count: days });
  };
  return (
    <ul className={classes.root}>
      {acceptances.map((acceptance, index) => {
        const { check, until, state, confirmedBy, confirmedAt } = acceptance;
        const counts = state === 'counts';
        return (
          <li key={`${check} ${index}`} className={classes.item}>
            <Glyph
              name={counts ? 'accepted' : 'missing'}
              size={14}
              className={counts ? tones.accepted : classes.idle}
            />
            <b>
              {entityRef ? (
                <CheckLink entityRef={entityRef} check={check} />
              ) : (
                check
              )}
            </b>
            {until ? (
              <time dateTime={until}>{formatDate(until.slice(0, 10))}</time>
            ) : (
              <span />
            )}
            <span className={classes.sub}>
              {!counts && <b>{t(`accepted.state.${state}`)}. </b>}
              {standing(acceptance)}
              {acceptance.recordId && (
                <>
                  {' · '}
                  <RecordLink id={acceptance.recordId}>
                    {acceptance.recordName ?? acceptance.recordId}
                  </RecordLink>
                </>
              )}
              {confirmedBy && (
                <>
                  {' · '}
                  {t('accepted.confirmedBy')}{' '}
                  <EntityRefLink
                    entityRef={confirmedBy}
                    defaultKind="user"
                    hideIcon
                  />
                  {confirmedAt && <>, {formatDate(confirmedAt)}</>}
                </>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
