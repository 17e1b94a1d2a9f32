import { makeStyles } from '@material-ui/core/styles';
import WarningIcon from '@material-ui/icons/Warning';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { AssumptionState } from '@airworthy/plugin-tradeoffs-common';
import {
  AgeText,
  formatShortMoment,
  tokensOf,
} from '@airworthy/plugin-readiness-react';
import type { ReactNode } from 'react';
import { tradeoffsTranslationRef } from '../translation';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        borderRadius: 4,
        padding: '12px 14px',
        backgroundColor: tokens.tones.attention.tint,
      },
      title: {
        display: 'flex',
        alignItems: 'center',
        gap: 7,
        margin: 0,
        fontWeight: 700,
        color: tokens.tones.attention.on,
        '& svg': { fontSize: 16 },
      },
      facts: {
        display: 'grid',
        gridTemplateColumns: '1.5fr 1fr 1.5fr 1fr',
        gap: '4px 20px',
        margin: '8px 0 10px',
        [theme.breakpoints.down('sm')]: {
          gridTemplateColumns: '1fr 1fr',
        },
        '& dt': {
          fontSize: 12,
          lineHeight: '16px',
          color: tokens.textSecondary,
        },
        '& dd': {
          margin: 0,
          fontSize: 14,
          lineHeight: '19px',
          overflowWrap: 'anywhere',
        },
      },
      value: { fontSize: 16, fontWeight: 700 },
      foot: {
        display: 'flex',
        flexWrap: 'wrap',
        gap: 8,
        alignItems: 'center',
        margin: 0,
      },
      rule: {
        fontSize: 12.5,
        lineHeight: '18px',
        color: tokens.textSecondary,
        overflowWrap: 'anywhere',
        '& code': {
          fontFamily: tokens.fontMonospace,
          fontSize: 12,
          background: 'none',
          color: 'inherit',
        },
      },
    };
  },
  { name: 'AirworthyContradictionBox' },
);

/** @internal */
export interface ContradictionBoxProps {
  assumption: AssumptionState;
  /** What a person may do about it. */
  actions?: ReactNode;
}

/** A claim of a record beside the fact that speaks against it. */
export function ContradictionBox(props: ContradictionBoxProps) {
  const { assumption, actions } = props;
  const { t } = useTranslationRef(tradeoffsTranslationRef);
  const classes = useStyles();
  const { claim, value, source, url, observedAt, since, rule } = assumption;
  return (
    <div className={classes.root}>
      <p className={classes.title}>
        <WarningIcon aria-hidden />
        {t('contradiction.title')}
      </p>
      <dl className={classes.facts}>
        <div>
          <dt>{t('contradiction.claim')}</dt>
          <dd>{claim}</dd>
        </div>
        <div>
          <dt>{t('contradiction.value')}</dt>
          <dd className={classes.value}>
            {value ?? t('contradiction.noValue')}
          </dd>
        </div>
        <div>
          <dt>{t('contradiction.source')}</dt>
          <dd>
            {url ? (
              <Link to={url} underline="always">
                {source ?? t('contradiction.noSource')}
              </Link>
            ) : (
              source ?? t('contradiction.noSource')
            )}
            {observedAt && (
              <>
                {', '}
                {t('contradiction.observed')} <AgeText moment={observedAt} />
              </>
            )}
          </dd>
        </div>
        <div>
          <dt>{t('contradiction.since')}</dt>
          <dd>
            {since ? (
              <time dateTime={since}>{formatShortMoment(since)}</time>
            ) : (
              t('contradiction.noSince')
            )}
          </dd>
        </div>
      </dl>
      <div className={classes.foot}>
        {actions}
        <span className={classes.rule}>
          {t('contradiction.rule')} <code>{rule}</code>
          {assumption.for && (
            <> {t('contradiction.for', { span: assumption.for })}</>
          )}
        </span>
      </div>
    </div>
  );
}
