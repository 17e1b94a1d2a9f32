import type { JsonObject } from '@backstage/types';
import { stringEntriesAt } from '../json/values';
import type { Workload } from '../kubernetes/workloads/Workload';

const LABEL = 'trivy-operator.resource';

/** Which workloads trivy-operator made a vulnerability report of. */
export class ScannedImages {
  readonly #scanned = new Set<string>();

  constructor(objects: readonly JsonObject[]) {
    for (const report of objects) {
      if (report.kind === 'VulnerabilityReport') {
        const labels = stringEntriesAt(report, 'metadata', 'labels');
        const namespace = labels[`${LABEL}.namespace`];
        const kind = labels[`${LABEL}.kind`];
        const name = labels[`${LABEL}.name`] ?? '';
        this.#scanned.add(`${kind}/${namespace}/${name}`);
        if (kind === 'ReplicaSet') {
          // Called after its Deployment or Rollout, and a hash.
          const base = name.slice(0, name.lastIndexOf('-'));
          this.#scanned.add(`Deployment/${namespace}/${base}`);
          this.#scanned.add(`Rollout/${namespace}/${base}`);
        }
      }
    }
  }

  has(workload: Workload): boolean {
    return this.#scanned.has(workload.key);
  }
}
