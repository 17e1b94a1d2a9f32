import { moveInGrid, questionStart, type GridSize } from './matrixNavigation';

/** Three header rows, four rows; the services, then questions of 2 and 3. */
const size: GridSize = { rows: 7, columns: 6, page: 3, questionStarts: [1, 3] };

function move(row: number, column: number, key: string, ctrlKey = false) {
  return moveInGrid({ row, column }, { key, ctrlKey, metaKey: false }, size);
}

describe('moveInGrid', () => {
  it('moves by one and stops at the edges', () => {
    expect(move(3, 2, 'ArrowRight')).toEqual({ row: 3, column: 3 });
    expect(move(3, 5, 'ArrowRight')).toEqual({ row: 3, column: 5 });
    expect(move(3, 0, 'ArrowLeft')).toEqual({ row: 3, column: 0 });
    expect(move(6, 1, 'ArrowDown')).toEqual({ row: 6, column: 1 });
    expect(move(0, 1, 'ArrowUp')).toEqual({ row: 0, column: 1 });
  });

  it('goes from the rows up into the header', () => {
    expect(move(3, 2, 'ArrowUp')).toEqual({ row: 2, column: 2 });
  });

  it('goes by question in the row of questions', () => {
    expect(move(0, 2, 'ArrowRight')).toEqual({ row: 0, column: 3 });
    expect(move(0, 5, 'ArrowRight')).toEqual({ row: 0, column: 5 });
    expect(move(0, 4, 'ArrowLeft')).toEqual({ row: 0, column: 1 });
    expect(move(0, 1, 'ArrowLeft')).toEqual({ row: 0, column: 0 });
    expect(move(0, 0, 'ArrowRight')).toEqual({ row: 0, column: 1 });
  });

  it('goes to the ends of the row, and with Ctrl to the corners', () => {
    expect(move(4, 3, 'Home')).toEqual({ row: 4, column: 0 });
    expect(move(4, 3, 'End')).toEqual({ row: 4, column: 5 });
    expect(move(4, 3, 'Home', true)).toEqual({ row: 3, column: 0 });
    expect(move(4, 3, 'End', true)).toEqual({ row: 6, column: 5 });
  });

  it('goes by page', () => {
    expect(move(3, 1, 'PageDown')).toEqual({ row: 6, column: 1 });
    expect(move(6, 1, 'PageUp')).toEqual({ row: 3, column: 1 });
    expect(move(2, 1, 'PageUp')).toEqual({ row: 0, column: 1 });
  });

  it('leaves other keys alone', () => {
    expect(move(3, 1, 'a')).toBeUndefined();
    expect(move(3, 1, 'Tab')).toBeUndefined();
  });

  it('knows the question above a column', () => {
    expect(questionStart(4, [1, 3])).toBe(3);
    expect(questionStart(0, [1, 3])).toBe(0);
  });
});
