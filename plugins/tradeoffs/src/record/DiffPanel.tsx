import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Panel, RereadFailedNotice } from '@airworthy/plugin-readiness-react';
import { DiffView } from '../components';
import { useResource } from '../hooks/useResource';
import { tradeoffsTranslationRef } from '../translation';

const useStyles = makeStyles(
  { body: { padding: '0 20px 16px' } },
  { name: 'AirworthyDiffPanel' },
);

/** @internal */
export interface DiffPanelProps {
  id: string;
  /** The record's own revision, so that a save reads anew. */
  at: number;
  /** A revision of the record to compare with; else what it supersedes. */
  revision?: number;
}

/** What the record changed of the one before it, or of an earlier revision. */
export function DiffPanel({ id, at, revision }: DiffPanelProps) {
  const { t } = useTranslationRef(tradeoffsTranslationRef);
  const classes = useStyles();
  const { value, problem, cold, reload } = useResource(
    `diff ${id} ${at} ${revision ?? ''}`,
    api => api.diffRecord(id, { revision }),
  );
  const title =
    revision === undefined
      ? t('diff.title', { title: value?.from.title ?? '' })
      : t('diff.revision', { revision: String(revision) });
  return (
    <Panel title={title}>
      <div className={classes.body}>
        {cold && <Skeleton variant="rect" height={120} animation={false} />}
        {problem && <RereadFailedNotice problem={problem} onRetry={reload} />}
        {value && <DiffView hunks={value.hunks} label={title} />}
      </div>
    </Panel>
  );
}
