import type { JsonObject, JsonValue } from '@backstage/types';
import {
  booleanAt,
  integerAt,
  listAt,
  stringAt,
  valueAt,
} from '../../json/values';

/** What runs of one workload. */
export interface RunningPods {
  /** Pods that are ready now. */
  ready: number;
  /**
   * Pods that count as instances: those that are ready, and those that became
   * unready or were made a moment ago. A rollout is no lack.
   */
  counted: number;
  /** Restarts of the containers of the pods that exist. */
  restarts: number;
  /** Zones with a pod; undefined where the zone of a node is not known. */
  zones: ReadonlySet<string> | undefined;
}

/** Of a workload without pods. */
export const NOTHING_RUNS: RunningPods = {
  ready: 0,
  counted: 0,
  restarts: 0,
  zones: new Set(),
};

/** How long a pod may take to be ready, in milliseconds, before it is missed. */
const SETTLING = 5 * 60_000;

const HASH_LABELS = ['pod-template-hash', 'rollouts-pod-template-hash'];

/**
 * Keys of the workloads that a pod may be of, by its controller. A ReplicaSet is
 * called after its Deployment or Rollout and the hash that both bear:
 * kubernetes.io, Deployments, pod-template-hash label.
 */
export function ownersOfPod(pod: JsonObject): string[] {
  const namespace = stringAt(pod, 'metadata', 'namespace') ?? '';
  const controller = listAt(pod, 'metadata', 'ownerReferences').find(
    owner => booleanAt(owner, 'controller') === true,
  );
  if (!controller) {
    return [`Pod/${namespace}/${stringAt(pod, 'metadata', 'name')}`];
  }
  const kind = stringAt(controller, 'kind') ?? '';
  const name = stringAt(controller, 'name') ?? '';
  const keys = [`${kind}/${namespace}/${name}`];
  for (const label of HASH_LABELS) {
    const hash = stringAt(pod, 'metadata', 'labels', label);
    if (kind === 'ReplicaSet' && hash && name.endsWith(`-${hash}`)) {
      const base = name.slice(0, -hash.length - 1);
      keys.push(
        `Deployment/${namespace}/${base}`,
        `Rollout/${namespace}/${base}`,
      );
    }
  }
  return keys;
}

/**
 * What runs, by key of workload.
 *
 * @param zoneOf - zone of a node by its name; undefined where it is not known
 * @param now - milliseconds since the epoch
 */
export function readRunningPods(
  pods: readonly JsonObject[],
  options: { zoneOf: (node: string) => string | undefined; now: number },
): Map<string, RunningPods> {
  const running = new Map<string, RunningPods & { zones?: Set<string> }>();
  for (const pod of pods) {
    if (isOver(pod)) {
      continue;
    }
    const ready = conditionOf(pod, 'Ready');
    const isReady = stringAt(ready, 'status') === 'True';
    const node = stringAt(pod, 'spec', 'nodeName');
    const zone = node === undefined ? undefined : options.zoneOf(node);
    for (const key of ownersOfPod(pod)) {
      const entry = running.get(key) ?? {
        ready: 0,
        counted: 0,
        restarts: 0,
        zones: new Set<string>(),
      };
      entry.ready += isReady ? 1 : 0;
      entry.counted += isReady || isSettling(pod, ready, options.now) ? 1 : 0;
      entry.restarts += restartsOf(pod);
      if (isReady && zone === undefined) {
        entry.zones = undefined;
      } else if (isReady && zone !== undefined) {
        entry.zones?.add(zone);
      }
      running.set(key, entry);
    }
  }
  return running;
}

function isOver(pod: JsonObject): boolean {
  const phase = stringAt(pod, 'status', 'phase');
  return (
    phase === 'Succeeded' ||
    phase === 'Failed' ||
    valueAt(pod, 'metadata', 'deletionTimestamp') !== undefined
  );
}

function conditionOf(pod: JsonObject, type: string): JsonValue | undefined {
  return listAt(pod, 'status', 'conditions').find(
    condition => stringAt(condition, 'type') === type,
  );
}

function isSettling(
  pod: JsonObject,
  ready: JsonValue | undefined,
  now: number,
): boolean {
  const since = Date.parse(
    stringAt(ready, 'lastTransitionTime') ??
      stringAt(pod, 'metadata', 'creationTimestamp') ??
      '',
  );
  return now - since < SETTLING;
}

function restartsOf(pod: JsonObject): number {
  return listAt(pod, 'status', 'containerStatuses').reduce<number>(
    (sum, container) => sum + (integerAt(container, 'restartCount') ?? 0),
    0,
  );
}
