import { makeStyles } from '@material-ui/core/styles';
import SyncAltIcon from '@material-ui/icons/SyncAlt';
import ToggleButton from '@material-ui/lab/ToggleButton';
import ToggleButtonGroup from '@material-ui/lab/ToggleButtonGroup';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  QuestionExplanation,
  Scorecard,
} from '@airworthy/plugin-readiness-common';
import {
  ActionButton,
  levelRank,
  Panel,
  StatusGlyph,
  tokensOf,
} from '../components';
import { readinessTranslationRef } from '../translation';
import { CheckDetails } from './CheckDetails';
import {
  checkFilters,
  countByFilter,
  filterQuestions,
  openAtFirst,
  parseCheckFilter,
  questionOf,
  type CheckFilter,
} from './checkFilter';
import type { EntityTabState } from './entityTabState';
import { QuestionAccordion } from './QuestionAccordion';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      filter: {
        gap: 6,
        height: 30,
        padding: '0 10px',
        fontSize: 13,
        letterSpacing: 0,
        textTransform: 'none',
        whiteSpace: 'nowrap',
        color: tokens.text,
        borderColor: tokens.control,
        '&.Mui-selected': {
          color: tokens.text,
          fontWeight: 700,
          backgroundColor: tokens.selected,
        },
        '& svg': { fontSize: 14 },
      },
      filterLabel: { gap: 6 },
      also: {
        padding: '8px 20px 8px 68px',
        borderTop: `1px solid ${tokens.line}`,
        backgroundColor: tokens.sunken,
        color: tokens.textSecondary,
        fontSize: 12.5,
        lineHeight: '20px',
        margin: 0,
        fontWeight: 400,
        letterSpacing: 0,
      },
      checks: { margin: 0, padding: 0 },
      inactive: {
        margin: 0,
        padding: '4px 20px 10px 68px',
        color: tokens.textSecondary,
      },
      none: {
        padding: '16px 20px 20px',
        borderTop: `1px solid ${tokens.line}`,
        color: tokens.textSecondary,
      },
    };
  },
  { name: 'AirworthyQuestionsPanel' },
);

function FilterMark({ filter }: { filter: CheckFilter }) {
  if (filter === 'all') {
    return null;
  }
  return filter === 'drift' ? (
    <SyncAltIcon aria-hidden />
  ) : (
    <StatusGlyph status={filter} size={14} />
  );
}

/** @internal */
export interface QuestionsPanelProps {
  scorecard: Scorecard;
  state: EntityTabState;
  onChange: (change: Partial<EntityTabState>) => void;
  /** Ids of checks whose status changed a moment ago. */
  changed: ReadonlySet<string>;
}

/** The questions in the checklist's order, each with its checks. */
export function QuestionsPanel(props: QuestionsPanelProps) {
  const { scorecard, state, onChange, changed } = props;
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useStyles();
  const counts = countByFilter(scorecard.questions);
  const questions = filterQuestions(scorecard.questions, state.filter);
  const next = new Set(scorecard.next?.checks);
  const sourceTitles = new Map(
    scorecard.links.map(link => [link.source, link.title]),
  );

  const targetQuestion = state.check && questionOf(scorecard, state.check)?.id;
  const chosen = state.open ?? openAtFirst(scorecard);
  // What a filter leaves is what the reader asked for: it is shown at once.
  const openByDefault =
    state.filter === 'all' || state.open
      ? chosen
      : questions.map(question => question.id);
  const open = new Set(openByDefault);
  if (targetQuestion && !state.open) {
    open.add(targetQuestion);
  }
  const allOpen = questions.every(question => open.has(question.id));

  const toggle = (id: string) => {
    const ids = new Set(open);
    if (!ids.delete(id)) {
      ids.add(id);
    }
    onChange({ open: [...ids] });
  };

  const renderQuestion = (question: QuestionExplanation) => (
    <QuestionAccordion
      key={question.id}
      question={question}
      open={open.has(question.id)}
      onToggle={() => toggle(question.id)}
    >
      {question.checks.length === 0 && (
        <p className={classes.inactive}>{t('question.inactiveText')}</p>
      )}
      <ul className={classes.checks}>
        {question.checks.map(check => {
          const rank = levelRank(scorecard.levels, check.level);
          return (
            <CheckDetails
              key={check.id}
              entityRef={scorecard.entityRef}
              check={check}
              level={{
                rank,
                title: scorecard.levels[rank - 1]?.title ?? check.level,
              }}
              sourceTitles={sourceTitles}
              next={next.has(check.id)}
              target={check.id === state.check}
              changed={changed.has(check.id)}
            />
          );
        })}
      </ul>
    </QuestionAccordion>
  );

  const numbered = questions.filter(question => question.number !== undefined);
  const also = questions.filter(question => question.number === undefined);
  return (
    <Panel
      title={t('questions.title')}
      actions={
        <>
          <ToggleButtonGroup
            exclusive
            size="small"
            value={state.filter}
            aria-label={t('questions.show')}
            onChange={(_event, value: string | null) =>
              // Pressing the chosen one again shows all.
              onChange({ filter: parseCheckFilter(value), open: undefined })
            }
          >
            {checkFilters
              .filter(
                filter =>
                  filter !== 'drift' ||
                  counts.drift > 0 ||
                  state.filter === 'drift',
              )
              .map(filter => (
                <ToggleButton
                  key={filter}
                  value={filter}
                  className={classes.filter}
                  classes={{ label: classes.filterLabel }}
                >
                  <FilterMark filter={filter} />
                  {t(`questions.filter.${filter}`)} {counts[filter]}
                </ToggleButton>
              ))}
          </ToggleButtonGroup>
          <ActionButton
            kind="text"
            onClick={() =>
              onChange({
                open: allOpen ? [] : questions.map(question => question.id),
              })
            }
          >
            {allOpen ? t('questions.collapseAll') : t('questions.expandAll')}
          </ActionButton>
        </>
      }
    >
      {numbered.map(renderQuestion)}
      {also.length > 0 && (
        <h3 className={classes.also}>{t('questions.also')}</h3>
      )}
      {also.map(renderQuestion)}
      {questions.length === 0 && (
        <div className={classes.none}>
          {t('questions.noMatch', {
            filter: t(`questions.filter.${state.filter}`),
          })}{' '}
          <ActionButton
            kind="text"
            onClick={() => onChange({ filter: 'all', open: undefined })}
          >
            {t('questions.showAll')}
          </ActionButton>
        </div>
      )}
    </Panel>
  );
}
