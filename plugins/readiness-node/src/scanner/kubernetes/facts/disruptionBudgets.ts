import { Member } from '../../facts/Member';
import type { KubernetesModel } from '../KubernetesModel';
import {
  allowsEvictionAtAnySize,
  describeBudget,
  evictionsAllowed,
  type DisruptionBudget,
} from '../workloads/disruptionBudget';

/** Whether an eviction is allowed while what it selects runs at its minimum. */
function allowsEviction(
  budget: DisruptionBudget,
  model: KubernetesModel,
): boolean | undefined {
  const covered = model.coveredBy(budget);
  if (covered.length === 0 || covered.some(workload => !workload.scalable)) {
    return allowsEvictionAtAnySize(budget);
  }
  let pods = 0;
  for (const workload of covered) {
    pods += Math.max(1, model.minReplicasOf(workload));
  }
  return evictionsAllowed(budget, pods) >= 1;
}

/** A budget as a member of the list fact `disruptionBudgets`. */
export function disruptionBudgetMember(
  budget: DisruptionBudget,
  model: KubernetesModel,
): Member {
  const { object } = budget;
  const limit = object.originOf([
    'spec',
    budget.maxUnavailable ? 'maxUnavailable' : 'minAvailable',
  ]);
  return new Member(object.key, object.origin)
    .set('name', object.name)
    .set('states', describeBudget(budget), limit)
    .setIfKnown('allowsEviction', allowsEviction(budget, model), {
      origin: limit,
      otherwise: `how many pods ${object.name} selects is not known`,
    });
}
