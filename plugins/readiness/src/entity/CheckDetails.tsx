import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { CheckExplanation } from '@airworthy/plugin-readiness-common';
import { useEffect, useId, useRef, useState } from 'react';
import {
  DriftNote,
  formatDate,
  LevelBadge,
  StatusChip,
  StatusGlyph,
  tokensOf,
} from '../components';
import { readinessTranslationRef } from '../translation';
import { AcceptanceNote } from './AcceptanceNote';
import { EvidenceList } from './EvidenceList';
import { FixActions } from './FixActions';
import { FixSteps } from './FixSteps';
import { FoundExpected } from './FoundExpected';
import { MissingFacts } from './MissingFacts';
import { RuleLine } from './RuleLine';
import { RuleText } from './RuleText';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        listStyle: 'none',
        display: 'grid',
        gridTemplateColumns: '98px minmax(0, 1fr) auto',
        columnGap: 12,
        padding: '12px 20px 12px 40px',
        scrollMarginTop: 80,
        fontSize: 14,
        lineHeight: '20px',
        '& + &': { borderTop: `1px solid ${tokens.line}` },
        [theme.breakpoints.down('xs')]: {
          gridTemplateColumns: 'minmax(0, 1fr)',
          padding: '12px 16px',
          rowGap: 8,
        },
      },
      target: { boxShadow: `inset 3px 0 0 ${tokens.link}` },
      flash: {
        animation: '$flash 1.5s ease-out',
        '@media (prefers-reduced-motion: reduce)': { animation: 'none' },
      },
      '@keyframes flash': {
        from: { backgroundColor: tokens.selected },
        to: { backgroundColor: 'transparent' },
      },
      middle: {
        display: 'grid',
        gap: 4,
        alignContent: 'start',
        minWidth: 0,
        '&:focus': { outline: 'none' },
      },
      title: {
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: '2px 10px',
        minHeight: 24,
        margin: 0,
        fontSize: 14,
        lineHeight: '20px',
        fontWeight: 700,
        letterSpacing: 0,
      },
      id: {
        fontFamily: tokens.fontMonospace,
        fontSize: 12,
        lineHeight: '18px',
        fontWeight: 400,
        color: tokens.textSecondary,
      },
      message: { margin: 0, overflowWrap: 'anywhere' },
      members: {
        margin: 0,
        padding: 0,
        display: 'grid',
        gap: 2,
        fontSize: 13,
      },
      member: {
        listStyle: 'none',
        display: 'flex',
        gap: 6,
        alignItems: 'baseline',
        overflowWrap: 'anywhere',
      },
      ruleButton: {
        padding: 0,
        border: 0,
        background: 'none',
        color: tokens.textSecondary,
        fontFamily: 'inherit',
        fontSize: 12,
        lineHeight: '18px',
        textDecoration: 'underline',
        textUnderlineOffset: '2px',
        cursor: 'pointer',
        '&:hover': { color: tokens.link },
        '&:focus-visible': {
          outline: `2px solid ${tokens.link}`,
          outlineOffset: 2,
          borderRadius: 4,
        },
      },
      actions: {
        display: 'grid',
        gap: 6,
        alignContent: 'start',
        minWidth: 152,
        [theme.breakpoints.down('xs')]: {
          display: 'flex',
          flexWrap: 'wrap',
          minWidth: 0,
        },
      },
      steps: {
        gridColumn: '2 / -1',
        [theme.breakpoints.down('xs')]: { gridColumn: 1 },
      },
    };
  },
  { name: 'AirworthyCheckDetails' },
);

/** @internal */
export interface CheckDetailsProps {
  entityRef: string;
  check: CheckExplanation;
  level: { rank: number; title: string };
  sourceTitles: ReadonlyMap<string, string>;
  /** One of the checks before the next level. */
  next: boolean;
  /** The URL names it: it comes into view and takes the focus. */
  target: boolean;
  /** Its status changed a moment ago. */
  changed: boolean;
}

