/**
 * Which deployments and incidents went into a number.
 *
 * @public
 */
export interface DoraBasis {
  deployments: number;
  incidents: number;
  /** ISO 8601, UTC. */
  since: string;
  /** ISO 8601, UTC. */
  until: string;
}

/**
 * One of the five metrics of one service.
 *
 * @public
 */
export interface DoraMetric {
  /** In `unit`; absent where `missing` says why. */
  value?: number;
  unit: 'seconds' | 'deployments per day' | 'ratio';
  /** The value for a person: `2 hours`, `weekly`, `1 of 12`. */
  words: string;
  from: DoraBasis;
  /** Why there is no value, as half a sentence. */
  missing?: string;
}

/**
 * The five delivery metrics of DORA, of one service in one environment:
 * informational, never a level, never blended across services.
 *
 * @see https://dora.dev/guides/dora-metrics/
 * @public
 */
export interface DoraMetrics {
  /** The median from commit to the end of its deployment, in seconds. */
  leadTime: DoraMetric;
  /** Successful deployments per day; the words name the usual rhythm. */
  deploymentFrequency: DoraMetric;
  /** The median from a failed deployment until service was restored, in seconds. */
  failedDeploymentRecoveryTime: DoraMetric;
  /** Deployments that failed or had to be undone, of all that ended; 0 to 1. */
  changeFailRate: DoraMetric;
  /** Deployments that were not planned but repaired another, of all; 0 to 1. */
  deploymentReworkRate: DoraMetric;
}
