/**
 * Turns offsets in a text into lines and columns, both 1-based.
 */
export class LinePositions {
  readonly #starts: number[] = [0];

  constructor(text: string) {
    for (
      let newline = text.indexOf('\n');
      newline >= 0;
      newline = text.indexOf('\n', newline + 1)
    ) {
      this.#starts.push(newline + 1);
    }
  }

  at(offset: number): { line: number; column: number } {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.#starts[middle] <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return { line: low + 1, column: offset - this.#starts[low] + 1 };
  }
}
