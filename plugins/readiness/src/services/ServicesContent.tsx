import Paper from '@material-ui/core/Paper';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import FilterListIcon from '@material-ui/icons/FilterList';
import FlightIcon from '@material-ui/icons/Flight';
import InfoIcon from '@material-ui/icons/Info';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  ChecklistResponse,
  ScorecardRow,
} from '@airworthy/plugin-readiness-common';
import { useCallback, useMemo, useRef } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  ActionButton,
  BlankState,
  FilterSelect,
  Notice,
  PageHead,
  ProblemState,
  Refetching,
  RereadFailedNotice,
  tokensOf,
} from '../components';
import { CsvButton } from '../fleet/CsvButton';
import { shortRef } from '../fleet/entityNames';
import { FailingSourcesNotice } from '../fleet/FailingSourcesNotice';
import { useOwnRefs } from '../fleet/useOwnRefs';
import { useServiceLink } from '../fleet/useServiceLink';
import { useRemainingHeight } from '../hooks/useRemainingHeight';
import { useResource } from '../hooks/useResource';
import { useScorecardsSignal } from '../hooks/useScorecardsSignal';
import { registerRouteRef } from '../routes';
import { readinessTranslationRef } from '../translation';
import { CellDetails } from './CellDetails';
import { DRAWER_WIDTH } from './CellDrawer';
import { ColumnChooser } from './ColumnChooser';
import { describeFilters } from './describeFilters';
import { Matrix } from './Matrix';
import { MatrixFilters } from './MatrixFilters';
import { MatrixLegend } from './MatrixLegend';
import { MatrixSkeleton } from './MatrixSkeleton';
import {
  isFiltered,
  parseMatrixState,
  withMatrixState,
  withoutFilters,
  type CellAddress,
  type MatrixState,
} from './matrixState';
import { ServicesList } from './ServicesList';
import { narrows, showsCell, withCellShown } from './showsCell';
import { useFacetLabel } from './useFacetLabel';
import { countCheck, useMatrixView, type Loaded } from './useMatrixView';

const useStyles = makeStyles(
  theme => ({
    split: {
      position: 'relative',
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: 16,
      minHeight: 0,
    },
    withDrawer: {
      gridTemplateColumns: `minmax(0, 1fr) ${DRAWER_WIDTH}px`,
    },
    surface: {
      display: 'flex',
      flexDirection: 'column',
      minHeight: 0,
      minWidth: 0,
      overflow: 'hidden',
      borderRadius: tokensOf(theme).radius,
      backgroundColor: tokensOf(theme).paper,
    },
    notices: { display: 'grid', gap: 8, marginBottom: 8 },
  }),
  { name: 'AirworthyServices' },
);

/** More services than this take seconds to read. */
const LARGE_FLEET = 2000;
/** Milliseconds between two reads that the back end gives reason for. */
const LIVE_EVERY = { small: 10_000, large: 60_000 };

const noLevels: ChecklistResponse['levels'] = [];

