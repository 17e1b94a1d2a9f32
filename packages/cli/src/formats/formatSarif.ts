import type { CheckExplanation } from '@airworthy/plugin-readiness-common';
import type { ScanResult } from '../scan/types';
import { decidingPlace } from './describe';

/** A physical location of SARIF 2.1.0; without a file a result has none. */
function locations(place: { file?: string; line?: number; column?: number }) {
  if (!place.file) {
    return [];
  }
  return [
    {
      physicalLocation: {
        artifactLocation: { uri: encodeURI(place.file) },
        ...(place.line !== undefined && {
          region: {
            startLine: place.line,
            ...(place.column !== undefined && { startColumn: place.column }),
          },
        }),
      },
    },
  ];
}

/**
 * SARIF 2.1.0, for code scanning: every failing check is a result, at the place
 * of the evidence that decided it; what could not be read is a notification.
 *
 * Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function formatSarif(result: ScanResult): string {
  const rules = new Map<string, CheckExplanation>();
  const results: object[] = [];
  for (const scorecard of result.scorecards) {
    for (const check of scorecard.questions.flatMap(
      question => question.checks,
    )) {
      if (!rules.has(check.id)) {
        rules.set(check.id, check);
      }
      if (check.status !== 'fail') {
        continue;
      }
      results.push({
        ruleId: check.id,
        level: check.level === result.levels[0]?.id ? 'error' : 'warning',
        message: { text: `${scorecard.entityRef}: ${check.message}` },
        locations: locations(decidingPlace(check) ?? {}),
        partialFingerprints: {
          airworthyCheck: `${scorecard.entityRef}/${check.id}`,
        },
      });
    }
  }
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'airworthy',
            rules: [...rules.values()].map(check => ({
              id: check.id,
              shortDescription: { text: check.title },
              help: {
                text: [check.fix.title, ...check.fix.steps].join('\n'),
              },
              properties: { level: check.level },
            })),
          },
        },
        results,
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: result.errors.map(error => ({
              level: 'error',
              message: { text: error.message },
              locations: locations(error),
            })),
          },
        ],
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}
