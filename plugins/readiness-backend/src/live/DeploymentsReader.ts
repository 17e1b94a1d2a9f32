import {
  computeDoraMetrics,
  DORA_WINDOW_DAYS,
  leadTimeSeconds,
  type DeploymentList,
} from '@airworthy/plugin-readiness-common';
import { readDeployment } from './deploymentRows';
import type { DeploymentStore } from './DeploymentStore';
import type { IncidentStore } from './IncidentStore';

/** @see DeploymentsReader */
export interface DeploymentsReaderOptions {
  deployments: DeploymentStore;
  incidents: IncidentStore;
  /** The title of a source by its id. */
  titleOf(source: string): string;
  /** Milliseconds since the epoch. */
  now: () => number;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** The deployments of one entity as people see them. */
export class DeploymentsReader {
  readonly #options: DeploymentsReaderOptions;

  constructor(options: DeploymentsReaderOptions) {
    this.#options = options;
  }

  /** The newest first; the metrics are of all of the last three months. */
  async read(
    entity: { id: number; ref: string },
    query: { environment: string; limit: number },
  ): Promise<DeploymentList> {
    const { deployments, incidents, titleOf, now } = this.#options;
    const at = now();
    const since = at - DORA_WINDOW_DAYS * DAY_MS;
    const { environment, limit } = query;
    const [shown, measured, happened] = await Promise.all([
      deployments.list(entity.id, { environment, limit }),
      deployments.list(entity.id, { environment, since }),
      incidents.list(entity.id, entity.ref, since),
    ]);
    return {
      items: shown.map(row => {
        const deployment = readDeployment(row, entity.ref);
        return {
          ...deployment,
          sourceTitle: titleOf(deployment.source),
          leadTimeSeconds: leadTimeSeconds(deployment),
        };
      }),
      metrics: computeDoraMetrics({
        deployments: measured.map(row => readDeployment(row, entity.ref)),
        incidents: happened,
        now: at,
      }),
    };
  }
}
