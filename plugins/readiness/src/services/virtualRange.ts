import { defaultRangeExtractor, type Range } from '@tanstack/react-virtual';
import { useRef, type CSSProperties } from 'react';

/** Numbers of the rows or columns to draw, with some that must stay. */
export function withKept(range: Range, kept: readonly number[]) {
  const numbers = new Set(defaultRangeExtractor(range));
  for (const number of kept) {
    if (number >= 0 && number < range.count) {
      numbers.add(number);
    }
  }
  return [...numbers].sort((a, b) => a - b);
}

/** The same array as before for as long as its numbers are the same. */
export function useStable(numbers: number[]): number[] {
  const ref = useRef(numbers);
  const before = ref.current;
  if (
    before.length !== numbers.length ||
    before.some((number, place) => number !== numbers[place])
  ) {
    ref.current = numbers;
  }
  return ref.current;
}

/** Styles that place boxes side by side, with room for those left out. */
export function sideBySide(
  boxes: ReadonlyArray<{ left: number; width: number }>,
): CSSProperties[] {
  let end = 0;
  return boxes.map(({ left, width }) => {
    const gap = left - end;
    end = left + width;
    return gap > 0 ? { width, marginLeft: gap } : { width };
  });
}
