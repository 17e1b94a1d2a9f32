import InputAdornment from '@material-ui/core/InputAdornment';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import SearchIcon from '@material-ui/icons/Search';
import ToggleButton from '@material-ui/lab/ToggleButton';
import ToggleButtonGroup from '@material-ui/lab/ToggleButtonGroup';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ActionButton,
  FilterPicker,
  tokensOf,
} from '@airworthy/plugin-readiness-react';
import type { RecordPage } from '@airworthy/plugin-tradeoffs-common';
import type { Axis } from '../hooks/useAxes';
import { tradeoffsTranslationRef } from '../translation';
import {
  isFiltered,
  states,
  statuses,
  withoutFilters,
  type ListState,
  type Scope,
} from './listState';
import type { Facets } from './useFacets';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 8,
        paddingBottom: 12,
      },
      search: {
        width: 220,
        '& .MuiOutlinedInput-root': {
          height: 32,
          padding: '0 8px',
          borderRadius: 4,
          fontSize: 13,
          backgroundColor: tokens.paper,
        },
        '& .MuiOutlinedInput-notchedOutline': { borderColor: tokens.control },
        '& .MuiInputBase-input': { padding: 0, height: 32 },
        '& svg': { fontSize: 18, color: tokens.textSecondary },
      },
      toggle: {
        height: 32,
        padding: '0 10px',
        fontSize: 13,
        letterSpacing: 0,
        textTransform: 'none',
        color: tokens.text,
        borderColor: tokens.control,
        backgroundColor: tokens.paper,
        '&.Mui-selected': {
          color: tokens.text,
          fontWeight: 700,
          backgroundColor: tokens.selected,
        },
      },
      grow: { flex: 1 },
    };
  },
  { name: 'AirworthyTradeoffsFilters' },
);

/** @internal */
export interface ListFiltersProps {
  state: ListState;
  scope: Scope;
  /** How many records there are of each scope. */
  totals: { mine: number; all: number };
  counts?: RecordPage['counts'];
  axes: ReadonlyMap<string, Axis>;
  facets: Facets;
  onChange: (change: Partial<ListState>) => void;
}

/** Everything that narrows the list and the fleet view. */
export function ListFilters(props: ListFiltersProps) {
  const { state, scope, totals, counts, axes, facets, onChange } = props;
  const { t } = useTranslationRef(tradeoffsTranslationRef);
  const classes = useStyles();
  return (
    <div className={classes.root} role="search" aria-label={t('filters.name')}>
      <TextField
        className={classes.search}
        variant="outlined"
        size="small"
        type="search"
        value={state.q}
        placeholder={t('filters.search')}
        onChange={event => onChange({ q: event.target.value })}
        inputProps={{ 'aria-label': t('filters.search') }}
        InputProps={{
          startAdornment: (
            <InputAdornment position="start">
              <SearchIcon aria-hidden />
            </InputAdornment>
          ),
        }}
      />
      {(totals.mine > 0 || scope === 'mine') && (
        <ToggleButtonGroup
          exclusive
          size="small"
          value={scope}
          aria-label={t('filters.scope')}
          onChange={(_event, value: Scope | null) =>
            value && onChange({ scope: value })
          }
        >
          <ToggleButton value="mine" className={classes.toggle}>
            {t('filters.mine')} {totals.mine}
          </ToggleButton>
          <ToggleButton value="all" className={classes.toggle}>
            {t('filters.everyone')} {totals.all}
          </ToggleButton>
        </ToggleButtonGroup>
      )}
      <FilterPicker
        label={t('filters.state')}
        options={states.map(value => ({
          value,
          label: t(`filters.states.${value}`),
          count: counts?.state[value],
        }))}
        selected={state.state}
        onChange={selected => onChange({ state: selected })}
      />
      {state.view === 'records' && (
        <FilterPicker
          label={t('filters.status')}
          options={statuses.map(value => ({
            value,
            label: t(`filters.statuses.${value}`),
            count: counts?.status[value],
          }))}
          selected={state.status}
          onChange={selected => onChange({ status: selected })}
        />
      )}
      <FilterPicker
        label={t('filters.axis')}
        options={[...axes.values()].map(axis => ({
          value: axis.id,
          label: axis.title,
        }))}
        selected={state.axis}
        onChange={selected => onChange({ axis: selected })}
      />
      <FilterPicker
        label={t('filters.owner')}
        options={facets.owner}
        selected={state.owner}
        onChange={selected => onChange({ owner: selected })}
      />
      <FilterPicker
        label={t('filters.system')}
        options={facets.system}
        selected={state.system}
        onChange={selected => onChange({ system: selected })}
      />
      {isFiltered(state) && (
        <ActionButton kind="text" onClick={() => onChange(withoutFilters)}>
          {t('filters.clear')}
        </ActionButton>
      )}
      <span className={classes.grow} />
      <ToggleButtonGroup
        exclusive
        size="small"
        value={state.view}
        aria-label={t('filters.view')}
        onChange={(_event, value: ListState['view'] | null) =>
          value && onChange({ view: value })
        }
      >
        <ToggleButton value="records" className={classes.toggle}>
          {t('filters.records')}
        </ToggleButton>
        <ToggleButton value="fleet" className={classes.toggle}>
          {t('filters.fleet')}
        </ToggleButton>
      </ToggleButtonGroup>
    </div>
  );
}
