import { useVirtualizer } from '@tanstack/react-virtual';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ScorecardRow } from '@airworthy/plugin-readiness-common';
import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
} from 'react';
import { levelRank, type LevelLike } from '../components';
import { readinessTranslationRef } from '../translation';
import { elementAt, positionOf, spansColumn } from './gridElements';
import { leafRates } from './leafRates';
import type { MatrixColumns, QuestionLeaf } from './matrixColumns';
import { MatrixGroupRow } from './MatrixGroupRow';
import { MatrixHead } from './MatrixHead';
import {
  HEADER_ROWS,
  moveInGrid,
  questionStart,
  type GridPosition,
} from './matrixNavigation';
import type { MatrixItem } from './matrixRows';
import { MatrixServiceRow } from './MatrixServiceRow';
import type { CellAddress } from './matrixState';
import {
  FIRST_WIDTH,
  HEADER_HEIGHT,
  ROW_HEIGHT,
  useMatrixStyles,
} from './matrixStyles';
import { useMatrixWords } from './useMatrixWords';
import { sideBySide, useStable, withKept } from './virtualRange';

/** @internal */
export interface MatrixProps {
  items: readonly MatrixItem[];
  /** The services of which the rates above the columns are. */
  rows: readonly ScorecardRow[];
  columns: MatrixColumns;
  levels: readonly LevelLike[];
  /** Whether filters leave less than the whole fleet. */
  filtered: boolean;
  groupTitle: (value: string) => string;
  href: (row: ScorecardRow) => string;
  cell?: CellAddress;
  onCell: (cell: CellAddress | undefined) => void;
  onToggleQuestion: (id: string) => void;
  onToggleGroup: (value: string) => void;
  /** Pixels at the right that something lies over; 0 unless told. */
  covered?: number;
  /** Reference of the service to begin at. */
  startAt?: string;
  /** Told once scrolling rests: the first service in view. */
  onRest: (ref: string | undefined) => void;
}

/**
 * Services by check. A grid of one tab stop: arrows, Home, End and page keys
 * move, Enter opens, Escape closes.
 */
