import { makeStyles } from '@material-ui/core/styles';
import FlightIcon from '@material-ui/icons/Flight';
import Skeleton from '@material-ui/lab/Skeleton';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  ActionButton,
  BlankState,
  FilterPicker,
  PageHead,
  Panel,
  ProblemState,
  Refetching,
  RereadFailedNotice,
} from '../components';
import { CsvButton } from '../fleet/CsvButton';
import { shortRef } from '../fleet/entityNames';
import { FailingSourcesNotice } from '../fleet/FailingSourcesNotice';
import { useResource } from '../hooks/useResource';
import { registerRouteRef } from '../routes';
import { readinessTranslationRef } from '../translation';
import { FixesPanel } from './FixesPanel';
import { LevelsPanel } from './LevelsPanel';
import {
  overviewFilters,
  parseOverviewState,
  withOverviewState,
  type OverviewState,
} from './overviewState';
import { QuestionRatesPanel } from './QuestionRatesPanel';
import { RegressionsPanel } from './RegressionsPanel';
import { TeamsPanel } from './TeamsPanel';

const useStyles = makeStyles(
  theme => ({
    grid: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) 392px',
      gap: 20,
      paddingBottom: 24,
      [theme.breakpoints.down('md')]: {
        gridTemplateColumns: 'minmax(0, 1fr)',
      },
    },
    wide: { gridColumn: '1 / -1' },
    notices: { display: 'grid', gap: 8, marginBottom: 8 },
  }),
  { name: 'AirworthyOverview' },
);

const DAY = 86_400_000;
/** Half a year, a point for each day. */
const TREND_DAYS = 182;

/** Start of the day, so that a page that is read again asks the same. */
function daysAgo(days: number): string {
  const today = Math.floor(Date.now() / DAY) * DAY;
  return new Date(today - days * DAY).toISOString();
}

