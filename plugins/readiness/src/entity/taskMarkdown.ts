import type {
  CheckExplanation,
  Scorecard,
} from '@airworthy/plugin-readiness-common';
import { nextChecks } from './checkFilter';

/** The words around the checks; everything else is the scorecard's. */
export interface TaskWords {
  heading: string;
  found: string;
  expected: string;
  evidence: string;
}

/** What is unknown was not found: the message says what is missing. */
function foundLines(check: CheckExplanation, words: TaskWords): string[] {
  if (check.status === 'unknown') {
    return [`  - ${check.message}`];
  }
  return check.found ? [`  - ${words.found}: ${check.found}`] : [];
}

/**
 * What to do next, as Markdown for an issue tracker: a box to tick for each
 * check, with what was found, what is expected, where, and how to fix it.
 */
export function taskMarkdown(
  scorecard: Scorecard,
  words: TaskWords,
  address: string,
): string {
  const lines = [`## ${words.heading}`, '', `<${address}>`, ''];
  for (const check of nextChecks(scorecard)) {
    lines.push(
      `- [ ] **${check.fix.title}** (\`${check.id}\`, ${check.status})`,
      ...foundLines(check, words),
      `  - ${words.expected}: ${check.expected}`,
    );
    const places = new Set(
      check.evidence.flatMap(item =>
        item.file
          ? `${item.file}${item.line === undefined ? '' : `:${item.line}`}`
          : [],
      ),
    );
    if (places.size > 0) {
      lines.push(`  - ${words.evidence}: ${[...places].join(', ')}`);
    }
    check.fix.steps.forEach((step, index) => {
      // What follows on lines of its own, such as a file to write, stays
      // within the step.
      const text = step.trimEnd().replace(/\n/g, '\n     ');
      lines.push(`  ${index + 1}. ${text}`);
    });
  }
  return `${lines.join('\n')}\n`;
}
