import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Panel, tokensOf } from '@airworthy/plugin-readiness-react';
import { RecordLink, SummarySentence } from '../components';
import { useResource } from '../hooks/useResource';
import { tradeoffsTranslationRef } from '../translation';

const useStyles = makeStyles(
  theme => ({
    body: { padding: '0 16px 14px' },
    from: {
      margin: '6px 0 0',
      fontSize: 12.5,
      color: tokensOf(theme).textSecondary,
    },
  }),
  { name: 'AirworthySentencePanel' },
);

/** @internal */
export interface SentencePanelProps {
  recordId: string;
}

/**
 * A record in one sentence. It stands beside what was read already: where it
 * cannot be read, or the record states no decision, it is left out.
 */
export function SentencePanel({ recordId }: SentencePanelProps) {
  const { t } = useTranslationRef(tradeoffsTranslationRef);
  const classes = useStyles();
  const { value } = useResource(`record ${recordId}`, api =>
    api.getRecord(recordId),
  );
  if (!value?.summary) {
    return null;
  }
  return (
    <Panel dense title={t('sentence.title')}>
      <div className={classes.body}>
        <SummarySentence summary={value.summary} />
        <p className={classes.from}>
          {t('sentence.from')}{' '}
          <RecordLink id={value.id}>{value.name}</RecordLink>
        </p>
      </div>
    </Panel>
  );
}
