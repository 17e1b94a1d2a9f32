import { readMarkdown, type MarkdownPage } from './support/markdown';
import { isObject } from './support/values';

/** A span of time, or that nothing may be lost: `4 h`, `15 minutes`, `zero`. */
const AMOUNT =
  /\b\d+(?:[.,]\d+)?\s?(?:s|sec|secs|seconds?|m|min|mins|minutes?|h|hrs?|hours?|d|days?|weeks?)\b|\b(?:zero|none|no data loss|one|two|four|half an)\b|\b0\b/i;

const OBJECTIVES: ReadonlyArray<[string, RegExp]> = [
  ['RPO', /\bRPO\b|\brecovery point objective\b/i],
  ['RTO', /\bRTO\b|\brecovery time objective\b/i],
];

/** Characters behind the name within which its amount has to stand. */
const REACH = 120;

/**
 * Which of `RPO` and `RTO` a Markdown document states with an amount, in its
 * text or its front matter, such as the measure of a scenario.
 *
 * @public
 */
export function statedRecoveryObjectives(markdown: string): string[] {
  return [...findRecoveryObjectives(readMarkdown(markdown)).keys()];
}

/** The objectives that a page states, with the line, 1-based, of each. */
export function findRecoveryObjectives(
  page: MarkdownPage,
): Map<string, number> {
  const found = new Map<string, number>();
  for (const [name, pattern] of OBJECTIVES) {
    const index = page.prose.findIndex(
      ({ text }, at) =>
        // A table or a list may give the amount on the line behind the name.
        states(`${text} ${page.prose[at + 1]?.text ?? ''}`, pattern) &&
        pattern.test(text),
    );
    if (index >= 0) {
      found.set(name, page.prose[index].line);
    } else if (texts(page.frontMatter).some(text => states(text, pattern))) {
      found.set(name, 1);
    }
  }
  return found;
}

/** Texts of the front matter. */
function texts(value: unknown, depth = 0): string[] {
  if (typeof value === 'string') {
    return [value];
  }
  if (depth > 8) {
    return [];
  }
  if (Array.isArray(value)) {
    return value.flatMap(item => texts(item, depth + 1));
  }
  return isObject(value)
    ? Object.entries(value).flatMap(([key, inner]) =>
        typeof inner === 'string' || typeof inner === 'number'
          ? [`${key}: ${inner}`]
          : texts(inner, depth + 1),
      )
    : [];
}

function states(text: string, name: RegExp): boolean {
  const match = name.exec(text);
  return (
    match !== null && AMOUNT.test(text.slice(match.index, match.index + REACH))
  );
}
