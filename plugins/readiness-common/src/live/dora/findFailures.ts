import type { Deployment } from '../Deployment';
import type { Incident } from '../Incident';

/** A deployment that is over, and when; milliseconds. */
export interface EndedDeployment {
  deployment: Deployment;
  end: number;
}

/** A change that did not go well. */
export interface FailedDeployment {
  deployment: Deployment;
  /** Those that are taken for its effect. */
  incidents: Incident[];
  /** From its end until service was restored; absent where it is not yet. */
  recoverySeconds?: number;
}

/** An incident that begins later after a deployment has another cause. */
const BLAMED_MS = 24 * 60 * 60 * 1000;

/**
 * Finds the changes that failed.
 *
 * @param ended - the oldest first
 */
export function findFailures(
  ended: readonly EndedDeployment[],
  incidents: readonly Incident[],
): FailedDeployment[] {
  return ended.flatMap(({ deployment, end }, index) => {
    if (deployment.rollback) {
      return [];
    }
    const later = ended.slice(index + 1);
    const nextSuccess = later.find(
      next => next.deployment.result === 'succeeded',
    );
    const until = Math.min(later[0]?.end ?? Infinity, end + BLAMED_MS);
    const caused = incidents.filter(incident => {
      const start = Date.parse(incident.startedAt);
      return start >= end && start < until;
    });
    const undone =
      nextSuccess !== undefined &&
      nextSuccess === later[0] &&
      (nextSuccess.deployment.rollback ||
        nextSuccess.deployment.rework === true);
    if (deployment.result !== 'failed' && !undone && caused.length === 0) {
      return [];
    }
    const restored = restoredAt(caused, nextSuccess);
    return {
      deployment,
      incidents: caused,
      ...(restored === undefined
        ? {}
        : { recoverySeconds: Math.round((restored - end) / 1000) }),
    };
  });
}

/** When its incidents were over, else when the next deployment succeeded. */
function restoredAt(
  caused: readonly Incident[],
  nextSuccess: EndedDeployment | undefined,
): number | undefined {
  if (caused.length === 0) {
    return nextSuccess?.end;
  }
  const ends = caused.map(({ resolvedAt }) => Date.parse(resolvedAt ?? ''));
  return ends.some(Number.isNaN) ? undefined : Math.max(...ends);
}
