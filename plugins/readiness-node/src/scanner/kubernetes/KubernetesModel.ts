import { mayHide, type ManifestGap } from '../manifests/ManifestGap';
import type { KubernetesObject } from './objects';
import { isSameNamespace, ObjectSet } from './objects';
import {
  readAutoscalers,
  targets,
  type Autoscaler,
} from './workloads/autoscaler';
import {
  covers,
  readDisruptionBudgets,
  type DisruptionBudget,
} from './workloads/disruptionBudget';
import { readWorkloads, type Workload } from './workloads/Workload';

/**
 * The production objects of a repository, and how they refer to each other.
 */
export class KubernetesModel {
  readonly objects: ObjectSet;
  readonly workloads: readonly Workload[];
  readonly autoscalers: readonly Autoscaler[];
  readonly budgets: readonly DisruptionBudget[];

  constructor(
    all: readonly KubernetesObject[],
    private readonly gaps: readonly ManifestGap[] = [],
  ) {
    this.objects = new ObjectSet(all);
    this.workloads = readWorkloads(this.objects);
    this.autoscalers = readAutoscalers(this.objects);
    this.budgets = readDisruptionBudgets(this.objects);
  }

  /** Why an object of a kind may exist that is not among the objects. */
  reasonToMiss(...kinds: string[]): string | undefined {
    return this.gaps.find(gap => kinds.some(kind => mayHide(gap, kind)))
      ?.reason;
  }

  /** The autoscaler of a workload. */
  autoscalerOf(workload: Workload): Autoscaler | undefined {
    return this.autoscalers.find(autoscaler => targets(autoscaler, workload));
  }

  /** The workloads that an autoscaler names. */
  targetsOf(autoscaler: Autoscaler): Workload[] {
    return this.workloads.filter(workload => targets(autoscaler, workload));
  }

  /**
   * Whether what an autoscaler names is among the objects; kinds that are no
   * workload here (a custom resource with a scale subresource) count as well.
   */
  hasTarget(autoscaler: Autoscaler): boolean {
    return (
      this.targetsOf(autoscaler).length > 0 ||
      this.objects.all.some(
        object =>
          object.kind === autoscaler.targetKind &&
          object.name === autoscaler.targetName &&
          isSameNamespace(object, autoscaler.object),
      )
    );
  }

  /** The budgets that select the pods of a workload. */
  budgetsOf(workload: Workload): DisruptionBudget[] {
    return this.budgets.filter(budget => covers(budget, workload));
  }

  /** The workloads whose pods a budget selects. */
  coveredBy(budget: DisruptionBudget): Workload[] {
    return this.workloads.filter(workload => covers(budget, workload));
  }

  /** The autoscaler's minimum where one targets it, else `replicas`, else 1. */
  minReplicasOf(workload: Workload): number {
    return this.autoscalerOf(workload)?.minReplicas ?? workload.replicas ?? 1;
  }
}
