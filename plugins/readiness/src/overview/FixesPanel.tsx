import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  ChecklistResponse,
  Fix,
} from '@airworthy/plugin-readiness-common';
import {
  ActionButton,
  LevelGlyph,
  levelRank,
  Panel,
  tokensOf,
} from '../components';
import { readinessTranslationRef } from '../translation';
import { useFleetLink } from './useFleetLink';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      list: { margin: 0, padding: 0, listStyle: 'none' },
      item: {
        display: 'grid',
        gridTemplateColumns: 'minmax(0, 1fr) auto',
        gap: '2px 12px',
        padding: '12px 20px',
        borderTop: `1px solid ${tokens.line}`,
        fontSize: 14,
        lineHeight: '20px',
        '&:first-child': {
          padding: '14px 20px',
          borderTop: 0,
          backgroundColor: tokens.selected,
          '& $title': { fontSize: 16, lineHeight: '22px' },
          '& $note': { color: tokens.text },
        },
      },
      title: { gridColumn: '1 / -1', fontWeight: 700 },
      units: {
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 2,
      },
      unitText: { marginLeft: 6 },
      note: {
        gridColumn: '1 / -1',
        fontSize: 12.5,
        lineHeight: '18px',
        color: tokens.textSecondary,
      },
      id: { fontFamily: tokens.fontMonospace, fontSize: 12 },
      first: { gridColumn: '1 / -1', marginTop: 6 },
      none: {
        margin: 0,
        padding: '0 20px 20px',
        color: tokens.textSecondary,
        fontSize: 14,
      },
    };
  },
  { name: 'AirworthyFixes' },
);

const SHOWN = 4;
/** More marks than this are counted, not drawn. */
const MARKS = 12;

/** @internal */
export interface FixesPanelProps {
  checklist: ChecklistResponse;
  fixes: readonly Fix[];
}

/** The checks that would lift most services to a higher level. */
export function FixesPanel({ checklist, fixes }: FixesPanelProps) {
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useStyles();
  const fleetLink = useFleetLink();
  const lifting = fixes.filter(fix => fix.lifts > 0).slice(0, SHOWN);
  return (
    <Panel title={t('fixes.title')}>
      {lifting.length === 0 && (
        <p className={classes.none}>{t('fixes.none')}</p>
      )}
      <ol className={classes.list}>
        {lifting.map((fix, index) => {
          const rank = levelRank(checklist.levels, fix.liftsTo ?? fix.level);
          const link = fleetLink({
            status: [
              { check: fix.check, status: 'fail' },
              { check: fix.check, status: 'unknown' },
            ],
            // A list of fifty is all that the answer names: beyond it all
            // that do not pass are shown.
            only: fix.lifts <= fix.services.length ? fix.services : [],
          });
          return (
            <li key={fix.check} className={classes.item}>
              <span className={classes.title}>{fix.title}</span>
              <span className={classes.units}>
                {Array.from(
                  { length: Math.min(fix.lifts, MARKS) },
                  (_, mark) => (
                    <LevelGlyph key={mark} rank={rank} size={15} />
                  ),
                )}
                <span className={classes.unitText}>
                  {t('fixes.lifts', {
                    count: fix.lifts,
                    level: checklist.levels[rank - 1]?.title ?? '',
                  })}
                </span>
              </span>
              {index > 0 && (
                <Link
                  to={link}
                  color="primary"
                  aria-label={t('fixes.showFor', { title: fix.title })}
                >
                  {t('fixes.show')}
                </Link>
              )}
              <span className={classes.note}>
                <span className={classes.id}>{fix.check}</span>
                {fix.fails + fix.unknown > 0 &&
                  ` · ${[
                    fix.fails > 0 && t('fixes.fails', { count: fix.fails }),
                    fix.unknown > 0 &&
                      t('fixes.unknown', { count: fix.unknown }),
                  ]
                    .filter(Boolean)
                    .join(', ')}`}
              </span>
              {index === 0 && (
                <span className={classes.first}>
                  <ActionButton kind="primary" to={link}>
                    {t('fixes.showCount', { count: fix.lifts })}
                  </ActionButton>
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}
