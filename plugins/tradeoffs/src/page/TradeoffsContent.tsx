import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import SearchIcon from '@material-ui/icons/Search';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ActionButton,
  BlankState,
  PageHead,
  Panel,
  Refetching,
  RereadFailedNotice,
} from '@airworthy/plugin-readiness-react';
import type {
  FleetPage,
  RecordPage,
  RecordRow,
} from '@airworthy/plugin-tradeoffs-common';
import { useCallback, type ReactNode } from 'react';
import { useSearchParams } from 'react-router-dom';
import { RecordsTable, ScalesIcon, TradeoffsProblem } from '../components';
import { useAxes } from '../hooks/useAxes';
import { usePages, type Page, type Pages } from '../hooks/usePages';
import { useResource } from '../hooks/useResource';
import { newRecordRouteRef } from '../routes';
import { tradeoffsTranslationRef } from '../translation';
import { FleetTable } from './FleetTable';
import { ListFilters } from './ListFilters';
import {
  fleetQuery,
  isFiltered,
  parseListState,
  recordQuery,
  withListState,
  withoutFilters,
  type ListState,
  type Scope,
} from './listState';
import { useFacets } from './useFacets';

const useStyles = makeStyles(
  {
    stack: { display: 'grid', gap: 12, minWidth: 0 },
    skeleton: { padding: '8px 20px 16px' },
    more: { display: 'flex', justifyContent: 'center', padding: '12px 20px' },
  },
  { name: 'AirworthyTradeoffsContent' },
);

/** How many of each scope there are: what is one's own comes first. */
function useScope(state: ListState) {
  const mine = useResource('total mine', api =>
    api.listRecords({ scope: 'mine', limit: 1 }),
  );
  const all = useResource('total all', api =>
    api.listRecords({ scope: 'all', limit: 1 }),
  );
  const known = !mine.cold && !all.cold;
  const totals = {
    mine: mine.value?.total ?? 0,
    all: all.value?.total ?? 0,
  };
  const first: Scope = totals.mine > 0 ? 'mine' : 'all';
  return { scope: state.scope ?? (known ? first : undefined), totals };
}

/** All records, or entities by axes, narrowed by what the URL says. */
export function TradeoffsContent() {
  const { t } = useTranslationRef(tradeoffsTranslationRef);
  const classes = useStyles();
  const newRecord = useRouteRef(newRecordRouteRef);
  const [query, setQuery] = useSearchParams();
  const state = parseListState(query);
  const axes = useAxes();
  const facets = useFacets();
  const { scope, totals } = useScope(state);
  const change = useCallback(
    (changes: Partial<ListState>) =>
      setQuery(before => withListState(before, changes), {
        // Another view is a place to come back from, a filter is not.
        replace: changes.view === undefined,
      }),
    [setQuery],
  );
  const recordFilter = scope && recordQuery(state, scope);
  const fleetFilter = scope && fleetQuery(state, scope);
  const records = usePages<RecordRow, RecordPage>(
    recordFilter && state.view === 'records'
      ? `records ${JSON.stringify(recordFilter)}`
      : undefined,
    (api, after) => api.listRecords({ ...recordFilter, after, limit: 50 }),
  );
  const fleet = usePages<
    FleetPage['entities'][number],
    FleetPage & Page<FleetPage['entities'][number]>
  >(
    fleetFilter && state.view === 'fleet'
      ? `fleet ${JSON.stringify(fleetFilter)}`
      : undefined,
    async (api, after) => {
      const page = await api.getFleet({ ...fleetFilter, after, limit: 50 });
      return { ...page, items: page.entities };
    },
  );
  const first = state.view === 'fleet' ? fleet.first : records.first;
  const total = first.value?.total;
  return (
    <div className={classes.stack}>
      <PageHead
        title={t('page.title')}
        note={
          total === undefined
            ? undefined
            : t(state.view === 'fleet' ? 'page.entities' : 'page.records', {
                count: total,
              })
        }
      >
        <ActionButton kind="primary" tall to={newRecord()}>
          {t('positions.record')}
        </ActionButton>
      </PageHead>
      <ListFilters
        state={state}
        scope={scope ?? 'all'}
        totals={totals}
        counts={records.first.value?.counts}
        axes={axes}
        facets={facets}
        onChange={change}
      />
      {state.view === 'records' ? (
        <PagesPanel
          what="records"
          pages={records}
          filtered={isFiltered(state)}
          scope={scope}
          onChange={change}
        >
          <RecordsTable
            label={t('records.title')}
            records={records.items}
            axes={axes}
            entities
          />
        </PagesPanel>
      ) : (
        <PagesPanel
          what="fleet"
          pages={fleet}
          filtered={isFiltered(state)}
          scope={scope}
          onChange={change}
        >
          <FleetTable
            axes={fleet.first.value?.axes ?? []}
            entities={fleet.items}
          />
        </PagesPanel>
      )}
    </div>
  );
}

interface PagesPanelProps<TItem, TPage extends Page<TItem>> {
  what: 'records' | 'fleet';
  pages: Pages<TItem, TPage>;
  filtered: boolean;
  scope: Scope | undefined;
  onChange: (change: Partial<ListState>) => void;
  children: ReactNode;
}

/** Loading, broken, empty, no match, or rows with a way to more of them. */
function PagesPanel<TItem, TPage extends Page<TItem>>(
  props: PagesPanelProps<TItem, TPage>,
) {
  const { what, pages, filtered, scope, onChange, children } = props;
  const { t } = useTranslationRef(tradeoffsTranslationRef);
  const classes = useStyles();
  const { first, items, more, reading, problem } = pages;
  let content: ReactNode;
  if (first.cold) {
    content = (
      <div
        className={classes.skeleton}
        role="status"
        aria-label={t('state.loading')}
      >
        {Array.from({ length: 8 }, (_, index) => (
          <Skeleton key={index} height={52} animation={false} />
        ))}
      </div>
    );
  } else if (!first.value && first.problem) {
    content = (
      <TradeoffsProblem
        problem={first.problem}
        what={what}
        onRetry={first.reload}
      />
    );
  } else if (items.length > 0) {
    content = children;
  } else if (filtered || scope === 'mine') {
    content = (
      <BlankState
        icon={<SearchIcon />}
        title={t('page.noMatch')}
        actions={
          <ActionButton
            onClick={() => onChange({ ...withoutFilters, scope: 'all' })}
          >
            {t('page.showAll')}
          </ActionButton>
        }
      >
        {t(filtered ? 'page.noMatchText' : 'page.noneOfMine')}
      </BlankState>
    );
  } else {
    content = (
      <BlankState icon={<ScalesIcon />} title={t('page.empty')}>
        {t('page.emptyText')}
      </BlankState>
    );
  }
  return (
    <>
      {first.value && first.problem && (
        <RereadFailedNotice problem={first.problem} onRetry={first.reload} />
      )}
      <Panel title={t(what === 'fleet' ? 'fleet.title' : 'records.title')}>
        <Refetching active={first.loading && !first.cold} />
        {content}
        {problem && (
          <RereadFailedNotice
            problem={problem}
            onRetry={more ?? first.reload}
          />
        )}
        {more && items.length > 0 && (
          <div className={classes.more}>
            <ActionButton onClick={more} disabled={reading}>
              {t('page.more', {
                shown: String(items.length),
                total: String(first.value?.total ?? items.length),
              })}
            </ActionButton>
          </div>
        )}
      </Panel>
    </>
  );
}
