import type { Origin } from '@airworthy/plugin-readiness-common';
import type { Detector } from '../Detector';
import { findRecoveryObjectives } from './statedRecoveryObjectives';
import { isOutOfForce, readServiceDocuments } from './support/documents';

/**
 * `recovery.objectives`: which of RPO and RTO the documents of the service
 * state with an amount. Decisions out of force do not count.
 */
export const recoveryObjectivesDetector: Detector = {
  name: 'recovery objectives',
  facts: ['recovery.objectives'],
  async detect(context) {
    const found = new Map<string, Origin>();
    for (const document of await readServiceDocuments(context)) {
      if (isOutOfForce(document)) {
        continue;
      }
      for (const [name, line] of findRecoveryObjectives(document.page)) {
        if (!found.has(name)) {
          found.set(name, { file: document.path, line });
        }
      }
    }
    context.fact(
      'recovery.objectives',
      [...found.keys()].sort(),
      [...found.values()].at(0),
    );
  },
};
