import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  CheckColumn,
  CheckExplanation,
  ChecklistResponse,
  EntityTransition,
  ScorecardRow,
} from '@airworthy/plugin-readiness-common';
import {
  DriftNote,
  formatShortDate,
  formatShortMoment,
  LevelBadge,
  levelRank,
  ProblemState,
  StatusChip,
  tokensOf,
} from '../components';
import { useEffect, useRef } from 'react';
import { AcceptanceNote } from '../entity/AcceptanceNote';
import { questionOf } from '../entity/checkFilter';
import { EvidenceList } from '../entity/EvidenceList';
import { FixSteps } from '../entity/FixSteps';
import { FoundExpected } from '../entity/FoundExpected';
import { MissingFacts } from '../entity/MissingFacts';
import { RuleOwner } from '../entity/RuleLine';
import { RuleText } from '../entity/RuleText';
import { useTemplateLink } from '../entity/useTemplateLink';
import { useTradeoffLink } from '../entity/useTradeoffLink';
import { ActionButton } from '../components';
import { useResource } from '../hooks/useResource';
import { readinessTranslationRef } from '../translation';
import { CellDrawer } from './CellDrawer';
import { rowName } from './matrixRows';
import { cellStatus } from './statuses';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      section: {
        display: 'grid',
        gap: 6,
        padding: '10px 18px',
        borderBottom: `1px solid ${tokens.line}`,
        '&:last-of-type': { borderBottom: 0 },
      },
      heading: {
        margin: 0,
        fontSize: 13,
        lineHeight: '18px',
        fontWeight: 700,
        letterSpacing: 0,
      },
      text: { margin: 0, overflowWrap: 'anywhere' },
      actions: { display: 'flex', gap: 8, marginTop: 4 },
      history: {
        display: 'grid',
        gap: 2,
        margin: 0,
        padding: 0,
        listStyle: 'none',
        fontSize: 13,
        lineHeight: '19px',
      },
      historyItem: {
        display: 'grid',
        gridTemplateColumns: '52px minmax(0, 1fr)',
        gap: 8,
        overflowWrap: 'anywhere',
      },
      when: { color: tokens.textSecondary },
      small: {
        margin: 0,
        fontSize: 12.5,
        lineHeight: '18px',
        color: tokens.textSecondary,
        '& a': { color: tokens.link, textDecoration: 'underline' },
      },
    };
  },
  { name: 'AirworthyCellDetails' },
);

const HISTORY_SHOWN = 6;

