import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Panel, tokensOf } from '@airworthy/plugin-readiness-react';
import type { EntityTradeoffs } from '@airworthy/plugin-tradeoffs-common';
import { RecordLink } from '../components';
import { tradeoffsTranslationRef } from '../translation';

const useStyles = makeStyles(
  theme => ({
    root: { margin: 0, padding: '0 16px 12px', listStyle: 'none' },
    item: {
      padding: '6px 0',
      borderTop: `1px solid ${tokensOf(theme).line}`,
      fontSize: 13,
      lineHeight: '19px',
      overflowWrap: 'anywhere',
      '&:first-child': { borderTop: 0 },
    },
    records: {
      display: 'block',
      fontSize: 12.5,
      color: tokensOf(theme).textSecondary,
    },
  }),
  { name: 'AirworthyBetweenRecords' },
);

/** @internal */
export interface BetweenRecordsPanelProps {
  tradeoffs: EntityTradeoffs;
}

/** Records that do not go together, in words. */
export function BetweenRecordsPanel({ tradeoffs }: BetweenRecordsPanelProps) {
  const { t } = useTranslationRef(tradeoffsTranslationRef);
  const classes = useStyles();
  const { contradictions, records } = tradeoffs;
  const names = new Map(records.map(row => [row.id, row.name]));
  return (
    <Panel
      dense
      title={t('between.title')}
      note={t('between.note', { count: contradictions.length })}
    >
      <ul className={classes.root}>
        {contradictions.map((finding, index) => (
          <li key={index} className={classes.item}>
            {finding.words}
            <span className={classes.records}>
              {finding.recordIds.map((id, place) => (
                <span key={id}>
                  {place > 0 && ', '}
                  <RecordLink id={id}>
                    {names.get(id) ?? t('between.other')}
                  </RecordLink>
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
