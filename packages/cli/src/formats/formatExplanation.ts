import { InputError } from '@backstage/errors';
import type { ScanResult } from '../scan/types';
import { GLYPHS, describePlace } from './describe';

/** One check of every service with all that decided it: `--explain`. */
export function formatExplanation(result: ScanResult, id: string): string {
  const known = new Set<string>();
  const lines: string[] = [];
  for (const scorecard of result.scorecards) {
    const checks = scorecard.questions.flatMap(question => question.checks);
    checks.forEach(check => known.add(check.id));
    const check = checks.find(candidate => candidate.id === id);
    if (!check) {
      continue;
    }
    lines.push(
      `${scorecard.entityRef}`,
      `  ${GLYPHS[check.status]} ${check.status}: ${check.title}`,
      ...(check.found ? [`  Found     ${check.found}`] : []),
      `  Expected  ${check.expected}`,
      ...check.members.map(
        member =>
          `    ${GLYPHS[member.status]} ${member.member}${
            member.found ? `: ${member.found}` : ''
          }`,
      ),
    );
    for (const evidence of check.evidence) {
      const place = describePlace(evidence);
      lines.push(
        `  ${evidence.decided ? '•' : ' '} ${evidence.strength} ${
          evidence.fact
        } = ${JSON.stringify(evidence.value)}${place ? `  [${place}]` : ''}`,
      );
    }
    lines.push(
      ...check.missing.map(
        missing => `  ? ${missing.fact} is missing: ${missing.reason}`,
      ),
      ...check.rules.map(rule => `  Rule      ${rule}`),
    );
    if (check.status === 'fail' || check.status === 'unknown') {
      lines.push(`  Fix: ${check.fix.title}`);
      check.fix.steps.forEach((step, index) =>
        lines.push(
          ...`${index + 1}. ${step}`.split('\n').map(line => `    ${line}`),
        ),
      );
    }
    lines.push('');
  }
  const inactive = result.inactive.find(check => check.id === id);
  if (inactive) {
    return `${id} rests on sources that a scan does not have: ${inactive.activatedBy.join(
      ', ',
    )}\n`;
  }
  if (lines.length === 0) {
    throw new InputError(
      `--explain ${id}: no such check; there are ${[...known].join(', ')}`,
    );
  }
  return `${lines.join('\n')}\n`;
}
