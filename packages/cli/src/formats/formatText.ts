import type { ScanResult } from '../scan/types';
import {
  GLYPHS,
  decidingPlace,
  describeCounts,
  describeError,
  describeLevel,
  describePlace,
} from './describe';

/** For a person at a terminal: what to fix next comes first. */
export function formatText(result: ScanResult): string {
  const lines: string[] = [];
  for (const scorecard of result.scorecards) {
    const service = result.services.find(
      candidate => candidate.entityRef === scorecard.entityRef,
    );
    lines.push(`${scorecard.entityRef}  ${describeLevel(scorecard)}`);
    lines.push(`  ${describeCounts(scorecard.counts)}`);
    if (service?.overlay) {
      lines.push(`  from ${service.overlay}`);
    }
    if (scorecard.next) {
      const checks = new Map(
        scorecard.questions
          .flatMap(question => question.checks)
          .map(check => [check.id, check]),
      );
      lines.push(
        '',
        `  Next: ${scorecard.next.checks.length} ${
          scorecard.next.checks.length === 1 ? 'check' : 'checks'
        } to ${scorecard.next.title}`,
      );
      for (const id of scorecard.next.checks) {
        const check = checks.get(id);
        lines.push(
          `    ${check ? GLYPHS[check.status] : ' '} ${check?.fix.title ?? id}`,
        );
      }
    }
    for (const question of scorecard.questions) {
      lines.push('', `  ${question.title}`);
      for (const check of question.checks) {
        const place = decidingPlace(check);
        lines.push(
          `    ${GLYPHS[check.status]} ${check.id} (${check.level}): ${
            check.message
          }${place ? `  [${describePlace(place)}]` : ''}`,
        );
      }
    }
    lines.push('');
  }
  const atFault = result.objects.filter(object => object.faults.length > 0);
  lines.push(
    `${result.objects.length} Kubernetes objects read, ${atFault.length} at fault`,
  );
  for (const object of atFault) {
    lines.push(
      `  ${object.kind}/${object.namespace}/${object.name}  [${describePlace(
        object,
      )}]`,
    );
    for (const fault of object.faults) {
      lines.push(`    ${GLYPHS.fail} ${fault.check}: ${fault.message}`);
    }
  }
  if (result.inactive.length > 0) {
    lines.push(
      '',
      `${
        result.inactive.length
      } checks rest on sources that a scan does not have: ${result.inactive
        .map(check => check.id)
        .join(', ')}`,
    );
  }
  if (result.errors.length > 0) {
    lines.push('', `${result.errors.length} problems while reading`);
    lines.push(...result.errors.map(error => `  ${describeError(error)}`));
  }
  return `${lines.join('\n')}\n`;
}
