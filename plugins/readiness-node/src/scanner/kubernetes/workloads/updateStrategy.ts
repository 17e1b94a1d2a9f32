import { isRecord, stringAt, valueAt } from '../../json/values';
import type { NodePath } from '../../yaml';
import { readIntOrPercent, resolveIntOrPercent } from './intOrPercent';
import type { Workload } from './Workload';

/** How a workload replaces its pods. */
export interface UpdateStrategy {
  type: string;
  rolls: boolean;
  /** At least one pod stays available meanwhile. */
  leavesCapacity: boolean;
  /** From the workload's root. */
  path: NodePath;
}

/** Kubernetes' own default for Deployments, and Argo's for Rollouts. */
const DEFAULT_SHARE = '25%';

/**
 * Pods that stay available, as the Deployment controller's `ResolveFenceposts`
 * has it: unavailable rounds down, surge up, and both may not be 0.
 */
function staysAvailable(
  workload: Workload,
  strategy: NodePath,
  replicas: number,
): boolean {
  const value = (name: string) => {
    const written = valueAt(workload.object.object, ...strategy, name);
    return (
      readIntOrPercent(written) ??
      // The default, where nothing or nothing readable is written.
      readIntOrPercent(DEFAULT_SHARE)
    );
  };
  const unavailable = value('maxUnavailable');
  const surge = value('maxSurge');
  if (!unavailable || !surge) {
    return false;
  }
  const surging = resolveIntOrPercent(surge, replicas, 'up');
  const missing = resolveIntOrPercent(unavailable, replicas, 'down');
  return replicas - (missing === 0 && surging === 0 ? 1 : missing) >= 1;
}

function rollingUpdateOfStatefulSet(
  workload: Workload,
  replicas: number,
): boolean {
  const written = readIntOrPercent(
    valueAt(
      workload.object.object,
      'spec',
      'updateStrategy',
      'rollingUpdate',
      'maxUnavailable',
    ),
  ) ?? { pods: 1 };
  // It has no surge: one pod at least goes before its successor comes.
  return (
    replicas - Math.max(1, resolveIntOrPercent(written, replicas, 'up')) >= 1
  );
}

function strategyOfRollout(
  workload: Workload,
  replicas: number,
): UpdateStrategy {
  const strategy = valueAt(workload.object.object, 'spec', 'strategy');
  if (isRecord(strategy) && 'blueGreen' in strategy) {
    return {
      type: 'BlueGreen',
      rolls: true,
      leavesCapacity: true,
      path: ['spec', 'strategy', 'blueGreen'],
    };
  }
  const path = ['spec', 'strategy', 'canary'];
  return {
    type: 'Canary',
    rolls: true,
    leavesCapacity: staysAvailable(workload, path, replicas),
    path,
  };
}

/**
 * The update strategy of a workload at a number of replicas; undefined for
 * what is not updated, such as a Job.
 */
export function readUpdateStrategy(
  workload: Workload,
  replicas: number,
): UpdateStrategy | undefined {
  const { object } = workload.object;
  // Scaled to nothing there is no capacity to keep: look at one pod.
  const pods = Math.max(1, replicas);
  switch (workload.kind) {
    case 'Deployment': {
      const type =
        stringAt(object, 'spec', 'strategy', 'type') ?? 'RollingUpdate';
      const rolls = type === 'RollingUpdate';
      return {
        type,
        rolls,
        leavesCapacity:
          rolls &&
          staysAvailable(workload, ['spec', 'strategy', 'rollingUpdate'], pods),
        path: ['spec', 'strategy', 'type'],
      };
    }
    case 'StatefulSet': {
      const type =
        stringAt(object, 'spec', 'updateStrategy', 'type') ?? 'RollingUpdate';
      const rolls = type === 'RollingUpdate';
      return {
        type,
        rolls,
        leavesCapacity: rolls && rollingUpdateOfStatefulSet(workload, pods),
        path: ['spec', 'updateStrategy', 'type'],
      };
    }
    case 'DaemonSet': {
      const type =
        stringAt(object, 'spec', 'updateStrategy', 'type') ?? 'RollingUpdate';
      const unavailable = readIntOrPercent(
        valueAt(
          object,
          'spec',
          'updateStrategy',
          'rollingUpdate',
          'maxUnavailable',
        ),
      );
      const rolls = type === 'RollingUpdate';
      return {
        type,
        rolls,
        // The number of nodes is not known: only a share of all takes all.
        leavesCapacity:
          rolls &&
          !(
            unavailable !== undefined &&
            'percent' in unavailable &&
            unavailable.percent >= 100
          ),
        path: ['spec', 'updateStrategy', 'type'],
      };
    }
    case 'Rollout':
      return strategyOfRollout(workload, pods);
    case 'Pod':
    case 'ReplicaSet':
    case 'ReplicationController':
      return workload.longRunning
        ? { type: 'none', rolls: false, leavesCapacity: false, path: ['spec'] }
        : undefined;
    default:
      return undefined;
  }
}