export function Matrix(props: MatrixProps) {
  const { items, rows, columns, levels, filtered, groupTitle, href } = props;
  const { cell, onCell, onToggleQuestion, onToggleGroup } = props;
  const { startAt, onRest, covered = 0 } = props;
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useMatrixStyles();
  const words = useMatrixWords();
  const scrollerRef = useRef<HTMLDivElement>(null);
  const tintRef = useRef<HTMLDivElement>(null);

  const { leaves, spans } = columns;
  const size = {
    rows: items.length + HEADER_ROWS,
    columns: leaves.length + 1,
  };
  const rates = useMemo(() => leafRates(rows, leaves), [rows, leaves]);

  const selected = useMemo((): GridPosition | undefined => {
    if (!cell) {
      return undefined;
    }
    const row = items.findIndex(
      item => item.kind === 'service' && item.row.ref === cell.ref,
    );
    const column = leaves.findIndex(
      leaf => leaf.kind === 'check' && leaf.check.id === cell.check,
    );
    return row < 0 || column < 0
      ? undefined
      : { row: row + HEADER_ROWS, column: column + 1 };
  }, [cell, items, leaves]);

  const [chosen, setActive] = useState<GridPosition>(
    () => selected ?? { row: HEADER_ROWS, column: 0 },
  );
  // Filters take rows away and folding takes columns.
  const active = {
    row: Math.min(chosen.row, size.rows - 1),
    column: Math.min(chosen.column, size.columns - 1),
  };

  const groupIndices = useMemo(
    () => items.flatMap((item, index) => (item.kind === 'group' ? index : [])),
    [items],
  );
  const stuckRef = useRef(-1);
  const grouped = groupIndices.length > 0;

  // Kept between renders: a new function makes the virtualizer place all of
  // the rows again, with every frame of scrolling.
  const rowKey = useCallback((index: number) => items[index].key, [items]);
  const rowSize = useCallback(
    (index: number) => ROW_HEIGHT[items[index].kind],
    [items],
  );
  const leafKey = useCallback((index: number) => leaves[index].key, [leaves]);
  const leafSize = useCallback(
    (index: number) => leaves[index].width,
    [leaves],
  );

  // Offsets are counted from the header's lower edge, so that the first row of
  // the range is the first that can be seen. The padding at the end makes up
  // for the room that the header takes.
  const rowVirtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scrollerRef.current,
    getItemKey: rowKey,
    estimateSize: rowSize,
    overscan: 8,
    scrollPaddingStart: grouped ? ROW_HEIGHT.group : 0,
    scrollPaddingEnd: HEADER_HEIGHT,
    rangeExtractor: range => {
      stuckRef.current =
        groupIndices.filter(index => index <= range.startIndex).pop() ?? -1;
      return withKept(range, [stuckRef.current, active.row - HEADER_ROWS]);
    },
  });
  const columnVirtualizer = useVirtualizer({
    horizontal: true,
    count: leaves.length,
    getScrollElement: () => scrollerRef.current,
    getItemKey: leafKey,
    estimateSize: leafSize,
    overscan: 4,
    scrollPaddingEnd: FIRST_WIDTH + covered,
    rangeExtractor: range => withKept(range, [active.column - 1]),
  });
  // Sizes are read once by key; folding and grouping change them.
  useLayoutEffect(() => rowVirtualizer.measure(), [rowVirtualizer, items]);
  useLayoutEffect(
    () => columnVirtualizer.measure(),
    [columnVirtualizer, leaves],
  );

  const virtualRows = rowVirtualizer.getVirtualItems();
  const inView = useStable(
    columnVirtualizer.getVirtualItems().map(item => item.index),
  );
  const spansInView = useStable(
    spans.flatMap((span, number) =>
      inView.some(leaf => leaf >= span.from && leaf <= span.to) ? number : [],
    ),
  );

  const styles = useMemo(
    () => sideBySide(inView.map(number => leaves[number])),
    [inView, leaves],
  );
  const spanStyles = useMemo(
    () => sideBySide(spansInView.map(number => spans[number])),
    [spansInView, spans],
  );

  const roomBelowGroup = (index: number) => {
    const next = groupIndices.find(candidate => candidate > index);
    return next === undefined
      ? 0
      : rowVirtualizer.getTotalSize() -
          rowVirtualizer.measurementsCache[next].start;
  };

  // Beginning at the service that the URL names, once.
  const startRef = useRef(cell?.ref ?? startAt);
  useEffect(() => {
    const ref = startRef.current;
    startRef.current = undefined;
    const index = items.findIndex(
      item => item.kind === 'service' && item.row.ref === ref,
    );
    if (ref && index > 0) {
      rowVirtualizer.scrollToIndex(index, {
        align: cell ? 'center' : 'start',
      });
    }
    if (selected) {
      columnVirtualizer.scrollToIndex(selected.column - 1, {
        align: covered > 0 ? 'auto' : 'center',
      });
    }
    // Only at first: later the reader scrolls.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, []);

  const { isScrolling } = rowVirtualizer;
  const firstInView = rowVirtualizer.range?.startIndex ?? 0;
  const restRef = useRef<number>(firstInView);
  useEffect(() => {
    if (isScrolling || restRef.current === firstInView) {
      return;
    }
    restRef.current = firstInView;
    const item = items
      .slice(firstInView)
      .find(candidate => candidate.kind === 'service');
    onRest(
      firstInView > 0 && item?.kind === 'service' ? item.row.ref : undefined,
    );
  }, [isScrolling, firstInView, items, onRest]);

  const focusRef = useRef(false);
  const focusAt = useCallback((position: GridPosition) => {
    focusRef.current = true;
    setActive(position);
  }, []);
  useLayoutEffect(() => {
    if (!focusRef.current) {
      return;
    }
    focusRef.current = false;
    if (active.row >= HEADER_ROWS) {
      rowVirtualizer.scrollToIndex(active.row - HEADER_ROWS);
    }
    if (active.column > 0) {
      columnVirtualizer.scrollToIndex(active.column - 1);
    }
    elementAt(scrollerRef.current, active)?.focus({ preventScroll: true });
  });

  // Closing the drawer, by Escape or by going back, returns to its cell.
  const lastSelected = useRef(selected);
  useEffect(() => {
    const before = lastSelected.current;
    lastSelected.current = selected;
    const focused = document.activeElement;
    // Someone who is typing a filter that closes it stays there.
    const free =
      !focused ||
      focused === document.body ||
      scrollerRef.current?.contains(focused);
    if (before && !selected && !cell && free) {
      focusAt(before);
    }
  }, [selected, cell, focusAt]);

  const act = (position: GridPosition, element: Element) => {
    const { row, column } = position;
    if (row === 0 && column > 0) {
      const start = questionStart(
        column,
        spans.map(span => span.from + 1),
      );
      const span = spans.find(candidate => candidate.from + 1 === start);
      if (span) {
        onToggleQuestion(span.question.id);
      }
      return;
    }
    const item = items[row - HEADER_ROWS];
    if (row < HEADER_ROWS || !item) {
      return;
    }
    if (item.kind === 'group') {
      if (column === 0) {
        onToggleGroup(item.value);
      }
      return;
    }
    if (column === 0) {
      // Enter on the cell is Enter on its link.
      if (!element.closest('a')) {
        elementAt(scrollerRef.current, position)?.click();
      }
      return;
    }
    const leaf = leaves[column - 1];
    if (leaf.kind === 'question') {
      onToggleQuestion(leaf.question.id);
    } else {
      onCell({ ref: item.row.ref, check: leaf.check.id });
    }
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey || event.shiftKey) {
      return;
    }
    if (event.key === 'Escape' && cell) {
      event.preventDefault();
      onCell(undefined);
      return;
    }
    const target = event.target as HTMLElement;
    if (event.key === 'Enter' || event.key === ' ') {
      // Links and buttons act by themselves, as a click.
      if (!target.closest('a, button')) {
        event.preventDefault();
        act(active, target);
      }
      return;
    }
    const page = Math.max(
      1,
      Math.floor(
        ((scrollerRef.current?.clientHeight ?? 0) - HEADER_HEIGHT) /
          ROW_HEIGHT.service,
      ) - 1,
    );
    const next = moveInGrid(active, event, {
      ...size,
      page,
      questionStarts: spans.map(span => span.from + 1),
    });
    if (!next) {
      return;
    }
    event.preventDefault();
    focusAt(next);
    // The drawer follows the selection while it is open.
    if (cell) {
      const item = items[next.row - HEADER_ROWS];
      const leaf = leaves[next.column - 1];
      if (item?.kind === 'service' && leaf?.kind === 'check') {
        onCell({ ref: item.row.ref, check: leaf.check.id });
      }
    }
  };

  const onClick = (event: MouseEvent<HTMLElement>) => {
    const position = positionOf(event.target);
    if (!position) {
      return;
    }
    setActive(position);
    act(position, event.target as Element);
  };

  const tintColumn = (column: number | undefined) => {
    const tint = tintRef.current;
    if (!tint) {
      return;
    }
    const leaf = column ? leaves[column - 1] : undefined;
    tint.style.display = leaf ? 'block' : 'none';
    if (leaf) {
      tint.style.left = `${FIRST_WIDTH + leaf.left}px`;
      tint.style.width = `${leaf.width}px`;
    }
  };

  const onFocus = (event: FocusEvent<HTMLElement>) => {
    const position = positionOf(event.target);
    if (
      position &&
      (position.row !== active.row || position.column !== active.column) &&
      !spansColumn(event.target, active)
    ) {
      setActive(position);
    }
    tintColumn(position?.column);
  };

  const sumName = useCallback(
    (service: string, leaf: QuestionLeaf, sum: string) =>
      t('matrix.sumCell', {
        service,
        question: leaf.question.shortTitle,
        sum,
      }),
    [t],
  );

  return (
    <>
      <div
        ref={scrollerRef}
        className={classes.scroller}
        onMouseOver={event => tintColumn(positionOf(event.target)?.column)}
        onMouseLeave={() => tintColumn(undefined)}
        onFocus={onFocus}
        onBlur={() => tintColumn(undefined)}
      >
        <div
          className={classes.canvas}
          style={{
            width: FIRST_WIDTH + columns.width + covered,
            minWidth: '100%',
            height: HEADER_HEIGHT + rowVirtualizer.getTotalSize(),
          }}
        >
          <div ref={tintRef} aria-hidden className={classes.columnTint} />
          {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a grid is interactive */}
          <table
            role="grid"
            aria-label={t('matrix.name')}
            aria-rowcount={size.rows}
            aria-colcount={size.columns}
            className={classes.table}
            onKeyDown={onKeyDown}
            onClick={onClick}
          >
            <MatrixHead
              columns={columns}
              inView={inView}
              spansInView={spansInView}
              styles={styles}
              spanStyles={spanStyles}
              levels={levels}
              rates={rates}
              filtered={filtered}
              active={active.row < HEADER_ROWS ? active : undefined}
              selectedColumn={selected?.column}
              classes={classes}
            />
            {/* eslint-disable-next-line jsx-a11y/no-redundant-roles -- laid out as blocks, it loses the role that it is born with */}
            <tbody
              role="rowgroup"
              className={classes.body}
              style={{ height: rowVirtualizer.getTotalSize() }}
            >
              {virtualRows.map(virtual => {
                const item = items[virtual.index];
                const position = virtual.index + HEADER_ROWS;
                const activeColumn =
                  position === active.row ? active.column : undefined;
                if (item.kind === 'group') {
                  return (
                    <MatrixGroupRow
                      key={virtual.key}
                      item={item}
                      title={groupTitle(item.value)}
                      position={position}
                      top={virtual.start}
                      stuckUntil={
                        virtual.index === stuckRef.current
                          ? roomBelowGroup(virtual.index)
                          : undefined
                      }
                      spans={spans}
                      spansInView={spansInView}
                      styles={spanStyles}
                      activeColumn={activeColumn}
                      classes={classes}
                    />
                  );
                }
                const rank = levelRank(levels, item.row.level);
                return (
                  <MatrixServiceRow
                    key={virtual.key}
                    row={item.row}
                    position={position}
                    top={virtual.start}
                    leaves={leaves}
                    inView={inView}
                    styles={styles}
                    activeColumn={activeColumn}
                    selectedColumn={
                      position === selected?.row ? selected.column : undefined
                    }
                    rank={rank}
                    levelTitle={
                      rank === 0 ? t('level.none') : levels[rank - 1].title
                    }
                    href={href}
                    words={words}
                    sumName={sumName}
                    classes={classes}
                  />
                );
              })}
            </tbody>
          </table>
        </div>
      </div>
    </>
  );
}