/** The page "Overview": are we getting better, and which fix pays most? */
export function OverviewContent() {
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useStyles();
  const [query, setQuery] = useSearchParams();
  const state = useMemo(() => parseOverviewState(query), [query]);
  const filters = useMemo(() => overviewFilters(state), [state]);
  const key = JSON.stringify(filters);
  const { environment } = state;
  const registerRoute = useRouteRef(registerRouteRef);

  const checklist = useResource(`checklist ${environment ?? ''}`, api =>
    api.getChecklist({ environment }),
  );
  const teams = useResource(
    `rollup ${state.by} ${key}`,
    api => api.getRollup({ by: state.by, ...filters }),
    { keep: true },
  );
  const questions = useResource(
    `rollup question ${key}`,
    api => api.getRollup({ by: 'question', ...filters }),
    { keep: true },
  );
  const levels = useResource(
    `rollup level ${key}`,
    api => api.getRollup({ by: 'level', ...filters }),
    { keep: true },
  );
  const fixes = useResource(`fixes ${key}`, api => api.listFixes(filters), {
    keep: true,
  });
  const trend = useResource(
    `trend ${key}`,
    api =>
      api.getTrend({
        ...filters,
        from: daysAgo(TREND_DAYS),
        points: TREND_DAYS + 1,
      }),
    { keep: true },
  );
  const since = daysAgo(7);
  const regressions = useResource(
    `regressions ${since} ${key}`,
    api => api.listTransitions({ ...filters, since, direction: 'regression' }),
    { keep: true },
  );
  const improvements = useResource(
    `improvements ${since} ${key}`,
    api => api.listTransitions({ ...filters, since, direction: 'improvement' }),
    { keep: true },
  );
  // What can be chosen does not shrink while choosing.
  const owners = useResource(`rollup owner ${environment ?? ''}`, api =>
    api.getRollup({ by: 'owner', environment }),
  );
  const systems = useResource(`rollup system ${environment ?? ''}`, api =>
    api.getRollup({ by: 'system', environment }),
  );
  const tiers = useResource(`rollup tier ${environment ?? ''}`, api =>
    api.getRollup({ by: 'tier', environment }),
  );

  const all = [
    checklist,
    teams,
    questions,
    levels,
    fixes,
    trend,
    regressions,
    improvements,
  ];
  const reload = () => {
    for (const resource of all) {
      if (resource.problem || resource.value) {
        resource.reload();
      }
    }
  };
  const change = useCallback(
    (changes: Partial<OverviewState>) =>
      setQuery(before => withOverviewState(before, changes)),
    [setQuery],
  );

  const rollup = levels.value;
  const filtered =
    state.owner.length + state.system.length + state.tier.length > 0;
  const problem = all.find(resource => resource.problem)?.problem;

  const renderBody = () => {
    if (!checklist.value || !rollup) {
      return problem ? (
        <Panel title={t('overview.title')}>
          <ProblemState what="fleet" problem={problem} onRetry={reload} />
        </Panel>
      ) : (
        <OverviewSkeleton />
      );
    }
    if (rollup.total === 0) {
      return (
        <Panel title={t('levels.title')}>
          <BlankState
            icon={<FlightIcon />}
            title={filtered ? t('services.noMatch') : t('services.empty')}
            actions={
              filtered ? (
                <ActionButton
                  kind="primary"
                  onClick={() => change({ owner: [], system: [], tier: [] })}
                >
                  {t('filters.clear')}
                </ActionButton>
              ) : (
                registerRoute && (
                  <ActionButton kind="primary" to={registerRoute()}>
                    {t('services.register')}
                  </ActionButton>
                )
              )
            }
          >
            {filtered
              ? t('services.noMatchText', {
                  filters: (['owner', 'system', 'tier'] as const)
                    .filter(facet => state[facet].length > 0)
                    .map(facet => t(`facet.${facet}`))
                    .join(', '),
                })
              : t('services.emptyText')}
          </BlankState>
        </Panel>
      );
    }
    return (
      <div className={classes.grid}>
        <LevelsPanel
          checklist={checklist.value}
          rollup={rollup}
          trend={trend.value}
        />
        {fixes.value ? (
          <FixesPanel checklist={checklist.value} fixes={fixes.value.items} />
        ) : (
          <Skeleton variant="rect" height={300} />
        )}
        {questions.value ? (
          <QuestionRatesPanel
            checklist={checklist.value}
            rollup={questions.value}
          />
        ) : (
          <Skeleton variant="rect" height={300} />
        )}
        {regressions.value ? (
          <RegressionsPanel
            regressions={regressions.value}
            improvements={improvements.value}
          />
        ) : (
          <Skeleton variant="rect" height={300} />
        )}
        <div className={classes.wide}>
          {teams.value ? (
            <TeamsPanel
              checklist={checklist.value}
              rollup={teams.value}
              state={state}
              onChange={change}
            />
          ) : (
            <Skeleton variant="rect" height={300} />
          )}
        </div>
      </div>
    );
  };

  return (
    <div>
      <PageHead
        title={t('overview.title')}
        note={
          rollup &&
          [
            t('overview.counted', { count: rollup.total }),
            ...(rollup.previews > 0
              ? [t('overview.previews', { count: rollup.previews })]
              : []),
          ].join('; ')
        }
      >
        <FilterPicker
          label={t('facet.owner')}
          options={(owners.value?.groups ?? []).map(group => ({
            value: group.key,
            label:
              group.key === ''
                ? t('facet.missing.owner')
                : group.title ?? shortRef(group.key, 'group'),
            count: group.services,
          }))}
          selected={state.owner}
          onChange={owner => change({ owner })}
        />
        <FilterPicker
          label={t('facet.system')}
          options={(systems.value?.groups ?? []).map(group => ({
            value: group.key,
            label:
              group.key === ''
                ? t('facet.missing.system')
                : group.title ?? shortRef(group.key, 'system'),
            count: group.services,
          }))}
          selected={state.system}
          onChange={system => change({ system })}
        />
        <FilterPicker
          label={t('facet.tier')}
          options={(tiers.value?.groups ?? []).map(group => ({
            value: group.key,
            label: group.key,
            count: group.services,
          }))}
          selected={state.tier}
          onChange={tier => change({ tier })}
        />
        <CsvButton filters={filters} />
      </PageHead>
      <div className={classes.notices}>
        <FailingSourcesNotice />
        {rollup && problem && (
          <RereadFailedNotice problem={problem} onRetry={reload} />
        )}
      </div>
      <Refetching
        active={all.some(resource => resource.loading && !resource.cold)}
      />
      {renderBody()}
    </div>
  );
}

function OverviewSkeleton() {
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useStyles();
  return (
    <div
      className={classes.grid}
      role="status"
      aria-label={t('state.loadingOverview')}
    >
      <Skeleton variant="rect" height={460} />
      <Skeleton variant="rect" height={460} />
      <Skeleton variant="rect" height={520} />
      <Skeleton variant="rect" height={520} />
      <div className={classes.wide}>
        <Skeleton variant="rect" height={400} />
      </div>
    </div>
  );
}