/** Everything a person needs to understand and change one status. */
export function CheckDetails(props: CheckDetailsProps) {
  const { entityRef, check, level, sourceTitles, next, target, changed } =
    props;
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useStyles();
  const [stepsOpen, setStepsOpen] = useState(false);
  const [ruleOpen, setRuleOpen] = useState(false);
  const stepsId = useId();
  const titleId = useId();
  const itemRef = useRef<HTMLLIElement>(null);
  const middleRef = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (target) {
      itemRef.current?.scrollIntoView({ block: 'center' });
      middleRef.current?.focus({ preventScroll: true });
    }
  }, [target]);

  const open = check.status === 'fail' || check.status === 'unknown';
  const missing = check.status === 'unknown' && check.missing.length > 0;
  const members =
    check.members.length > 1 &&
    check.members.some(member => member.status !== check.members[0].status);
  return (
    <li
      ref={itemRef}
      className={`${classes.root} ${target ? classes.target : ''} ${
        changed ? classes.flash : ''
      }`}
      aria-labelledby={titleId}
    >
      <div>
        <StatusChip status={check.status} />
      </div>
      <div
        ref={middleRef}
        className={classes.middle}
        tabIndex={target ? -1 : undefined}
      >
        <h4 id={titleId} className={classes.title}>
          {check.title} <span className={classes.id}>{check.id}</span>
          <LevelBadge rank={level.rank} title={level.title} />
          <button
            type="button"
            className={classes.ruleButton}
            aria-expanded={ruleOpen}
            aria-label={t(ruleOpen ? 'rule.hideFor' : 'rule.showFor', {
              check: check.id,
            })}
            onClick={() => setRuleOpen(!ruleOpen)}
          >
            {t('rule.title')}
          </button>
        </h4>
        {!missing &&
          (check.status === 'unknown' ||
            (!check.found && check.status !== 'fail')) && (
            <p className={classes.message}>{check.message}</p>
          )}
        {(open || check.found) && <FoundExpected check={check} />}
        {members && (
          <ul className={classes.members}>
            {check.members.map(member => (
              <li key={member.member} className={classes.member}>
                <StatusGlyph status={member.status} size={13} />
                <span>
                  {member.name}: {t(`status.${member.status}`)}
                  {member.status !== 'unknown' &&
                    member.found &&
                    `, ${member.found}`}
                </span>
              </li>
            ))}
          </ul>
        )}
        {missing && <MissingFacts missing={check.missing} />}
        {check.evidence.length > 0 && (
          <EvidenceList evidence={check.evidence} />
        )}
        {check.drift.map(drift => (
          <DriftNote
            key={`${drift.fact} ${drift.member ?? ''}`}
            drift={drift}
            sourceTitles={sourceTitles}
          />
        ))}
        {check.acceptance && <AcceptanceNote acceptance={check.acceptance} />}
        {check.status !== 'pass' && (
          <RuleLine
            before={
              check.since && (
                <>
                  {t(`since.${check.status}`)}{' '}
                  <time dateTime={check.since}>{formatDate(check.since)}</time>
                </>
              )
            }
            ruleOwner={check.ruleOwner}
            sameAs={check.sameAs}
          />
        )}
        {ruleOpen && (
          <>
            <RuleText rules={check.rules} />
            {check.status === 'pass' && (
              <RuleLine ruleOwner={check.ruleOwner} sameAs={check.sameAs} />
            )}
          </>
        )}
      </div>
      {open && (
        <div className={classes.actions}>
          <FixActions
            entityRef={entityRef}
            check={check}
            prominent={next}
            stepsOpen={stepsOpen}
            onToggleSteps={() => setStepsOpen(!stepsOpen)}
            stepsId={stepsId}
          />
        </div>
      )}
      {open && (
        <div id={stepsId} className={classes.steps} hidden={!stepsOpen}>
          {stepsOpen && <FixSteps fix={check.fix} />}
        </div>
      )}
    </li>
  );
}
