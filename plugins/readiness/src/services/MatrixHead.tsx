import { memo, type CSSProperties } from 'react';
import ChevronRightIcon from '@material-ui/icons/ChevronRight';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { LevelGlyph, levelRank, type LevelLike } from '../components';
import { readinessTranslationRef } from '../translation';
import type { MatrixColumns } from './matrixColumns';
import { HEADER, type MatrixClasses } from './matrixStyles';
import { percent } from './statuses';

/** @internal */
export interface MatrixHeadProps {
  columns: MatrixColumns;
  inView: readonly number[];
  spansInView: readonly number[];
  /** How the leaves in view are placed, and the questions. */
  styles: readonly CSSProperties[];
  spanStyles: readonly CSSProperties[];
  levels: readonly LevelLike[];
  /** By leaf: share that passes or is accepted. */
  rates: ReadonlyArray<number | undefined>;
  /** Whether the rates are those of the whole fleet. */
  filtered: boolean;
  active?: { row: number; column: number };
  selectedColumn?: number;
  classes: MatrixClasses;
}

/** Questions, checks and the fleet's pass rates, above the rows. */
export const MatrixHead = memo(function Head(props: MatrixHeadProps) {
  const { columns, inView, spansInView, levels, rates, filtered } = props;
  const { active, selectedColumn, styles, spanStyles, classes } = props;
  const { t } = useTranslationRef(readinessTranslationRef);
  const stop = (row: number, from: number, to = from) =>
    active?.row === row && active.column >= from && active.column <= to
      ? 0
      : -1;
  return (
    // Laid out as blocks, these elements lose the roles that they are born with.
    // eslint-disable-next-line jsx-a11y/no-redundant-roles -- see above
    <thead role="rowgroup" className={classes.head}>
      <tr
        role="row"
        aria-rowindex={1}
        data-row={0}
        className={classes.headRow}
        style={{ height: HEADER.questions }}
      >
        <td
          role="gridcell"
          aria-colindex={1}
          className={classes.headFirst}
          style={{ height: HEADER.questions }}
          tabIndex={stop(0, 0)}
          data-column={0}
        />
        {spansInView.map((number, place) => {
          const { question, folded, from, to, indices } = columns.spans[number];
          return (
            <th
              key={question.id}
              role="columnheader"
              scope="colgroup"
              aria-colindex={from + 2}
              aria-colspan={to - from + 1}
              colSpan={to - from + 1}
              className={`${classes.headCell} ${classes.dividing}`}
              style={spanStyles[place]}
              data-column={from + 1}
              data-column-end={to + 1}
            >
              <button
                type="button"
                className={classes.questionButton}
                aria-expanded={!folded}
                aria-label={[
                  question.number,
                  folded ? undefined : question.shortTitle,
                  t('matrix.questionHead', {
                    title: question.title,
                    count: indices.length,
                  }),
                ]
                  .filter(part => part !== undefined)
                  .join(' ')}
                tabIndex={stop(0, from + 1, to + 1)}
                data-focus
              >
                {folded && <ChevronRightIcon aria-hidden />}
                {question.number !== undefined && (
                  <span className={classes.questionNumber}>
                    {question.number}
                  </span>
                )}{' '}
                {!folded && question.shortTitle}
              </button>
            </th>
          );
        })}
      </tr>
      <tr
        role="row"
        aria-rowindex={2}
        data-row={1}
        className={classes.headRow}
        style={{ height: HEADER.checks }}
      >
        <th
          role="columnheader"
          scope="col"
          aria-colindex={1}
          className={classes.headFirst}
          style={{ height: HEADER.checks }}
          tabIndex={stop(1, 0)}
          data-column={0}
        >
          <span className={classes.corner}>
            <span className={classes.grow}>{t('matrix.service')}</span>
            <span className={classes.count}>{t('matrix.passCount')}</span>
          </span>
        </th>
        {inView.map((number, place) => {
          const leaf = columns.leaves[number];
          const column = number + 1;
          const rank =
            leaf.kind === 'check' ? levelRank(levels, leaf.check.level) : 0;
          return (
            <th
              key={leaf.key}
              role="columnheader"
              scope="col"
              aria-colindex={column + 1}
              className={`${classes.headCell} ${
                leaf.first ? classes.dividing : ''
              }`}
              style={styles[place]}
              tabIndex={stop(1, column)}
              data-column={column}
              data-selected={column === selectedColumn}
            >
              <div className={classes.checkHead}>
                {leaf.kind === 'check' ? (
                  <>
                    <span className={classes.checkName}>{leaf.check.id}</span>
                    <LevelGlyph rank={rank} size={11} />
                    <span className={classes.hidden}>
                      {levels[rank - 1]?.title}
                    </span>
                  </>
                ) : (
                  <span className={classes.checkName}>
                    {t('matrix.foldedHead', {
                      title: leaf.question.shortTitle,
                      count: leaf.indices.length,
                    })}
                  </span>
                )}
              </div>
            </th>
          );
        })}
      </tr>
      <tr
        role="row"
        aria-rowindex={3}
        data-row={2}
        className={classes.headRow}
        style={{ height: HEADER.fleet }}
      >
        <th
          role="rowheader"
          scope="row"
          aria-colindex={1}
          className={`${classes.headFirst} ${classes.fleetLabel}`}
          style={{ height: HEADER.fleet }}
          tabIndex={stop(2, 0)}
          data-column={0}
        >
          {filtered ? t('matrix.shownRates') : t('matrix.fleetRates')}
        </th>
        {inView.map((number, place) => {
          const leaf = columns.leaves[number];
          const column = number + 1;
          const rate = rates[number];
          return (
            <td
              key={leaf.key}
              role="gridcell"
              aria-colindex={column + 1}
              className={`${classes.headCell} ${classes.rate} ${
                leaf.first ? classes.dividing : ''
              }`}
              style={styles[place]}
              tabIndex={stop(2, column)}
              data-column={column}
              data-selected={column === selectedColumn}
            >
              {rate === undefined ? '–' : percent(rate)}
            </td>
          );
        })}
      </tr>
    </thead>
  );
});
