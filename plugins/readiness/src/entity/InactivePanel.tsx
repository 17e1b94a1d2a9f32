import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { InactiveCheck } from '@airworthy/plugin-readiness-common';
import { useState } from 'react';
import {
  ActionButton,
  LevelBadge,
  levelRank,
  Panel,
  tokensOf,
  type LevelLike,
} from '../components';
import { readinessTranslationRef } from '../translation';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      list: { margin: 0, padding: 0, listStyle: 'none' },
      item: {
        display: 'grid',
        gridTemplateColumns: 'minmax(0, 1fr) auto',
        gap: '0 12px',
        padding: '8px 20px',
        borderTop: `1px solid ${tokens.line}`,
        fontSize: 14,
        lineHeight: '20px',
      },
      id: {
        fontFamily: tokens.fontMonospace,
        fontSize: 12,
        color: tokens.textSecondary,
      },
      by: {
        gridColumn: '1 / -1',
        fontSize: 12.5,
        lineHeight: '18px',
        color: tokens.textSecondary,
      },
    };
  },
  { name: 'AirworthyInactivePanel' },
);

/** @internal */
export interface InactivePanelProps {
  inactive: readonly InactiveCheck[];
  levels: readonly LevelLike[];
}

/**
 * Checks that no configured source can answer: outside level, score and
 * counts, listed with what would activate them.
 */
export function InactivePanel({ inactive, levels }: InactivePanelProps) {
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useStyles();
  const [open, setOpen] = useState(false);
  if (inactive.length === 0) {
    return null;
  }
  return (
    <Panel
      title={t('inactive.title', { count: inactive.length })}
      note={t('inactive.note')}
      actions={
        <ActionButton
          kind="text"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {open ? t('inactive.hide') : t('inactive.show')}
        </ActionButton>
      }
    >
      {open && (
        <ul className={classes.list}>
          {inactive.map(check => {
            const rank = levelRank(levels, check.level);
            return (
              <li key={check.id} className={classes.item}>
                <span>
                  {check.title} <span className={classes.id}>{check.id}</span>
                </span>
                <LevelBadge
                  rank={rank}
                  title={levels[rank - 1]?.title ?? check.level}
                />
                <span className={classes.by}>
                  {t('inactive.by', {
                    sources: check.activatedBy.join(', '),
                  })}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </Panel>
  );
}
