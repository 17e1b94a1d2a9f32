import { makeStyles } from '@material-ui/core/styles';
import ChevronRightIcon from '@material-ui/icons/ChevronRight';
import ErrorOutlineIcon from '@material-ui/icons/ErrorOutline';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { CheckSummary } from '@airworthy/plugin-readiness-common';
import { useEffect, useId, useRef } from 'react';
import {
  ActionButton,
  applicable,
  LevelBadge,
  Meter,
  Notice,
  tokensOf,
} from '../components';
import { RuleLine } from '../entity/RuleLine';
import { RuleText } from '../entity/RuleText';
import { useFleetLink } from '../overview/useFleetLink';
import { percent } from '../services/statuses';
import { readinessTranslationRef } from '../translation';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        listStyle: 'none',
        borderTop: `1px solid ${tokens.line}`,
        scrollMarginTop: 80,
      },
      summary: {
        display: 'grid',
        gridTemplateColumns: '18px minmax(0, 1fr) 84px 160px 48px 132px',
        columnGap: 12,
        alignItems: 'center',
        width: '100%',
        minHeight: 42,
        padding: '6px 20px 6px 14px',
        border: 0,
        background: 'none',
        color: tokens.text,
        fontFamily: 'inherit',
        fontSize: 14,
        lineHeight: '20px',
        textAlign: 'left',
        cursor: 'pointer',
        '&:hover': { backgroundColor: tokens.hover },
        '&:focus-visible': {
          outline: `2px solid ${tokens.link}`,
          outlineOffset: -2,
        },
        [theme.breakpoints.down('sm')]: {
          gridTemplateColumns: '18px minmax(0, 1fr) 84px 48px',
          '& > $meter, & > $fails': { display: 'none' },
        },
      },
      heading: { margin: 0, font: 'inherit' },
      chevron: { fontSize: 18, color: tokens.textSecondary },
      open: { transform: 'rotate(90deg)' },
      id: {
        marginLeft: 10,
        fontFamily: tokens.fontMonospace,
        fontSize: 12,
        color: tokens.textSecondary,
      },
      meter: { display: 'block' },
      rate: { textAlign: 'right', fontWeight: 700 },
      fails: { textAlign: 'right', color: tokens.textSecondary, fontSize: 13 },
      details: {
        display: 'grid',
        gap: 8,
        padding: '0 20px 16px 44px',
        fontSize: 14,
        lineHeight: '20px',
      },
      facts: { display: 'grid', gap: 3, margin: 0 },
      fact: {
        display: 'grid',
        gridTemplateColumns: '110px minmax(0, 1fr)',
        overflowWrap: 'anywhere',
      },
      term: { color: tokens.textSecondary },
      value: { margin: 0 },
      mono: { fontFamily: tokens.fontMonospace, fontSize: 12.5 },
      actions: { display: 'flex', flexWrap: 'wrap', gap: 8 },
    };
  },
  { name: 'AirworthyCheckRow' },
);

/** @internal */
export interface CheckRowProps {
  check: CheckSummary;
  level: { rank: number; title: string };
  open: boolean;
  onToggle: () => void;
  onTry: () => void;
}

/** One rule: how the fleet answers it, and how it reads. */
export function CheckRow(props: CheckRowProps) {
  const { check, level, open, onToggle, onTry } = props;
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useStyles();
  const fleetLink = useFleetLink();
  const detailsId = useId();
  const itemRef = useRef<HTMLLIElement>(null);
  const openedHere = useRef(false);

  useEffect(() => {
    if (open && !openedHere.current) {
      itemRef.current?.scrollIntoView({ block: 'nearest' });
    }
  }, [open]);

  const total = applicable(check.counts);
  const { fail, unknown, accepted } = check.counts;
  return (
    <li ref={itemRef} className={classes.root}>
      <h3 className={classes.heading}>
        <button
          type="button"
          className={classes.summary}
          aria-expanded={open}
          aria-controls={detailsId}
          onClick={() => {
            openedHere.current = true;
            onToggle();
          }}
        >
          <ChevronRightIcon
            aria-hidden
            className={`${classes.chevron} ${open ? classes.open : ''}`}
          />
          <span>
            {check.title} <span className={classes.id}>{check.id}</span>
          </span>
          <LevelBadge rank={level.rank} title={level.title} />
          <span className={classes.meter}>
            <Meter counts={check.counts} />
          </span>
          <span className={classes.rate}>
            {total === 0 ? '–' : `${percent(check.passRate)}%`}
          </span>
          <span className={classes.fails}>
            {t('checks.fails', {
              count: fail,
              applicable: String(total),
            })}
          </span>
        </button>
      </h3>
      {open && (
        <div id={detailsId} className={classes.details}>
          {check.error && (
            <Notice tone="fail" icon={<ErrorOutlineIcon />}>
              <strong>{t('checks.ruleError')}</strong> {check.error}
            </Notice>
          )}
          <dl className={classes.facts}>
            <div className={classes.fact}>
              <dt className={classes.term}>{t('check.expected')}</dt>
              <dd className={classes.value}>{check.expected}</dd>
            </div>
            <div className={classes.fact}>
              <dt className={classes.term}>{t('checks.reads')}</dt>
              <dd className={`${classes.value} ${classes.mono}`}>
                {check.facts.join(', ')}
              </dd>
            </div>
            <div className={classes.fact}>
              <dt className={classes.term}>{t('checks.sources')}</dt>
              <dd className={classes.value}>{check.sources.join(', ')}</dd>
            </div>
            <div className={classes.fact}>
              <dt className={classes.term}>{t('checks.counts')}</dt>
              <dd className={classes.value}>
                {[
                  t('checks.passCount', { count: check.counts.pass }),
                  t('checks.failCount', { count: fail }),
                  t('checks.unknownCount', { count: unknown }),
                  t('checks.acceptedCount', { count: accepted }),
                  t('checks.notApplicableCount', {
                    count: check.counts['not-applicable'],
                  }),
                ].join(', ')}
              </dd>
            </div>
            {!check.acceptable && (
              <div className={classes.fact}>
                <dt className={classes.term}>{t('checks.acceptance')}</dt>
                <dd className={classes.value}>{t('checks.notAcceptable')}</dd>
              </div>
            )}
          </dl>
          <RuleText rules={check.rules} />
          <RuleLine ruleOwner={check.ruleOwner} sameAs={check.sameAs} />
          <div className={classes.actions}>
            {fail > 0 && (
              <Link
                to={fleetLink({
                  status: [{ check: check.id, status: 'fail' }],
                })}
                color="primary"
              >
                {t('checks.showFailing', { count: fail })}
              </Link>
            )}
            {unknown > 0 && (
              <Link
                to={fleetLink({
                  status: [{ check: check.id, status: 'unknown' }],
                })}
                color="primary"
              >
                {t('checks.showUnknown', { count: unknown })}
              </Link>
            )}
            <ActionButton kind="text" onClick={onTry}>
              {t('checks.tryChange')}
            </ActionButton>
          </div>
        </div>
      )}
    </li>
  );
}
