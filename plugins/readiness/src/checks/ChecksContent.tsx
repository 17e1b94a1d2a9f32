import InputAdornment from '@material-ui/core/InputAdornment';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import FilterListIcon from '@material-ui/icons/FilterList';
import SearchIcon from '@material-ui/icons/Search';
import Skeleton from '@material-ui/lab/Skeleton';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { CheckSummary } from '@airworthy/plugin-readiness-common';
import { useCallback, useRef, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  ActionButton,
  BlankState,
  PageHead,
  levelRank,
  Panel,
  ProblemState,
  Refetching,
  RereadFailedNotice,
  tokensOf,
} from '../components';
import { InactivePanel } from '../entity/InactivePanel';
import { FailingSourcesNotice } from '../fleet/FailingSourcesNotice';
import { useResource } from '../hooks/useResource';
import { addAll, noCounts, passRate, percent } from '../services/statuses';
import { readinessTranslationRef } from '../translation';
import { CheckRow } from './CheckRow';
import {
  parseChecksState,
  withChecksState,
  type ChecksState,
} from './checksState';
import { DraftPanel } from './DraftPanel';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      stack: { display: 'grid', gap: 16, paddingBottom: 24 },
      list: { margin: 0, padding: 0 },
      notices: { display: 'grid', gap: 8, marginBottom: 8 },
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
        '& svg': { fontSize: 18, color: tokens.textSecondary },
      },
    };
  },
  { name: 'AirworthyChecks' },
);

/** The page "Checks": each rule, how the fleet answers it, and a place to try one. */
export function ChecksContent() {
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useStyles();
  const [query, setQuery] = useSearchParams();
  const state = parseChecksState(query);
  const { environment } = state;
  const [replaces, setReplaces] = useState<string | undefined>();
  const draftRef = useRef<HTMLDivElement>(null);

  const checklist = useResource(`checklist ${environment ?? ''}`, api =>
    api.getChecklist({ environment }),
  );
  const checks = useResource(`checks ${environment ?? ''}`, api =>
    api.listChecks({ environment }),
  );
  const change = useCallback(
    (changes: Partial<ChecksState>) =>
      setQuery(before => withChecksState(before, changes), { replace: true }),
    [setQuery],
  );
  const problem = checklist.problem ?? checks.problem;
  const reload = () => {
    checklist.reload();
    checks.reload();
  };

  const tryChange = (check: string) => {
    setReplaces(check);
    draftRef.current?.scrollIntoView({ block: 'start' });
  };

  const renderBody = () => {
    if (!checklist.value || !checks.value) {
      return problem ? (
        <Panel title={t('checks.title')}>
          <ProblemState what="checks" problem={problem} onRetry={reload} />
        </Panel>
      ) : (
        <div role="status" aria-label={t('state.loadingChecks')}>
          {Array.from({ length: 6 }, (_item, index) => (
            <Skeleton key={index} variant="rect" height={110} />
          ))}
        </div>
      );
    }
    const { levels, questions } = checklist.value;
    const words = state.q.trim().toLocaleLowerCase();
    const wanted = (check: CheckSummary) =>
      !words ||
      check.id.includes(words) ||
      check.title.toLocaleLowerCase().includes(words) ||
      check.sameAs.some(rule => rule.toLocaleLowerCase().includes(words));
    const shown = checks.value.items.filter(wanted);
    return (
      <div className={classes.stack}>
        {shown.length === 0 && (
          <Panel title={t('checks.title')}>
            <BlankState
              icon={<FilterListIcon />}
              title={t('checks.noMatch')}
              actions={
                <ActionButton kind="primary" onClick={() => change({ q: '' })}>
                  {t('filters.clear')}
                </ActionButton>
              }
            >
              {t('checks.noMatchText', { q: state.q })}
            </BlankState>
          </Panel>
        )}
        {questions.map(question => {
          const items = shown.filter(check => check.question === question.id);
          if (items.length === 0) {
            return null;
          }
          const counts = noCounts();
          items.forEach(check => addAll(counts, check.counts));
          const rate = passRate(counts);
          return (
            <Panel
              key={question.id}
              title={`${question.number ? `${question.number} ` : ''}${
                question.title
              }`}
              note={[
                t(`quality.${question.quality}`),
                ...(rate === undefined
                  ? []
                  : [t('checks.rate', { percent: String(percent(rate)) })]),
              ].join(' · ')}
            >
              <ul className={classes.list}>
                {items.map(check => {
                  const rank = levelRank(levels, check.level);
                  return (
                    <CheckRow
                      key={check.id}
                      check={check}
                      level={{
                        rank,
                        title: levels[rank - 1]?.title ?? check.level,
                      }}
                      open={state.check === check.id}
                      onToggle={() =>
                        change({
                          check:
                            state.check === check.id ? undefined : check.id,
                        })
                      }
                      onTry={() => tryChange(check.id)}
                    />
                  );
                })}
              </ul>
            </Panel>
          );
        })}
        <InactivePanel inactive={checks.value.inactive} levels={levels} />
        <div ref={draftRef}>
          <DraftPanel
            checklist={checklist.value}
            checks={checks.value.items}
            replaces={replaces}
            onReplaces={setReplaces}
          />
        </div>
      </div>
    );
  };

  return (
    <div>
      <PageHead
        title={t('checks.title')}
        note={
          checks.value &&
          t('checks.note', {
            active: t('services.checks', { count: checks.value.items.length }),
            inactive: String(checks.value.inactive.length),
          })
        }
      >
        <TextField
          className={classes.search}
          variant="outlined"
          size="small"
          type="search"
          value={state.q}
          placeholder={t('checks.search')}
          onChange={event => change({ q: event.target.value })}
          inputProps={{ 'aria-label': t('checks.search') }}
          InputProps={{
            startAdornment: (
              <InputAdornment position="start">
                <SearchIcon aria-hidden />
              </InputAdornment>
            ),
          }}
        />
      </PageHead>
      <div className={classes.notices}>
        <FailingSourcesNotice />
        {checks.value && problem && (
          <RereadFailedNotice problem={problem} onRetry={reload} />
        )}
      </div>
      <Refetching active={checks.loading && !checks.cold} />
      {renderBody()}
    </div>
  );
}
