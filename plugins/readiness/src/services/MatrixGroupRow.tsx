import { memo, useMemo, type CSSProperties } from 'react';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { readinessTranslationRef } from '../translation';
import { leafRates } from './leafRates';
import type { QuestionSpan } from './matrixColumns';
import { rowsPassRate, type GroupItem } from './matrixRows';
import type { MatrixClasses } from './matrixStyles';
import { percent } from './statuses';

/** @internal */
export interface MatrixGroupRowProps {
  item: GroupItem;
  /** What people call the group. */
  title: string;
  position: number;
  top: number;
  /**
   * Set while it sticks below the header: the distance from the end of its
   * services to the end of the grid, within which it does not stick.
   */
  stuckUntil?: number;
  spans: readonly QuestionSpan[];
  /** Numbers of the questions to draw. */
  spansInView: readonly number[];
  /** How each of them is placed. */
  styles: readonly CSSProperties[];
  /** Column of the tab stop, where it is in this row. */
  activeColumn?: number;
  classes: MatrixClasses;
}

/** The row above the services of one group, with its pass rates. */
export const MatrixGroupRow = memo(function GroupRow(
  props: MatrixGroupRowProps,
) {
  const { item, title, position, top, stuckUntil, spans, spansInView } = props;
  const { classes } = props;
  const stuck = stuckUntil !== undefined;
  const { activeColumn, styles } = props;
  const { t } = useTranslationRef(readinessTranslationRef);
  const rates = useMemo(() => leafRates(item.rows, spans), [item.rows, spans]);
  const rate = percent(rowsPassRate(item.rows));
  return (
    <tr
      role="row"
      aria-rowindex={position + 1}
      className={`${classes.groupRow} ${stuck ? classes.stuck : ''}`}
      // The margin is what the next group pushes it away with.
      style={stuck ? { marginBottom: stuckUntil } : { top }}
      data-row={position}
    >
      <th
        role="rowheader"
        scope="rowgroup"
        aria-colindex={1}
        className={classes.groupFirst}
        data-column={0}
      >
        <button
          type="button"
          className={classes.groupButton}
          aria-expanded={item.open}
          tabIndex={activeColumn === 0 ? 0 : -1}
          data-focus
        >
          <ExpandMoreIcon
            aria-hidden
            className={item.open ? undefined : classes.closed}
          />
          <span className={classes.groupName}>{title}</span>{' '}
          <span className={classes.groupNote}>
            {t('matrix.groupNote', {
              count: item.rows.length,
              percent: String(rate),
            })}
          </span>
        </button>
      </th>
      {spansInView.map((number, place) => {
        const span = spans[number];
        const value = rates[number];
        return (
          <td
            key={span.question.id}
            role="gridcell"
            aria-colindex={span.from + 2}
            aria-colspan={span.to - span.from + 1}
            colSpan={span.to - span.from + 1}
            className={classes.groupCell}
            style={styles[place]}
            tabIndex={
              activeColumn !== undefined &&
              activeColumn > span.from &&
              activeColumn <= span.to + 1
                ? 0
                : -1
            }
            data-column={span.from + 1}
            data-column-end={span.to + 1}
            aria-label={t('matrix.groupRate', {
              group: title,
              question: span.question.shortTitle,
              rate: value === undefined ? '–' : `${percent(value)}%`,
            })}
          >
            {value === undefined ? '' : `${percent(value)}%`}
          </td>
        );
      })}
    </tr>
  );
});
