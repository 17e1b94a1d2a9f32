import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RecordDetail } from '@airworthy/plugin-tradeoffs-common';
import { Glyph, tokensOf } from '@airworthy/plugin-readiness-react';
import type { ReactNode } from 'react';
import { tradeoffsTranslationRef } from '../translation';
import { RecordLink } from './RecordLink';

type DesignCoverage = RecordDetail['design'];

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: { margin: 0, padding: '0 16px 12px', listStyle: 'none' },
      item: {
        display: 'grid',
        gridTemplateColumns: '20px 18px minmax(0, 1fr)',
        gap: '0 6px',
        padding: '6px 0',
        borderTop: `1px solid ${tokens.line}`,
        fontSize: 13.5,
        lineHeight: '19px',
        '&:first-child': { borderTop: 0 },
        '& svg': { marginTop: 2 },
      },
      number: { color: tokens.textSecondary, textAlign: 'right' },
      covered: { color: tokens.link },
      missing: { color: tokens.textSecondary },
      sub: {
        gridColumn: 3,
        fontSize: 12.5,
        lineHeight: '17px',
        color: tokens.textSecondary,
        overflowWrap: 'anywhere',
      },
    };
  },
  { name: 'AirworthyDesignSteps' },
);

/** How many of the steps are covered; one that does not apply is none to cover. */
export function countDesignSteps(design: DesignCoverage): {
  covered: number;
  of: number;
} {
  const applying = design.filter(step => step.state !== 'not-applicable');
  return {
    covered: applying.filter(step => step.state === 'covered').length,
    of: applying.length,
  };
}

const glyphNames = {
  covered: 'tick',
  missing: 'missing',
  'not-applicable': 'not-applicable',
} as const;

/** @internal */
export interface DesignStepsProps {
  design: DesignCoverage;
  /** What is said of the step "Tradeoffs", which positions cover. */
  positions?: string;
  /** Offers to cover a step that is missing. */
  missingAction?: (step: DesignCoverage[number]) => ReactNode;
}

/** The eight steps in which a design is explained, and what covers each. */
export function DesignSteps(props: DesignStepsProps) {
  const { design, positions, missingAction } = props;
  const { t } = useTranslationRef(tradeoffsTranslationRef);
  const classes = useStyles();
  const explain = (step: DesignCoverage[number]): ReactNode => {
    if (step.state === 'not-applicable') {
      return t('design.notApplicable');
    }
    if (step.state === 'missing') {
      const action = missingAction?.(step);
      return (
        <>
          {t('design.missing')}
          {action && <> · {action}</>}
        </>
      );
    }
    if (step.id === 'tradeoffs' && positions) {
      return positions;
    }
    return (
      <>
        {step.recordId && (
          <RecordLink id={step.recordId}>
            {step.recordName ?? step.recordId}
          </RecordLink>
        )}
        {step.recordId && step.heading && ', '}
        {step.heading}
      </>
    );
  };
  return (
    <ol className={classes.root}>
      {design.map((step, index) => (
        <li key={step.id} className={classes.item}>
          <span aria-hidden className={classes.number}>
            {index + 1}
          </span>
          <Glyph
            name={glyphNames[step.state]}
            size={14}
            className={
              step.state === 'covered' ? classes.covered : classes.missing
            }
          />
          <span>{step.title}</span>
          <span className={classes.sub}>{explain(step)}</span>
        </li>
      ))}
    </ol>
  );
}
