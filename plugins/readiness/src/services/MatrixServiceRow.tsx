import { memo, type CSSProperties } from 'react';
import { Link } from 'react-router-dom';
import type { ScorecardRow } from '@airworthy/plugin-readiness-common';
import { applicable, levelGlyphName } from '../components';
import type { Leaf, QuestionLeaf } from './matrixColumns';
import { rowName } from './matrixRows';
import type { MatrixClasses } from './matrixStyles';
import { addCounts, cellStatus, noCounts } from './statuses';
import type { MatrixWords } from './useMatrixWords';

/** @internal */
export interface MatrixServiceRowProps {
  row: ScorecardRow;
  /** Row in the grid, header included, from 0. */
  position: number;
  top: number;
  leaves: readonly Leaf[];
  /** Numbers of the leaves to draw. */
  inView: readonly number[];
  /** How each of them is placed. */
  styles: readonly CSSProperties[];
  /** Column of the tab stop, where it is in this row. */
  activeColumn?: number;
  /** Column of the cell in the drawer, where it is in this row. */
  selectedColumn?: number;
  rank: number;
  levelTitle: string;
  /** Called only where the row is drawn: resolving a route takes its time. */
  href: (row: ScorecardRow) => string;
  words: MatrixWords;
  sumName: (service: string, leaf: QuestionLeaf, sum: string) => string;
  classes: MatrixClasses;
}

/**
 * One service. Memoised: scrolling re-renders the grid many times a second,
 * and a row that stays in view must not be drawn again.
 */
export const MatrixServiceRow = memo(function ServiceRow(
  props: MatrixServiceRowProps,
) {
  const { row, position, top, leaves, inView, styles, classes, words } = props;
  const { activeColumn, selectedColumn, rank, levelTitle, href, sumName } =
    props;
  const name = rowName(row);

  const renderCell = (number: number, place: number) => {
    const leaf = leaves[number];
    const column = number + 1;
    const shared = {
      role: 'gridcell',
      'aria-colindex': column + 1,
      'aria-selected': column === selectedColumn ? true : undefined,
      tabIndex: column === activeColumn ? 0 : -1,
      'data-column': column,
      style: styles[place],
    };
    const edge = leaf.first ? ` ${classes.edge}` : '';
    if (leaf.kind === 'question') {
      const counts = noCounts();
      addCounts(counts, row.statuses, leaf.indices);
      const total = applicable(counts);
      const good = counts.pass + counts.accepted;
      let tone = '';
      if (counts.fail > 0) {
        tone = ` ${classes.sumBad}`;
      } else if (counts.unknown > 0) {
        tone = ` ${classes.sumUnknown}`;
      }
      const sum = total === 0 ? '–' : `${good}/${total}`;
      return (
        <td
          key={leaf.key}
          {...shared}
          className={`${classes.sum}${tone}${edge}`}
          aria-label={sumName(name, leaf, sum)}
        >
          {sum}
        </td>
      );
    }
    const cell = cellStatus(row.statuses, leaf.indices[0]);
    const className = cell ? classes[cell.status] : classes.blank;
    return (
      <td
        key={leaf.key}
        {...shared}
        className={`${className}${edge}${
          cell?.drift ? ` ${classes.drift}` : ''
        }`}
        aria-label={words.cell(
          name,
          leaf.check.id,
          cell?.status,
          cell?.drift ?? false,
        )}
      />
    );
  };

  return (
    <tr
      role="row"
      aria-rowindex={position + 1}
      className={classes.row}
      style={{ top }}
      data-row={position}
      data-selected={selectedColumn !== undefined}
    >
      <th
        role="rowheader"
        scope="row"
        aria-colindex={1}
        className={classes.first}
        data-column={0}
      >
        <div className={classes.firstInner}>
          <span aria-hidden className={classes[levelGlyphName(rank)]} />
          <span className={classes.hidden}>{levelTitle}</span>
          <Link
            to={href(row)}
            className={classes.serviceLink}
            tabIndex={activeColumn === 0 ? 0 : -1}
            data-focus
          >
            {name}
          </Link>
          <span className={classes.count}>
            {row.counts.pass}/{applicable(row.counts)}
          </span>
        </div>
      </th>
      {inView.map(renderCell)}
    </tr>
  );
});
