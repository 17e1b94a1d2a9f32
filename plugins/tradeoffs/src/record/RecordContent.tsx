import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import ErrorIcon from '@material-ui/icons/Error';
import InfoIcon from '@material-ui/icons/Info';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ActionButton,
  Notice,
  Panel,
  Refetching,
  RereadFailedNotice,
  tokensOf,
} from '@airworthy/plugin-readiness-react';
import type { RecordDetail } from '@airworthy/plugin-tradeoffs-common';
import { useMemo } from 'react';
import { useParams, useSearchParams } from 'react-router-dom';
import {
  AcceptanceList,
  countDesignSteps,
  DesignSteps,
  ProblemList,
  RecordMarkdown,
  SummarySentence,
  TradeoffsProblem,
} from '../components';
import { useEntityLayout } from '../entity/useEntityLayout';
import { useAxes } from '../hooks/useAxes';
import { useResource } from '../hooks/useResource';
import { editRecordRouteRef } from '../routes';
import { tradeoffsTranslationRef } from '../translation';
import { ActionNotice } from './ActionNotice';
import { ConsequencesPanel } from './ConsequencesPanel';
import { DiffPanel } from './DiffPanel';
import { ExportButton } from './ExportButton';
import { HistoryPanel } from './HistoryPanel';
import { LifePanel } from './LifePanel';
import { RecordHead } from './RecordHead';
import { TradeoffDetails } from './TradeoffDetails';
import { useRecordActions } from './useRecordActions';
import { withoutTitle } from './withoutTitle';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: 16, minWidth: 0 },
    body: { padding: '0 20px 20px' },
    raw: {
      margin: 0,
      padding: 12,
      maxHeight: 480,
      overflow: 'auto',
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
      fontFamily: tokensOf(theme).fontMonospace,
      fontSize: 12.5,
      backgroundColor: tokensOf(theme).sunken,
    },
    actions: { display: 'flex', flexWrap: 'wrap', gap: 8 },
  }),
  { name: 'AirworthyRecordContent' },
);

/** Positions of the record that this one replaced, by axis. */
function usePrevious(record: RecordDetail | undefined) {
  const before = record?.supersedes?.[0];
  const { value } = useResource(before && `record ${before}`, api =>
    api.getRecord(before ?? ''),
  );
  return useMemo(
    () =>
      new Map(
        value?.positions.map(entry => [entry.axis, entry.position] as const),
      ),
    [value],
  );
}

/** The page of one record. */
export function RecordContent() {
  const { t } = useTranslationRef(tradeoffsTranslationRef);
  const classes = useStyles();
  const layout = useEntityLayout();
  const { id = '' } = useParams();
  const [query, setQuery] = useSearchParams();
  const compared = Number(query.get('revision')) || undefined;
  const editRecord = useRouteRef(editRecordRouteRef);
  const axes = useAxes();
  const {
    value: record,
    problem,
    cold,
    loading,
    reload,
    replace,
  } = useResource(`record ${id}`, api => api.getRecord(id));
  const actions = useRecordActions(replace);
  const previous = usePrevious(record);
  const context = useMemo(
    () => ({ fileUrl: record?.fileUrl, links: record?.links }),
    [record],
  );

  if (cold) {
    return (
      <div
        className={classes.root}
        role="status"
        aria-label={t('state.loading')}
      >
        <Skeleton width={420} height={40} animation={false} />
        <div className={layout.grid}>
          <Skeleton variant="rect" height={420} animation={false} />
          <Skeleton variant="rect" height={300} animation={false} />
        </div>
      </div>
    );
  }
  if (!record) {
    return problem ? (
      <Panel title={t('record.kind')}>
        <TradeoffsProblem problem={problem} what="record" onRetry={reload} />
      </Panel>
    ) : null;
  }
  const broken = record.status === 'unparsable';
  const { covered, of } = countDesignSteps(record.design);
  const [entityRef] = record.entityRefs;
  return (
    <div className={classes.root}>
      <Refetching active={loading || actions.running} />
      <RecordHead record={record}>
        <div className={classes.actions}>
          <ExportButton record={record} />
          {record.editable && (
            <ActionButton to={editRecord({ id: encodeURIComponent(id) })}>
              {t('record.edit')}
            </ActionButton>
          )}
        </div>
      </RecordHead>
      <div className={layout.grid}>
        <div className={layout.stack}>
          {problem && <RereadFailedNotice problem={problem} onRetry={reload} />}
          <ActionNotice outcome={actions.outcome} onReload={reload} />
          {broken && (
            <Notice tone="fail" icon={<ErrorIcon />} role="status">
              {t('record.broken')}
            </Notice>
          )}
          {record.pending && (
            <Notice tone="attention" icon={<InfoIcon />}>
              {t('record.pending')}
              {record.proposal && (
                <>
                  {' '}
                  <Link to={record.proposal} underline="always">
                    {t('record.proposal')}
                  </Link>
                </>
              )}
            </Notice>
          )}
          {record.problemList.length > 0 && (
            <Panel
              title={t('problems.title')}
              note={t('problems.note', { count: record.problemList.length })}
            >
              <div className={classes.body}>
                <ProblemList problems={record.problemList} />
              </div>
            </Panel>
          )}
          {record.summary && (
            <Panel title={t('sentence.title')}>
              <div className={classes.body}>
                <SummarySentence summary={record.summary} />
              </div>
            </Panel>
          )}
          {record.tradeoffs.length > 0 && (
            <Panel title={t('positions.title')}>
              {record.tradeoffs.map((tradeoff, index) => (
                <TradeoffDetails
                  key={`${tradeoff.axis} ${index}`}
                  tradeoff={tradeoff}
                  axis={axes.get(tradeoff.axis)}
                  previous={previous.get(tradeoff.axis)}
                  fileUrl={record.fileUrl}
                />
              ))}
            </Panel>
          )}
          <Panel title={t(broken ? 'record.file' : 'record.body')}>
            <div className={classes.body}>
              {broken ? (
                <pre className={classes.raw}>{record.content}</pre>
              ) : (
                <RecordMarkdown
                  markdown={withoutTitle(record.body)}
                  context={context}
                />
              )}
            </div>
          </Panel>
          {compared !== undefined && (
            <DiffPanel id={id} at={record.revision} revision={compared} />
          )}
          {(record.supersedes ?? []).length > 0 && (
            <DiffPanel id={id} at={record.revision} />
          )}
        </div>
        <aside className={layout.stack} aria-label={t('record.aside')}>
          <LifePanel record={record} actions={actions} />
          {record.acceptances.length > 0 && (
            <Panel
              dense
              title={t('accepted.title')}
              note={String(record.acceptances.length)}
            >
              <AcceptanceList
                acceptances={record.acceptances}
                entityRef={entityRef}
              />
            </Panel>
          )}
          <ConsequencesPanel record={record} />
          {!broken && (
            <Panel
              dense
              title={t('design.title')}
              note={t('design.note', {
                covered: String(covered),
                of: String(of),
              })}
            >
              <DesignSteps design={record.design} />
            </Panel>
          )}
          {record.history.length > 0 && (
            <HistoryPanel
              record={record}
              compared={compared}
              onCompare={revision =>
                setQuery(
                  before => {
                    const next = new URLSearchParams(before);
                    if (revision === undefined) {
                      next.delete('revision');
                    } else {
                      next.set('revision', String(revision));
                    }
                    return next;
                  },
                  { replace: true },
                )
              }
            />
          )}
        </aside>
      </div>
    </div>
  );
}
