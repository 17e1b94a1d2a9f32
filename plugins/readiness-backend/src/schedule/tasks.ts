import type { EvidenceSource } from '@airworthy/plugin-readiness-node';

/** The id of the task that reads the catalog. */
export const RECONCILE_TASK = 'readiness-reconcile';

/** The id of the task that runs a source. */
export function taskOfSource(source: EvidenceSource): string {
  return `readiness-collect-${source.descriptor.id}`;
}
