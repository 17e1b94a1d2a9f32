import { isRecord, valueAt } from '../../json/values';
import {
  groupOf,
  isSameNamespace,
  readLabelSelector,
  type KubernetesObject,
  type LabelSelector,
  type ObjectSet,
} from '../objects';
import {
  formatIntOrPercent,
  readIntOrPercent,
  resolveIntOrPercent,
  type IntOrPercent,
} from './intOrPercent';
import type { Workload } from './Workload';

/** A PodDisruptionBudget. */
export interface DisruptionBudget {
  object: KubernetesObject;
  selects: LabelSelector | undefined;
  minAvailable: IntOrPercent | undefined;
  maxUnavailable: IntOrPercent | undefined;
}

function readSelector(object: KubernetesObject): LabelSelector | undefined {
  const selector = valueAt(object.object, 'spec', 'selector');
  // In policy/v1beta1 an empty selector selected no pod; since v1 it is all.
  if (
    object.apiVersion === 'policy/v1beta1' &&
    isRecord(selector) &&
    Object.keys(selector).length === 0
  ) {
    return undefined;
  }
  return readLabelSelector(selector);
}

/** The PodDisruptionBudgets among objects. */
export function readDisruptionBudgets(objects: ObjectSet): DisruptionBudget[] {
  return objects
    .ofKind('PodDisruptionBudget')
    .filter(object => groupOf(object.apiVersion) === 'policy')
    .map(object => ({
      object,
      selects: readSelector(object),
      minAvailable: readIntOrPercent(
        valueAt(object.object, 'spec', 'minAvailable'),
      ),
      maxUnavailable: readIntOrPercent(
        valueAt(object.object, 'spec', 'maxUnavailable'),
      ),
    }));
}

/** Whether a budget selects the pods of a workload. */
export function covers(budget: DisruptionBudget, workload: Workload): boolean {
  return (
    isSameNamespace(budget.object, workload) &&
    (budget.selects?.(workload.podLabels) ?? false)
  );
}

/** What a budget states: `minAvailable 50%`. */
export function describeBudget(budget: DisruptionBudget): string {
  if (budget.maxUnavailable) {
    return `maxUnavailable ${formatIntOrPercent(budget.maxUnavailable)}`;
  }
  return budget.minAvailable
    ? `minAvailable ${formatIntOrPercent(budget.minAvailable)}`
    : 'no limit';
}

/**
 * Evictions that a budget allows while this many healthy pods run. Kubernetes
 * rounds both percentages up: the disruption controller's
 * `getExpectedPodCount`.
 */
export function evictionsAllowed(
  budget: DisruptionBudget,
  pods: number,
): number {
  if (budget.maxUnavailable) {
    return Math.min(
      pods,
      resolveIntOrPercent(budget.maxUnavailable, pods, 'up'),
    );
  }
  if (budget.minAvailable) {
    return Math.max(
      0,
      pods - resolveIntOrPercent(budget.minAvailable, pods, 'up'),
    );
  }
  return pods;
}

/**
 * Whether a budget allows an eviction however many pods it selects; undefined
 * where that depends on their number.
 */
export function allowsEvictionAtAnySize(
  budget: DisruptionBudget,
): boolean | undefined {
  const { maxUnavailable, minAvailable } = budget;
  if (maxUnavailable) {
    return resolveIntOrPercent(maxUnavailable, 100, 'up') > 0;
  }
  if (minAvailable) {
    return 'percent' in minAvailable && minAvailable.percent >= 100
      ? false
      : undefined;
  }
  return true;
}
