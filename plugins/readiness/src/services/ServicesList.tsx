import { useVirtualizer } from '@tanstack/react-virtual';
import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ScorecardRow } from '@airworthy/plugin-readiness-common';
import { useRef } from 'react';
import {
  applicable,
  LevelBadge,
  levelRank,
  Meter,
  tokensOf,
  type LevelLike,
} from '../components';
import { readinessTranslationRef } from '../translation';
import { rowName } from './matrixRows';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      scroller: { flex: 1, minHeight: 0, overflow: 'auto' },
      list: { position: 'relative', margin: 0, padding: 0, listStyle: 'none' },
      item: {
        position: 'absolute',
        left: 0,
        right: 0,
        boxSizing: 'border-box',
        display: 'grid',
        gridTemplateColumns: 'minmax(0, 1fr) auto',
        alignItems: 'center',
        gap: '2px 12px',
        padding: '8px 16px',
        borderBottom: `1px solid ${tokens.line}`,
        fontSize: 14,
        lineHeight: '20px',
        color: tokens.text,
      },
      name: {
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        whiteSpace: 'nowrap',
      },
      note: {
        fontSize: 12.5,
        lineHeight: '18px',
        color: tokens.textSecondary,
      },
    };
  },
  { name: 'AirworthyServicesList' },
);

const ITEM_HEIGHT = 64;

/** @internal */
export interface ServicesListProps {
  rows: readonly ScorecardRow[];
  levels: readonly LevelLike[];
  href: (row: ScorecardRow) => string;
}

/** The services without their checks, for screens too narrow for a matrix. */
export function ServicesList({ rows, levels, href }: ServicesListProps) {
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useStyles();
  const scrollerRef = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scrollerRef.current,
    getItemKey: index => rows[index].ref,
    estimateSize: () => ITEM_HEIGHT,
    overscan: 6,
  });
  return (
    <div ref={scrollerRef} className={classes.scroller}>
      <ul
        className={classes.list}
        aria-label={t('matrix.name')}
        style={{ height: virtualizer.getTotalSize() }}
      >
        {virtualizer.getVirtualItems().map(({ index, key, start }) => {
          const row = rows[index];
          const rank = levelRank(levels, row.level);
          return (
            <li
              key={key}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              className={classes.item}
              style={{ top: start, height: ITEM_HEIGHT }}
            >
              <Link to={href(row)} color="primary" className={classes.name}>
                {rowName(row)}
              </Link>
              <LevelBadge
                rank={rank}
                title={rank === 0 ? t('level.none') : levels[rank - 1].title}
              />
              <Meter counts={row.counts} height={6} />
              <span className={classes.note}>
                {t('counts.applicablePass', {
                  pass: String(row.counts.pass),
                  applicable: String(applicable(row.counts)),
                })}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
