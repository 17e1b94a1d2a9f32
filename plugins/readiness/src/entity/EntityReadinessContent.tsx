import { makeStyles } from '@material-ui/core/styles';
import InfoIcon from '@material-ui/icons/Info';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import type { Scorecard } from '@airworthy/plugin-readiness-common';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';
import { AttestationsContext } from '../attestations/AttestationsContext';
import { AttestationsPanel } from '../attestations/AttestationsPanel';
import { useAttestationsOf } from '../attestations/useAttestationsOf';
import {
  Frame,
  Notice,
  Panel,
  ProblemState,
  Refetching,
  RereadFailedNotice,
} from '../components';
import { useChangedChecks } from '../hooks/useChangedChecks';
import { useRefresh, type RefreshOutcome } from '../hooks/useRefresh';
import { useResource } from '../hooks/useResource';
import { useScorecardsSignal } from '../hooks/useScorecardsSignal';
import { AlertsPanel } from '../live/AlertsPanel';
import { DeploymentsPanel } from '../live/DeploymentsPanel';
import { onCallWords } from '../live/onCallWords';
import { readinessTranslationRef } from '../translation';
import {
  parseEntityTabState,
  withEntityTabState,
  type EntityTabState,
} from './entityTabState';
import { InactivePanel } from './InactivePanel';
import { LevelPanel } from './LevelPanel';
import { NextPanel } from './NextPanel';
import { QuestionsPanel } from './QuestionsPanel';
import { ScorecardSkeleton } from './ScorecardSkeleton';
import { SilentSourceNotice } from './SilentSourceNotice';
import { SourcesPanel } from './SourcesPanel';
import { TrendPanel } from './TrendPanel';
import { useNoAccessHelp } from './useNoAccessHelp';

const useStyles = makeStyles(
  theme => ({
    grid: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) 324px',
      gap: 20,
      alignItems: 'start',
      [theme.breakpoints.down('md')]: {
        gridTemplateColumns: 'minmax(0, 1fr)',
      },
    },
    // An empty row of the grid would still take a gap.
    idle: { position: 'absolute' },
    stack: { display: 'grid', gap: 16, alignContent: 'start', minWidth: 0 },
  }),
  { name: 'AirworthyEntityReadiness' },
);

const none: ReadonlySet<string> = new Set();
const DAY = 86_400_000;
/** Milliseconds between two reads that the back end gives reason for. */
const LIVE_EVERY = 3000;

function RefreshNotice({ outcome }: { outcome: RefreshOutcome }) {
  const { t } = useTranslationRef(readinessTranslationRef);
  switch (outcome.kind) {
    case 'changed':
      return <>{t('refresh.changed', { count: outcome.checks.size })}</>;
    case 'same':
      return <>{t('refresh.same')}</>;
    case 'pending':
      return <>{t('refresh.pending')}</>;
    default:
      return <>{t('refresh.failed', { message: outcome.problem.message })}</>;
  }
}

/**
 * The tab "Readiness" of an entity.
 *
 * @public
 */
export function EntityReadinessContent() {
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useStyles();
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const [query, setQuery] = useSearchParams();
  const environment = query.get('environment') ?? undefined;
  const noAccess = useNoAccessHelp();

  const scorecard = useResource<Scorecard>(
    `scorecard ${entityRef} ${environment ?? ''}`,
    api => api.getScorecard(entityRef, { environment }),
  );
  const trend = useResource(
    scorecard.value && `trend ${entityRef} ${environment ?? ''}`,
    api =>
      api.getTrend({
        entity: entityRef,
        environment,
        from: new Date(Date.now() - 90 * DAY).toISOString(),
        points: 91,
      }),
  );
  const refresh = useRefresh(scorecard.value, scorecard.replace);
  useScorecardsSignal(scorecard.reload, { every: LIVE_EVERY });
  const changed = useChangedChecks(scorecard.value);

  const change = useCallback(
    (changes: Partial<EntityTabState>) =>
      setQuery(before => withEntityTabState(before, changes), {
        replace: true,
      }),
    [setQuery],
  );

  const attestations = useAttestationsOf(
    scorecard.value && entityRef,
    refresh.follow,
  );
  const { value, problem } = scorecard;
  const { outcome } = refresh;
  const cameByItself =
    changed && (!outcome || changed.evaluatedAt > outcome.evaluatedAt);
  if (scorecard.cold) {
    return <ScorecardSkeleton />;
  }
  if (!value) {
    return problem ? (
      <Frame>
        <Panel title={t('tab.title')}>
          <ProblemState
            problem={problem}
            what="scorecard"
            onRetry={scorecard.reload}
            noAccess={noAccess}
          />
        </Panel>
      </Frame>
    ) : null;
  }
  return (
    <AttestationsContext.Provider value={attestations}>
      <Frame>
        <Refetching active={scorecard.loading || refresh.running} />
        <div className={classes.grid}>
          <div className={classes.stack}>
            {problem && (
              <RereadFailedNotice
                problem={problem}
                onRetry={scorecard.reload}
              />
            )}
            <SilentSourceNotice scorecard={value} />
            <div
              role="status"
              aria-live="polite"
              className={outcome || cameByItself ? undefined : classes.idle}
            >
              {cameByItself && (
                <Notice tone="unknown" icon={<InfoIcon />}>
                  {t('live.changed', { count: changed.checks.size })}
                </Notice>
              )}
              {outcome && !cameByItself && (
                <Notice
                  tone={outcome.kind === 'failed' ? 'fail' : 'unknown'}
                  icon={<InfoIcon />}
                >
                  <RefreshNotice outcome={outcome} />
                </Notice>
              )}
            </div>
            <LevelPanel
              scorecard={value}
              refreshing={refresh.running}
              onRefresh={refresh.run}
            />
            <NextPanel
              scorecard={value}
              title={entity.metadata.title ?? entity.metadata.name}
              address={`${window.location.origin}${window.location.pathname}`}
            />
            <QuestionsPanel
              scorecard={value}
              state={parseEntityTabState(query)}
              onChange={change}
              changed={changed?.checks ?? none}
            />
            <InactivePanel inactive={value.inactive} levels={value.levels} />
          </div>
          <aside className={classes.stack} aria-label={t('tab.aside')}>
            <DeploymentsPanel
              entityRef={entityRef}
              environment={value.environment}
            />
            <AlertsPanel
              entityRef={entityRef}
              links={value.links}
              onCall={onCallWords(value)}
            />
            {trend.value && <TrendPanel trend={trend.value} />}
            <AttestationsPanel />
            <SourcesPanel scorecard={value} />
          </aside>
        </div>
      </Frame>
    </AttestationsContext.Provider>
  );
}
