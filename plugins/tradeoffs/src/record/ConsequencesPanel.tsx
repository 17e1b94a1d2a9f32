import { makeStyles } from '@material-ui/core/styles';
import ArrowDownwardIcon from '@material-ui/icons/ArrowDownward';
import ArrowUpwardIcon from '@material-ui/icons/ArrowUpward';
import RemoveIcon from '@material-ui/icons/Remove';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Panel, tokensOf } from '@airworthy/plugin-readiness-react';
import type { RecordDetail } from '@airworthy/plugin-tradeoffs-common';
import { tradeoffsTranslationRef } from '../translation';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: { display: 'grid', gap: 10, padding: '0 16px 14px' },
      list: { margin: 0, padding: 0, listStyle: 'none' },
      item: {
        display: 'grid',
        gridTemplateColumns: '18px minmax(0, 1fr)',
        gap: 6,
        padding: '3px 0',
        fontSize: 13.5,
        overflowWrap: 'anywhere',
        '& svg': { fontSize: 16, marginTop: 2, color: tokens.textSecondary },
      },
      name: {
        margin: '0 0 2px',
        fontSize: 12,
        lineHeight: '16px',
        fontWeight: 400,
        letterSpacing: 0,
        color: tokens.textSecondary,
      },
    };
  },
  { name: 'AirworthyConsequencesPanel' },
);

const icons = {
  improves: ArrowUpwardIcon,
  degrades: ArrowDownwardIcon,
  neutral: RemoveIcon,
} as const;

/** @internal */
export interface ConsequencesPanelProps {
  record: RecordDetail;
}

/** What is gained, what is given up, and what was considered instead. */
export function ConsequencesPanel({ record }: ConsequencesPanelProps) {
  const { t } = useTranslationRef(tradeoffsTranslationRef);
  const classes = useStyles();
  const effects = record.tradeoffs.flatMap(entry => entry.qualityAttributes);
  if (effects.length === 0 && record.options.length === 0) {
    return null;
  }
  const { chosenOption } = record;
  const isChosen = (option: string) =>
    chosenOption !== undefined &&
    option
      .toLocaleLowerCase('en-US')
      .startsWith(chosenOption.toLocaleLowerCase('en-US'));
  return (
    <Panel dense title={t('consequences.title')}>
      <div className={classes.root}>
        {effects.length > 0 && (
          <ul className={classes.list}>
            {effects.map(({ name, effect }, index) => {
              const Icon = icons[effect];
              return (
                <li key={`${name} ${index}`} className={classes.item}>
                  <Icon aria-hidden />
                  <span>
                    {t(`consequences.${effect}`)} <b>{name}</b>
                  </span>
                </li>
              );
            })}
          </ul>
        )}
        {record.options.length > 0 && (
          <div>
            <h3 className={classes.name}>{t('consequences.options')}</h3>
            <ul className={classes.list}>
              {record.options.map(option => (
                <li key={option}>
                  {isChosen(option) ? (
                    <b>
                      {option} ({t('consequences.chosen')})
                    </b>
                  ) : (
                    option
                  )}
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </Panel>
  );
}