/** The page "Services": the whole fleet by check. */
export function ServicesContent() {
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useStyles();
  const theme = useTheme();
  const narrow = useMediaQuery(theme.breakpoints.down('sm'));
  const overlay = useMediaQuery(theme.breakpoints.down('md'));
  const [query, setQuery] = useSearchParams();
  const asked = useMemo(() => parseMatrixState(query), [query]);
  const { environment } = asked;
  const ownRefs = useOwnRefs();
  const serviceLink = useServiceLink();
  const registerRoute = useRouteRef(registerRouteRef);
  const splitRef = useRef<HTMLDivElement>(null);
  const height = useRemainingHeight(splitRef, { below: 16, least: 420 });

  const checklist = useResource(`checklist ${environment ?? ''}`, api =>
    api.getChecklist({ environment }),
  );
  const fleet = useResource(`scorecards ${environment ?? ''}`, api =>
    api.listScorecards({ environment, sort: 'name', limit: 50_000 }),
  );
  const loaded = useMemo(
    (): Loaded | undefined =>
      checklist.value && fleet.value && ownRefs
        ? { checklist: checklist.value, rows: fleet.value.items }
        : undefined,
    [checklist.value, fleet.value, ownRefs],
  );

  const mine = useMemo(
    () =>
      loaded?.rows.filter(row => row.owner && ownRefs?.has(row.owner)).length ??
      0,
    [loaded, ownRefs],
  );
  // One's own services first, where there are any; but an address that names a
  // cell or a filter means what it names.
  const scope =
    asked.scope ??
    (mine > 0 && !isFiltered(asked) && !asked.cell ? 'mine' : 'all');
  const mineRefs = scope === 'mine' ? ownRefs : undefined;
  const surroundings = useMemo(
    () => loaded && { ...loaded, mine: mineRefs },
    [loaded, mineRefs],
  );
  const state = useMemo(
    () => (surroundings ? withCellShown(asked, surroundings) : asked),
    [asked, surroundings],
  );

  const change = useCallback(
    (changes: Partial<MatrixState>, how: 'replace' | 'push' = 'replace') => {
      const next = { ...state, ...changes };
      // What is filtered, folded or closed away takes the drawer along.
      const hides =
        surroundings &&
        state.cell &&
        narrows(changes) &&
        !showsCell(next, {
          ...surroundings,
          mine: next.scope === 'mine' ? ownRefs : undefined,
        });
      setQuery(
        before =>
          withMatrixState(before, {
            ...changes,
            ...(hides && { cell: undefined }),
          }),
        { replace: how === 'replace' },
      );
    },
    [setQuery, state, surroundings, ownRefs],
  );
  const cellOpen = state.cell !== undefined;
  const onCell = useCallback(
    // Opening is a step to come back from; moving on within it is not.
    (cell: CellAddress | undefined) =>
      change(
        // The address that a cell makes is passed on: it says whose services
        // stand around the cell.
        { cell, ...(cell && scope === 'mine' && { scope }) },
        cell && !cellOpen ? 'push' : 'replace',
      ),
    [change, cellOpen, scope],
  );
  const onRest = useCallback(
    (at: string | undefined) => change({ at }),
    [change],
  );

  const facetLabel = useFacetLabel(checklist.value?.levels ?? noLevels);
  const view = useMatrixView(loaded, state, mineRefs);

  const onToggleQuestion = useCallback(
    (id: string) =>
      change({
        folded: state.folded.includes(id)
          ? state.folded.filter(item => item !== id)
          : [...state.folded, id],
      }),
    [change, state.folded],
  );
  const onToggleGroup = useCallback(
    (value: string) =>
      change({
        closed: state.closed.includes(value)
          ? state.closed.filter(item => item !== value)
          : [...state.closed, value],
      }),
    [change, state.closed],
  );
  const href = useCallback(
    (row: ScorecardRow) => serviceLink(row.ref),
    [serviceLink],
  );

  useScorecardsSignal(fleet.reload, {
    every:
      (fleet.value?.items.length ?? 0) > LARGE_FLEET
        ? LIVE_EVERY.large
        : LIVE_EVERY.small,
  });
  const problem = checklist.problem ?? fleet.problem;
  const reload = () => {
    checklist.reload();
    fleet.reload();
  };
  const environments = checklist.value?.environments ?? [];
  const selectedRow =
    state.cell && loaded?.rows.find(row => row.ref === state.cell?.ref);
  const selectedCheck =
    state.cell &&
    loaded?.checklist.columns.find(check => check.id === state.cell?.check);

  const renderRows = () => {
    if (!loaded || !view) {
      return problem ? (
        <ProblemState what="fleet" problem={problem} onRetry={reload} />
      ) : (
        <MatrixSkeleton />
      );
    }
    if (loaded.rows.length === 0) {
      return (
        <BlankState
          icon={<FlightIcon />}
          title={t('services.empty')}
          actions={
            registerRoute && (
              <ActionButton kind="primary" to={registerRoute()}>
                {t('services.register')}
              </ActionButton>
            )
          }
        >
          {t('services.emptyText')}
        </BlankState>
      );
    }
    if (view.rows.length === 0) {
      return (
        <BlankState
          icon={<FilterListIcon />}
          title={t('services.noMatch')}
          actions={
            <ActionButton
              kind="primary"
              onClick={() => change(withoutFilters, 'push')}
            >
              {t('filters.clear')}
            </ActionButton>
          }
        >
          {t('services.noMatchText', {
            filters: describeFilters(state, scope, {
              facet: facet => t(`facet.${facet}`),
              search: t('filters.search'),
              scope: t('filters.mine'),
              only: t('filters.only', { count: state.only.length }),
            }),
          })}
        </BlankState>
      );
    }
    if (narrow) {
      return (
        <ServicesList
          rows={view.rows}
          levels={loaded.checklist.levels}
          href={href}
        />
      );
    }
    return (
      <>
        <Matrix
          items={view.items}
          rows={view.rows}
          columns={view.columns}
          levels={loaded.checklist.levels}
          filtered={view.rows.length < loaded.rows.length}
          groupTitle={value =>
            state.group === 'none' ? value : facetLabel(state.group, value)
          }
          href={href}
          cell={state.cell}
          covered={overlay && state.cell ? DRAWER_WIDTH : 0}
          onCell={onCell}
          onToggleQuestion={onToggleQuestion}
          onToggleGroup={onToggleGroup}
          startAt={state.at}
          onRest={onRest}
        />
        <MatrixLegend levels={loaded.checklist.levels} />
      </>
    );
  };

  const cellMissing =
    loaded && state.cell && !(selectedRow && selectedCheck) && state.cell;
  const drawer =
    !narrow && loaded && selectedRow && selectedCheck ? (
      <CellDetails
        key={`${selectedRow.ref} ${selectedCheck.id}`}
        row={selectedRow}
        check={selectedCheck}
        checklist={loaded.checklist}
        environment={environment}
        failing={countCheck(loaded, selectedCheck.id)}
        failingHref={`?${withMatrixState(query, {
          ...withoutFilters,
          status: [{ check: selectedCheck.id, status: 'fail' }],
        })}`}
        href={serviceLink(selectedRow.ref, selectedCheck.id)}
        overlay={overlay}
        onClose={() => onCell(undefined)}
      />
    ) : undefined;

  return (
    <div>
      <PageHead
        title={t('services.title')}
        note={
          loaded &&
          view &&
          t('services.note', {
            services: t('services.count', { count: view.rows.length }),
            checks: t('services.checks', {
              count: loaded.checklist.columns.length,
            }),
          })
        }
      >
        {environments.length > 1 && (
          <FilterSelect
            label={t('filters.environment')}
            value={environment ?? environments[0]}
            options={environments.map(value => ({ value, label: value }))}
            onChange={value =>
              change({
                environment: value === environments[0] ? undefined : value,
              })
            }
          />
        )}
        {loaded && (
          <ColumnChooser
            checklist={loaded.checklist}
            folded={state.folded}
            hidden={state.hidden}
            onChange={change}
          />
        )}
        <CsvButton
          filters={{
            environment,
            q: state.q || undefined,
            owner: state.owner,
            system: state.system,
            domain: state.domain,
            tier: state.tier.map(Number),
            lifecycle: state.lifecycle,
            level: state.level,
            scope,
            status: state.status.map(
              ({ check, status }) => `${check}:${status}`,
            ),
          }}
        />
      </PageHead>
      {loaded && loaded.rows.length > 0 && (
        <MatrixFilters
          checklist={loaded.checklist}
          rows={loaded.rows}
          state={state}
          scope={scope}
          mine={mine}
          onChange={change}
        />
      )}
      <div className={classes.notices}>
        <FailingSourcesNotice />
        {loaded && problem && (
          <RereadFailedNotice problem={problem} onRetry={reload} />
        )}
        {cellMissing && (
          <Notice tone="unknown" role="status" icon={<InfoIcon />}>
            {t('services.cellMissing', {
              service: shortRef(cellMissing.ref),
              check: cellMissing.check,
            })}{' '}
            <ActionButton kind="text" onClick={() => onCell(undefined)}>
              {t('drawer.close')}
            </ActionButton>
          </Notice>
        )}
      </div>
      <Refetching
        active={Boolean(loaded) && (fleet.loading || checklist.loading)}
      />
      <div
        ref={splitRef}
        className={`${classes.split} ${
          drawer && !overlay ? classes.withDrawer : ''
        }`}
        style={{ height }}
      >
        <Paper
          component="section"
          elevation={0}
          className={classes.surface}
          aria-label={t('matrix.section')}
        >
          {renderRows()}
        </Paper>
        {drawer}
      </div>
    </div>
  );
}
