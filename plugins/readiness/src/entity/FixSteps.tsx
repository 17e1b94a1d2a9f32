import { makeStyles } from '@material-ui/core/styles';
import { Link, MarkdownContent } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { CheckExplanation } from '@airworthy/plugin-readiness-common';
import { tokensOf } from '../components';
import { readinessTranslationRef } from '../translation';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      list: { margin: 0, padding: 0, display: 'grid', gap: 4 },
      step: {
        display: 'grid',
        gridTemplateColumns: '18px minmax(0, 1fr)',
        listStyle: 'none',
        fontSize: 14,
        lineHeight: '20px',
        overflowWrap: 'anywhere',
        '& p': { margin: 0 },
        // The highlighter writes its own colours, of which some are too pale,
        // and a box that scrolls, which a keyboard cannot reach.
        '& pre': {
          margin: '4px 0 !important',
          padding: '8px 10px !important',
          borderRadius: 4,
          lineHeight: '18px !important',
          overflow: 'visible !important',
          backgroundColor: `${tokens.sunken} !important`,
        },
        '& code': {
          fontFamily: tokens.fontMonospace,
          fontSize: 12.5,
          color: tokens.text,
          backgroundColor: 'transparent',
          padding: 0,
        },
        '& pre code, & pre code span': {
          color: `${tokens.text} !important`,
          whiteSpace: 'pre-wrap !important',
        },
      },
      number: { color: tokens.textSecondary },
      more: { margin: '4px 0 0', fontSize: 12.5, lineHeight: '18px' },
    };
  },
  { name: 'AirworthyFixSteps' },
);

/** @internal */
export interface FixStepsProps {
  fix: CheckExplanation['fix'];
  id?: string;
}

/** How to make a check pass, step by step. */
export function FixSteps({ fix, id }: FixStepsProps) {
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useStyles();
  return (
    <div id={id}>
      <ol className={classes.list}>
        {fix.steps.map((step, index) => (
          <li key={index} className={classes.step}>
            <span aria-hidden className={classes.number}>
              {index + 1}.
            </span>
            <MarkdownContent content={step} />
          </li>
        ))}
      </ol>
      {fix.url && (
        <p className={classes.more}>
          <Link to={fix.url} underline="always" color="primary">
            {t('fix.why')}
          </Link>
        </p>
      )}
    </div>
  );
}
