import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import ErrorOutlineIcon from '@material-ui/icons/ErrorOutline';
import InfoIcon from '@material-ui/icons/Info';
import StorageIcon from '@material-ui/icons/Storage';
import Skeleton from '@material-ui/lab/Skeleton';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SourceHealth } from '@airworthy/plugin-readiness-common';
import { problemOf } from '@airworthy/plugin-readiness-react';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { readinessApiRef } from '../api/readinessApiRef';
import {
  BlankState,
  Notice,
  PageHead,
  Panel,
  ProblemState,
  Refetching,
  RereadFailedNotice,
} from '../components';

import { useResource } from '../hooks/useResource';
import { useTableStyles } from '../live/useTableStyles';
import { readinessTranslationRef } from '../translation';
import { SourceRow } from './SourceRow';
import { parseSourcesState, withSourceToggled } from './sourcesState';

const useStyles = makeStyles(
  {
    notices: { display: 'grid', gap: 8, marginBottom: 8 },
    skeleton: { padding: '0 20px 20px' },
  },
  { name: 'AirworthySourcesContent' },
);

/** Milliseconds between two looks while a source runs. */
const POLL_EVERY = 3000;
/** Milliseconds for which a run that was asked for is expected to begin. */
const EXPECT_RUN = 15_000;

/** What became of "run now". */
type RunOutcome =
  | { kind: 'started' | 'startedAlready'; title: string }
  | { kind: 'failed'; title: string; message: string };

const heads = [
  'source',
  'health',
  'lastRun',
  'took',
  'calls',
  'coverage',
] as const;
const numeric: ReadonlySet<string> = new Set(['took', 'calls']);

/** Runs a source, and looks again for as long as one runs. */
function useRunNow(
  items: readonly SourceHealth[],
  reload: () => Promise<void>,
) {
  const api = useApi(readinessApiRef);
  const [outcome, setOutcome] = useState<RunOutcome | undefined>();
  const [askedAt, setAskedAt] = useState(0);
  const anyRuns = items.some(({ status }) => status === 'running');

  useEffect(() => {
    if (!anyRuns && Date.now() - askedAt > EXPECT_RUN) {
      return undefined;
    }
    const timer = setTimeout(reload, POLL_EVERY);
    return () => clearTimeout(timer);
    // Each answer is a new list, and the reason to look once more.
  }, [items, anyRuns, askedAt, reload]);

  const run = async ({ id, title }: SourceHealth) => {
    setOutcome(undefined);
    try {
      const { started } = await api.runSource(id);
      setAskedAt(Date.now());
      setOutcome({ kind: started ? 'started' : 'startedAlready', title });
      await reload();
    } catch (error) {
      const { message } = problemOf(error, Date.now());
      setOutcome({ kind: 'failed', title, message });
    }
  };
  return { outcome, run };
}

const noSources: SourceHealth[] = [];

/** The page "Sources": how each does, what it covers, what would link the rest. */
export function SourcesContent() {
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useStyles();
  const table = useTableStyles();
  const [query, setQuery] = useSearchParams();
  const sources = useResource('sources', api => api.listSources());
  const { value, problem, reload } = sources;
  const items = value?.items ?? noSources;
  const { outcome, run } = useRunNow(items, reload);
  const { open } = parseSourcesState(query);
  const failing = items.filter(({ status }) => status === 'failing').length;

  const renderRows = () => {
    if (!value) {
      return problem ? (
        <ProblemState what="sources" problem={problem} onRetry={reload} />
      ) : (
        <div
          role="status"
          aria-label={t('sourcesPage.loading')}
          className={classes.skeleton}
        >
          {[0, 1, 2, 3, 4].map(row => (
            <Skeleton key={row} variant="text" height={52} />
          ))}
        </div>
      );
    }
    if (items.length === 0) {
      return (
        <BlankState icon={<StorageIcon />} title={t('sourcesPage.empty')}>
          {t('sourcesPage.emptyText')}
        </BlankState>
      );
    }
    return (
      <div className={table.scroll}>
        <Table size="small" aria-label={t('sourcesPage.table')}>
          <TableHead>
            <TableRow>
              {heads.map(head => (
                <TableCell
                  key={head}
                  className={table.head}
                  align={numeric.has(head) ? 'right' : undefined}
                >
                  {t(`sourcesPage.${head}`)}
                </TableCell>
              ))}
              <TableCell className={table.head}>
                <span className={table.hidden}>{t('sourcesPage.actions')}</span>
              </TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {items.map(source => (
              <SourceRow
                key={source.id}
                source={source}
                open={open.includes(source.id)}
                onToggle={() =>
                  setQuery(before => withSourceToggled(before, source.id), {
                    replace: true,
                  })
                }
                onRun={() => run(source)}
              />
            ))}
          </TableBody>
        </Table>
      </div>
    );
  };

  return (
    <div>
      <PageHead
        title={t('sourcesPage.title')}
        note={
          value &&
          (failing > 0
            ? t('sourcesPage.note', {
                sources: t('sourcesPage.count', { count: items.length }),
                failing: t('sourcesPage.failing', { count: failing }),
              })
            : t('sourcesPage.count', { count: items.length }))
        }
      />
      <div className={classes.notices}>
        {value && problem && (
          <RereadFailedNotice problem={problem} onRetry={reload} />
        )}
        <div role="status" aria-live="polite">
          {outcome && outcome.kind !== 'failed' && (
            <Notice tone="unknown" icon={<InfoIcon />}>
              {t(`sourcesPage.${outcome.kind}`, { title: outcome.title })}
            </Notice>
          )}
        </div>
        {outcome?.kind === 'failed' && (
          <Notice tone="fail" role="alert" icon={<ErrorOutlineIcon />}>
            {t('sourcesPage.runFailed', {
              title: outcome.title,
              message: outcome.message,
            })}
          </Notice>
        )}
      </div>
      <Refetching active={sources.loading && Boolean(value)} />
      <Panel title={t('sourcesPage.table')}>{renderRows()}</Panel>
    </div>
  );
}