function History({ items }: { items: readonly EntityTransition[] }) {
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useStyles();
  const statusWord = (status: string) =>
    ((
      {
        pass: t('status.pass'),
        fail: t('status.fail'),
        unknown: t('status.unknown'),
        'not-applicable': t('status.not-applicable'),
        accepted: t('status.accepted'),
      } as Record<string, string>
    )[status] ?? status);
  return (
    <ul className={classes.history}>
      {items.slice(0, HISTORY_SHOWN).map(item => (
        <li key={`${item.at} ${item.to}`} className={classes.historyItem}>
          <time className={classes.when} dateTime={item.at}>
            {formatShortDate(item.at)}
          </time>
          <span>
            {statusWord(item.to)}: {item.why}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** @internal */
export interface CellDetailsProps {
  row: ScorecardRow;
  check: CheckColumn;
  checklist: ChecklistResponse;
  environment?: string;
  /** How many services fail the check, of how many it applies to. */
  failing: { fail: number; applicable: number };
  /** Where those that fail it are shown. */
  failingHref: string;
  /** The service's own page, at this check. */
  href: string;
  overlay: boolean;
  onClose: () => void;
}

/** One cell, explained. */
export function CellDetails(props: CellDetailsProps) {
  const { row, check, checklist, environment, failing, failingHref } = props;
  const { href, overlay, onClose } = props;
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useStyles();
  const templateLink = useTemplateLink();
  const scorecard = useResource(
    `scorecard ${row.ref} ${environment ?? ''}`,
    api => api.getScorecard(row.ref, { environment }),
  );
  // The row is read again by itself: what explains it must not fall behind.
  const { reload } = scorecard;
  const explainedRef = useRef(row.evaluatedAt);
  useEffect(() => {
    if (explainedRef.current !== row.evaluatedAt) {
      explainedRef.current = row.evaluatedAt;
      reload();
    }
  }, [row.evaluatedAt, reload]);
  const history = useResource(
    `transitions ${row.ref} ${check.id} ${environment ?? ''}`,
    api =>
      api.listEntityTransitions(row.ref, {
        check: check.id,
        environment,
        limit: HISTORY_SHOWN,
      }),
  );

  const index = checklist.columns.findIndex(column => column.id === check.id);
  const question = checklist.questions.find(
    candidate => candidate.id === check.question,
  );
  const rank = levelRank(checklist.levels, check.level);
  const explanation: CheckExplanation | undefined =
    scorecard.value &&
    questionOf(scorecard.value, check.id)?.checks.find(
      candidate => candidate.id === check.id,
    );
  const status = explanation?.status ?? cellStatus(row.statuses, index)?.status;
  const link = templateLink(explanation?.fix.template, {
    entityRef: row.ref,
    check: check.id,
  });
  const tradeoffLink = useTradeoffLink();
  const recordLink = explanation && tradeoffLink(row.ref, explanation);
  const fixable = status === 'fail' || status === 'unknown';
  const missing = status === 'unknown' && explanation?.missing.length !== 0;
  return (
    <CellDrawer
      open
      overlay={overlay}
      title={check.id}
      onClose={onClose}
      over={
        <>
          <Link to={href} underline="always" color="primary">
            {rowName(row)}
          </Link>
          {question && ` · ${question.number ?? ''} ${question.title}`}
        </>
      }
      chips={
        <>
          {status && <StatusChip status={status} />}
          <LevelBadge
            variant="chip"
            rank={rank}
            title={checklist.levels[rank - 1]?.title ?? check.level}
          />
          {explanation?.since && (
            <span>
              {t('level.since')}{' '}
              <time dateTime={explanation.since}>
                {formatShortMoment(explanation.since)}
              </time>
            </span>
          )}
        </>
      }
    >
      {scorecard.cold && (
        <section className={classes.section} aria-hidden>
          <Skeleton variant="text" width="80%" />
          <Skeleton variant="text" width="60%" />
          <Skeleton variant="rect" height={120} />
        </section>
      )}
      {!explanation && scorecard.problem && (
        <ProblemState
          what="scorecard"
          problem={scorecard.problem}
          onRetry={scorecard.reload}
        />
      )}
      {explanation && (
        <>
          <section className={classes.section}>
            {!missing &&
              (status === 'unknown' || (!fixable && !explanation.found)) && (
                <p className={classes.text}>{explanation.message}</p>
              )}
            <FoundExpected stacked check={explanation} />
            {explanation.acceptance && (
              <AcceptanceNote acceptance={explanation.acceptance} />
            )}
            {missing && <MissingFacts missing={explanation.missing} />}
          </section>
          {(explanation.evidence.length > 0 ||
            explanation.drift.length > 0) && (
            <section className={classes.section}>
              <h3 className={classes.heading}>{t('check.evidence')}</h3>
              <EvidenceList evidence={explanation.evidence} />
              {explanation.drift.map(drift => (
                <DriftNote
                  key={`${drift.fact} ${drift.member ?? ''}`}
                  drift={drift}
                  sourceTitles={
                    new Map(
                      scorecard.value?.links.map(state => [
                        state.source,
                        state.title,
                      ]),
                    )
                  }
                />
              ))}
            </section>
          )}
          {fixable && (
            <section className={classes.section}>
              <h3 className={classes.heading}>{explanation.fix.title}</h3>
              <FixSteps fix={explanation.fix} />
              {(link || recordLink) && (
                <div className={classes.actions}>
                  {link && (
                    <ActionButton kind="primary" to={link}>
                      {t('fix.template')}
                    </ActionButton>
                  )}
                  {recordLink && (
                    <ActionButton to={recordLink}>
                      {t('tradeoff.record')}
                    </ActionButton>
                  )}
                </div>
              )}
            </section>
          )}
        </>
      )}
      {history.value && history.value.items.length > 0 && (
        <section className={classes.section}>
          <h3 className={classes.heading}>{t('drawer.changed')}</h3>
          <History items={history.value.items} />
        </section>
      )}
      <section className={classes.section}>
        <h3 className={classes.heading}>{t('rule.title')}</h3>
        <RuleText rules={explanation?.rules ?? check.rules} />
        <p className={classes.small}>
          {check.ruleOwner && (
            <>
              {t('rule.by')} <RuleOwner owner={check.ruleOwner} />.{' '}
            </>
          )}
          {check.sameAs.length > 0 &&
            `${t('rule.sameAs', { list: check.sameAs.join(', ') })}. `}
          {t('drawer.failing', {
            count: failing.fail,
            applicable: String(failing.applicable),
          })}
          {failing.fail > 0 && (
            <>
              : <Link to={failingHref}>{t('drawer.showFailing')}</Link>.
            </>
          )}
        </p>
      </section>
    </CellDrawer>
  );
}
