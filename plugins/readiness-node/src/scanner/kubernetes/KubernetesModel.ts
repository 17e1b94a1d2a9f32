import { mayHide, type ManifestGap } from '../manifests/ManifestGap';
import { valueAt } from '../json/values';
import {
  isSameNamespace,
  ObjectSet,
  readLabelSelector,
  type KubernetesObject,
  type LabelSelector,
} from './objects';
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
import {
  isolates,
  readNetworkPolicies,
  type NetworkPolicy,
} from './workloads/networkPolicies';
import { NOTHING_RUNS, type RunningPods } from './workloads/RunningPods';
import { readWorkloads, type Workload } from './workloads/Workload';

/** What a model may know besides its objects. */
export interface KubernetesModelOptions {
  /** What the objects were found in, for people; `the repository` unless told. */
  where?: string;
  /** Pods by the key of their workload, where a cluster shows them. */
  running?: ReadonlyMap<string, RunningPods>;
}

/**
 * The production objects of a repository, and how they refer to each other.
 */
export class KubernetesModel {
  readonly objects: ObjectSet;
  readonly workloads: readonly Workload[];
  readonly autoscalers: readonly Autoscaler[];
  readonly budgets: readonly DisruptionBudget[];
  readonly networkPolicies: readonly NetworkPolicy[];
  private readonly services: ReadonlyArray<{
    object: KubernetesObject;
    selects: LabelSelector | undefined;
  }>;

  private readonly gaps: readonly ManifestGap[];
  private readonly running: ReadonlyMap<string, RunningPods> | undefined;

  constructor(
    all: readonly KubernetesObject[],
    gaps: readonly ManifestGap[] = [],
    options: KubernetesModelOptions = {},
  ) {
    this.gaps = gaps;
    this.running = options.running;
    this.objects = new ObjectSet(all, options.where);
    this.workloads = readWorkloads(this.objects);
    this.autoscalers = readAutoscalers(this.objects);
    this.budgets = readDisruptionBudgets(this.objects);
    this.networkPolicies = readNetworkPolicies(this.objects);
    this.services = this.objects.ofKind('Service').map(object => ({
      object,
      // A Service without a selector has its endpoints written by hand.
      selects: readLabelSelector(valueAt(object.object, 'spec', 'selector')),
    }));
  }

  /** Why an object of a kind may exist that is not among the objects. */
  reasonToMiss(...kinds: string[]): string | undefined {
    return this.gaps.find(gap => kinds.some(kind => mayHide(gap, kind)))
      ?.reason;
  }

  /** The autoscaler of a workload. */
  autoscalerOf(workload: Workload): Autoscaler | undefined {
    return this.autoscalersOf(workload)[0];
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

  /** The network policies that select the pods of a workload. */
  networkPoliciesOf(workload: Workload): NetworkPolicy[] {
    return this.networkPolicies.filter(policy => isolates(policy, workload));
  }

  /** The Services that send requests to a workload. */
  servicesOf(workload: Workload): KubernetesObject[] {
    return this.services
      .filter(
        ({ object, selects }) =>
          isSameNamespace(object, workload) && selects?.(workload.podLabels),
      )
      .map(({ object }) => object);
  }

  /** The autoscalers that name a workload. */
  autoscalersOf(workload: Workload): Autoscaler[] {
    return this.autoscalers.filter(autoscaler => targets(autoscaler, workload));
  }

  /** The budgets that select the pods of a workload. */
  budgetsOf(workload: Workload): DisruptionBudget[] {
    return this.budgets.filter(budget => covers(budget, workload));
  }

  /** The workloads whose pods a budget selects. */
  coveredBy(budget: DisruptionBudget): Workload[] {
    return this.workloads.filter(workload => covers(budget, workload));
  }

  /**
   * The pods of a workload that run; undefined where none were looked at, as in
   * a repository.
   */
  runningOf(workload: Workload): RunningPods | undefined {
    return this.running && (this.running.get(workload.key) ?? NOTHING_RUNS);
  }

  /** The autoscaler's minimum where one targets it, else `replicas`, else 1. */
  minReplicasOf(workload: Workload): number {
    return this.autoscalerOf(workload)?.minReplicas ?? workload.replicas ?? 1;
  }
}
