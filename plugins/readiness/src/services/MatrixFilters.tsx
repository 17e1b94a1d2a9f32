import InputAdornment from '@material-ui/core/InputAdornment';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import SearchIcon from '@material-ui/icons/Search';
import ToggleButton from '@material-ui/lab/ToggleButton';
import ToggleButtonGroup from '@material-ui/lab/ToggleButtonGroup';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  ChecklistResponse,
  ScorecardRow,
} from '@airworthy/plugin-readiness-common';
import { useMemo } from 'react';
import {
  ActionButton,
  FilterPicker,
  FilterSelect,
  tokensOf,
  type FilterOption,
} from '../components';
import { readinessTranslationRef } from '../translation';
import { facetOptions } from './matrixRows';
import {
  groupings,
  isFiltered,
  sortings,
  withoutFilters,
  type Facet,
  type MatrixState,
  type Scope,
} from './matrixState';
import { useFacetLabel } from './useFacetLabel';

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
        width: 196,
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
      grow: { flex: 1 },
      scope: {
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
      chips: {
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 8,
        flexBasis: '100%',
        fontSize: 13,
        color: tokens.textSecondary,
      },
    };
  },
  { name: 'AirworthyMatrixFilters' },
);

const shown: Facet[] = ['owner', 'system', 'tier', 'lifecycle', 'level'];

/** @internal */
export interface MatrixFiltersProps {
  checklist: ChecklistResponse;
  /** The whole fleet: what can be chosen does not shrink while choosing. */
  rows: readonly ScorecardRow[];
  state: MatrixState;
  scope: Scope;
  /** How many services are the reader's own. */
  mine: number;
  onChange: (change: Partial<MatrixState>) => void;
}

/** Everything that narrows, groups and orders the matrix. */
export function MatrixFilters(props: MatrixFiltersProps) {
  const { checklist, rows, state, scope, mine, onChange } = props;
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useStyles();
  const facetLabel = useFacetLabel(checklist.levels);
  const options = useMemo(
    () =>
      new Map(
        shown.map(facet => [
          facet,
          facetOptions(rows, facet).map(
            ({ value, count }): FilterOption => ({
              value,
              count,
              label: facetLabel(facet, value),
            }),
          ),
        ]),
      ),
    [rows, facetLabel],
  );
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
      {(mine > 0 || scope === 'mine') && (
        <ToggleButtonGroup
          exclusive
          size="small"
          value={scope}
          aria-label={t('filters.scope')}
          onChange={(_event, value: Scope | null) =>
            value && onChange({ scope: value })
          }
        >
          <ToggleButton value="mine" className={classes.scope}>
            {t('filters.mine')} {mine}
          </ToggleButton>
          <ToggleButton value="all" className={classes.scope}>
            {t('filters.everyone')} {rows.length}
          </ToggleButton>
        </ToggleButtonGroup>
      )}
      {shown.map(facet => (
        <FilterPicker
          key={facet}
          label={t(`facet.${facet}`)}
          options={options.get(facet) ?? []}
          selected={state[facet]}
          onChange={selected => onChange({ [facet]: selected })}
        />
      ))}
      <span className={classes.grow} />
      <FilterSelect
        label={t('group.label')}
        value={state.group}
        set={state.group !== 'none'}
        options={groupings.map(value => ({
          value,
          label: t(`group.by.${value}`),
        }))}
        onChange={group => onChange({ group, closed: [] })}
      />
      <FilterSelect
        label={t('sort.label')}
        value={state.sort}
        options={sortings.map(value => ({
          value,
          label: t(`sort.by.${value}`),
        }))}
        onChange={sort => onChange({ sort })}
      />
      {(state.status.length > 0 ||
        state.only.length > 0 ||
        isFiltered(state)) && (
        <div className={classes.chips}>
          {state.status.map(({ check, status }) => (
            <ActionButton
              key={`${check} ${status}`}
              aria-label={t('filters.removeStatus', {
                check,
                status: t(`status.${status}`),
              })}
              onClick={() =>
                onChange({
                  status: state.status.filter(
                    item => item.check !== check || item.status !== status,
                  ),
                })
              }
            >
              {check}: {t(`status.${status}`)} ×
            </ActionButton>
          ))}
          {state.only.length > 0 && (
            <ActionButton
              aria-label={t('filters.removeOnly')}
              onClick={() => onChange({ only: [] })}
            >
              {t('filters.only', { count: state.only.length })} ×
            </ActionButton>
          )}
          <ActionButton
            kind="text"
            onClick={() => onChange({ ...withoutFilters, scope: state.scope })}
          >
            {t('filters.clear')}
          </ActionButton>
        </div>
      )}
    </div>
  );
}
