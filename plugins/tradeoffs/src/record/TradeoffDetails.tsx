import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { formatDate, tokensOf } from '@airworthy/plugin-readiness-react';
import type { RecordTradeoff } from '@airworthy/plugin-tradeoffs-common';
import { ContradictionBox, linkTarget, Spectrum } from '../components';
import type { Axis } from '../hooks/useAxes';
import { tradeoffsTranslationRef } from '../translation';
import { AssumptionLine } from './AssumptionLine';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        display: 'grid',
        gap: 12,
        padding: '15px 20px 16px',
        borderTop: `1px solid ${tokens.line}`,
        '&:first-of-type': { borderTop: 0 },
      },
      title: {
        margin: 0,
        fontSize: 14,
        lineHeight: '20px',
        fontWeight: 700,
        letterSpacing: 0,
      },
      strip: { maxWidth: 480 },
      text: { margin: 0, overflowWrap: 'anywhere' },
      name: {
        margin: '0 0 4px',
        fontSize: 12,
        lineHeight: '16px',
        fontWeight: 400,
        letterSpacing: 0,
        color: tokens.textSecondary,
      },
      list: { margin: 0, paddingLeft: 20, overflowWrap: 'anywhere' },
      assumptions: {
        display: 'grid',
        gap: 8,
        margin: 0,
        padding: 0,
        listStyle: 'none',
      },
      scenario: {
        display: 'grid',
        gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
        gap: '4px 20px',
        margin: 0,
        overflowWrap: 'anywhere',
        [theme.breakpoints.down('xs')]: { gridTemplateColumns: '1fr' },
        '& dt': {
          fontSize: 12,
          lineHeight: '16px',
          color: tokens.textSecondary,
        },
        '& dd': { margin: 0 },
      },
    };
  },
  { name: 'AirworthyTradeoffDetails' },
);

/** @internal */
export interface TradeoffDetailsProps {
  tradeoff: RecordTradeoff;
  /** Absent where the record names an axis that is not configured. */
  axis?: Axis;
  /** Position of the record that it replaced. */
  previous?: number;
  /** Where relative links of the evidence start. */
  fileUrl?: string;
}

/** A position with everything that it rests on. */
export function TradeoffDetails(props: TradeoffDetailsProps) {
  const { tradeoff, axis, previous, fileUrl } = props;
  const { t } = useTranslationRef(tradeoffsTranslationRef);
  const classes = useStyles();
  const { scenario, assumptions, evidence, revisitWhen } = tradeoff;
  const contradicted = assumptions.filter(
    assumption => assumption.state === 'contradicted',
  );
  const others = assumptions.filter(
    assumption => assumption.state !== 'contradicted',
  );
  return (
    <section className={classes.root}>
      <h3 className={classes.title}>{axis?.title ?? tradeoff.axis}</h3>
      {axis && (
        <div className={classes.strip}>
          <Spectrum
            axis={axis}
            position={tradeoff.position}
            previous={previous}
          />
        </div>
      )}
      {tradeoff.rationale && (
        <p className={classes.text}>{tradeoff.rationale}</p>
      )}
      {contradicted.map(assumption => (
        <ContradictionBox key={assumption.id} assumption={assumption} />
      ))}
      {others.length > 0 && (
        <div>
          <h4 className={classes.name}>{t('record.assumptions')}</h4>
          <ul className={classes.assumptions}>
            {others.map(assumption => (
              <AssumptionLine key={assumption.id} assumption={assumption} />
            ))}
          </ul>
        </div>
      )}
      {scenario && (
        <dl className={classes.scenario}>
          {(['stimulus', 'response', 'responseMeasure'] as const).map(
            name =>
              scenario[name] && (
                <div key={name}>
                  <dt>{t(`scenario.${name}`)}</dt>
                  <dd>{scenario[name]}</dd>
                </div>
              ),
          )}
        </dl>
      )}
      {evidence.length > 0 && (
        <div>
          <h4 className={classes.name}>{t('record.evidence')}</h4>
          <ul className={classes.list}>
            {evidence.map(item => {
              const target = linkTarget(item.url, { fileUrl });
              return (
                <li key={`${item.title} ${item.url}`}>
                  {target.kind === 'url' ? (
                    <Link to={target.url} underline="always">
                      {item.title}
                    </Link>
                  ) : (
                    `${item.title} (${item.url})`
                  )}
                  {item.observedAt && (
                    <>
                      {', '}
                      <time dateTime={item.observedAt}>
                        {formatDate(item.observedAt)}
                      </time>
                    </>
                  )}
                </li>
              );
            })}
          </ul>
        </div>
      )}
      {revisitWhen.length > 0 && (
        <div>
          <h4 className={classes.name}>{t('record.revisitWhen')}</h4>
          <ul className={classes.list}>
            {revisitWhen.map(item => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
