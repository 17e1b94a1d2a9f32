import type { ScanResult } from '../scan/types';
import {
  GLYPHS,
  decidingPlace,
  describeCounts,
  describeError,
  describeLevel,
  describePlace,
} from './describe';

/** Text in a table cell: one line, with what Markdown would take for markup escaped. */
function cell(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>|]/g, character => `\\${character}`);
}

/** For a pull request's comment or a job's summary. */
export function formatMarkdown(result: ScanResult): string {
  const lines: string[] = [];
  for (const scorecard of result.scorecards) {
    lines.push(
      `## ${cell(scorecard.entityRef)}: ${describeLevel(scorecard)}`,
      '',
      describeCounts(scorecard.counts),
      '',
      '| | check | level | verdict | where |',
      '| --- | --- | --- | --- | --- |',
    );
    for (const check of scorecard.questions.flatMap(
      question => question.checks,
    )) {
      const place = decidingPlace(check);
      lines.push(
        `| ${GLYPHS[check.status]} ${check.status} | ${check.id} | ${
          check.level
        } | ${cell(check.message)} | ${
          place ? cell(describePlace(place)) : ''
        } |`,
      );
    }
    lines.push('');
  }
  if (result.errors.length > 0) {
    lines.push('### Problems while reading', '');
    lines.push(
      ...result.errors.map(error => `- ${cell(describeError(error))}`),
      '',
    );
  }
  return `${lines.join('\n')}\n`;
}
