import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { MissingFact } from '@airworthy/plugin-readiness-common';
import { AgeText, LinkStateChip, tokensOf } from '../components';
import { readinessTranslationRef } from '../translation';
import { groupMissing } from './missingFacts';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      text: { margin: 0, overflowWrap: 'anywhere' },
      fact: { fontFamily: tokens.fontMonospace, fontSize: 12.5 },
      list: {
        display: 'grid',
        gap: 3,
        margin: '2px 0 0',
        padding: 0,
        listStyle: 'none',
      },
      source: {
        display: 'grid',
        gridTemplateColumns: '74px minmax(0, 1fr)',
        gap: 8,
        alignItems: 'baseline',
        fontSize: 13,
        lineHeight: '20px',
        overflowWrap: 'anywhere',
      },
    };
  },
  { name: 'AirworthyMissingFacts' },
);

/** @internal */
export interface MissingFactsProps {
  missing: readonly MissingFact[];
}

/** What a rule needs and nobody supplied, and who could, source by source. */
export function MissingFacts({ missing }: MissingFactsProps) {
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useStyles();
  return (
    <>
      {groupMissing(missing).map(group => (
        <div key={`${group.facts.join()} ${group.reason}`}>
          <p className={classes.text}>
            {t('missing.noEvidence')}{' '}
            {group.facts.map((fact, index) => (
              <span key={fact}>
                {index > 0 && ', '}
                <code className={classes.fact}>{fact}</code>
              </span>
            ))}
            : {group.reason}
            {group.sources.length > 0 && ` ${t('missing.canComeFrom')}`}
          </p>
          <ul className={classes.list}>
            {group.sources.map(source => (
              <li key={source.source} className={classes.source}>
                <LinkStateChip status={source.status} />
                <span>
                  {source.title}
                  {source.message && `: ${source.message}`}
                  {source.since && (
                    <>
                      {' · '}
                      <AgeText moment={source.since} />
                    </>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}
