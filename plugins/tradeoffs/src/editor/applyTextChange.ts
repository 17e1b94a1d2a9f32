/**
 * A text after somebody edited it in a text area. A text area knows LF alone,
 * so what it holds is not the file's text; only the part between the first and
 * the last character that differ is put in place, with the file's own line
 * end, and every byte around it stays.
 *
 * @param original - the file's text, whatever its line ends.
 * @param edited - what the text area holds.
 */
export function applyTextChange(original: string, edited: string): string {
  const shown = shownText(original);
  if (shown === edited) {
    return original;
  }
  const most = Math.min(shown.length, edited.length);
  let start = 0;
  while (start < most && shown[start] === edited[start]) {
    start += 1;
  }
  let end = 0;
  while (
    end < most - start &&
    shown[shown.length - 1 - end] === edited[edited.length - 1 - end]
  ) {
    end += 1;
  }
  const newline = original.includes('\r\n') ? '\r\n' : '\n';
  const inserted = edited
    .slice(start, edited.length - end)
    .replace(/\n/g, newline);
  return (
    original.slice(0, offsetInOriginal(original, start)) +
    inserted +
    original.slice(offsetInOriginal(original, shown.length - end))
  );
}

/** A text as a text area shows it. */
export function shownText(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** Where the character at an offset of the shown text stands in the original. */
function offsetInOriginal(original: string, offset: number): number {
  let at = 0;
  for (let shown = 0; shown < offset; shown += 1) {
    at += original[at] === '\r' && original[at + 1] === '\n' ? 2 : 1;
  }
  return at;
}
