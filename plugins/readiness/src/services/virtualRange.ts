import { defaultRangeExtractor, type Range } from '@tanstack/react-virtual';
import { useRef } from 'react';

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
