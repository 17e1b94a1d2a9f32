/**
 * How a deployment ended; `in-progress` until it has.
 *
 * @public
 */
export type DeploymentResult = 'succeeded' | 'failed' | 'in-progress';

/**
 * The commit that a deployment brought.
 *
 * @public
 */
export interface DeployedCommit {
  sha: string;
  /** Where a person can see it. */
  url?: string;
  /** ISO 8601, UTC: begins the lead time. */
  committedAt?: string;
}

/**
 * One deployment of a service to an environment.
 *
 * @public
 */
export interface Deployment {
  entityRef: string;
  /** The source instance, such as `argocd:main`. */
  source: string;
  /** Unique within the source: the same deployment told again has the same. */
  key: string;
  /** `production` is what counts. */
  environment: string;
  version?: string;
  commit?: DeployedCommit;
  /** A person or a machine, as the source names it. */
  deployedBy?: string;
  /** ISO 8601, UTC. */
  startedAt?: string;
  /** ISO 8601, UTC; absent while it is in progress. */
  finishedAt?: string;
  result: DeploymentResult;
  /** It returned to a version that was deployed before. */
  rollback: boolean;
  /** It was not planned: it repaired what an earlier one had broken. */
  rework?: boolean;
  /** Where a person can see it. */
  url?: string;
}
