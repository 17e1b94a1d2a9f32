import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { AgeText, Glyph, tokensOf } from '@airworthy/plugin-readiness-react';
import type { AssumptionState } from '@airworthy/plugin-tradeoffs-common';
import type { ReactNode } from 'react';
import { tradeoffsTranslationRef } from '../translation';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        display: 'grid',
        gridTemplateColumns: '18px minmax(0, 1fr)',
        gap: '0 6px',
        fontSize: 13.5,
        lineHeight: '19px',
        overflowWrap: 'anywhere',
        '& svg': { marginTop: 2 },
      },
      holds: { color: tokens.link },
      unknown: { color: tokens.tones.unknown.on },
      sub: {
        gridColumn: 2,
        fontSize: 12.5,
        color: tokens.textSecondary,
        '& code': {
          fontFamily: tokens.fontMonospace,
          fontSize: 12,
          background: 'none',
          color: 'inherit',
        },
      },
    };
  },
  { name: 'AirworthyAssumptionLine' },
);

/** @internal */
export interface AssumptionLineProps {
  assumption: AssumptionState;
}

/** A claim and whether the facts bear it out: value, source and time. */
export function AssumptionLine({ assumption }: AssumptionLineProps) {
  const { t } = useTranslationRef(tradeoffsTranslationRef);
  const classes = useStyles();
  const { claim, state, value, source, url, observedAt, rule, reason } =
    assumption;
  const facts: ReactNode[] = [];
  if (value) {
    facts.push(t('assumption.value', { value }));
  }
  if (source) {
    facts.push(
      url ? (
        <Link to={url} underline="always">
          {source}
        </Link>
      ) : (
        source
      ),
    );
  }
  if (observedAt) {
    facts.push(<AgeText moment={observedAt} />);
  }
  if (reason) {
    facts.push(reason);
  }
  facts.push(<code>{rule}</code>);
  if (assumption.for) {
    facts.push(t('contradiction.for', { span: assumption.for }));
  }
  return (
    <li className={classes.root}>
      <Glyph
        name={state === 'unknown' ? 'unknown' : 'tick'}
        size={15}
        className={state === 'unknown' ? classes.unknown : classes.holds}
      />
      <span>
        <b>{t(`assumption.${state}`)}</b> {claim}
      </span>
      <span className={classes.sub}>
        {facts.map((fact, index) => (
          <span key={index}>
            {index > 0 && ' · '}
            {fact}
          </span>
        ))}
      </span>
    </li>
  );
}
