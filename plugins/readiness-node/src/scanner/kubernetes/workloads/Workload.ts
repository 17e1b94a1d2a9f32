import type { Origin } from '@airworthy/plugin-readiness-common';
import type { JsonObject } from '@backstage/types';
import {
  integerAt,
  isRecord,
  listAt,
  recordAt,
  stringAt,
  stringEntriesAt,
} from '../../json/values';
import type { NodePath } from '../../yaml';
import {
  labelsOfSelector,
  type KubernetesObject,
  type Labels,
  type ObjectSet,
} from '../objects';

/** Where the pod template of each kind of workload stands. */
const TEMPLATE_PATHS: Readonly<Record<string, readonly string[]>> = {
  CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
  DaemonSet: ['spec', 'template'],
  Deployment: ['spec', 'template'],
  Job: ['spec', 'template'],
  Pod: [],
  ReplicaSet: ['spec', 'template'],
  ReplicationController: ['spec', 'template'],
  Rollout: ['spec', 'template'],
  StatefulSet: ['spec', 'template'],
};

const GROUPS: Readonly<Record<string, readonly string[]>> = {
  CronJob: ['batch'],
  DaemonSet: ['apps', 'extensions'],
  Deployment: ['apps', 'extensions'],
  Job: ['batch'],
  Pod: [''],
  ReplicaSet: ['apps', 'extensions'],
  ReplicationController: [''],
  Rollout: ['argoproj.io'],
  StatefulSet: ['apps'],
};

/** Kinds that are workloads. */
export const WORKLOAD_KINDS: readonly string[] = Object.keys(TEMPLATE_PATHS);

/** A container, and where it stands in its pod. */
export interface Container {
  name: string;
  spec: JsonObject;
  /** From the pod spec, such as `['containers', 0]`. */
  path: NodePath;
  /** Runs as long as its pod: not an init container, unless it is a sidecar. */
  longRunning: boolean;
}

/** Something that runs pods, and the pods that it runs. */
export class Workload {
  readonly labels: Labels;
  readonly annotations: Readonly<Record<string, string>>;
  readonly podLabels: Labels;
  readonly podAnnotations: Readonly<Record<string, string>>;
  readonly podSpec: JsonObject;
  readonly containers: readonly Container[];

  constructor(
    readonly object: KubernetesObject,
    /** Where the pod template stands; another object for a `workloadRef`. */
    private readonly templateHolder: KubernetesObject,
  ) {
    const template = recordAt(templateHolder.object, ...this.templatePath);
    this.podSpec = recordAt(template, 'spec');
    this.labels = stringEntriesAt(object.object, 'metadata', 'labels');
    this.annotations = stringEntriesAt(
      object.object,
      'metadata',
      'annotations',
    );
    const podLabels = stringEntriesAt(template, 'metadata', 'labels');
    // A template without labels is invalid; its selector says what was meant.
    this.podLabels =
      Object.keys(podLabels).length > 0 || this.kind === 'Pod'
        ? podLabels
        : labelsOfSelector(recordAt(templateHolder.object, 'spec', 'selector'));
    this.podAnnotations = stringEntriesAt(template, 'metadata', 'annotations');
    this.containers = readContainers(this.podSpec);
  }

  get key(): string {
    return this.object.key;
  }

  get kind(): string {
    return this.object.kind;
  }

  get name(): string {
    return this.object.name;
  }

  get namespace(): string {
    return this.object.namespace;
  }

  /** Whether it runs until it is stopped. */
  get longRunning(): boolean {
    if (this.kind === 'Pod') {
      const restartPolicy = stringAt(this.podSpec, 'restartPolicy') ?? 'Always';
      return restartPolicy === 'Always';
    }
    return this.kind !== 'Job' && this.kind !== 'CronJob';
  }

  /** Whether it has a number of replicas. */
  get scalable(): boolean {
    return this.longRunning && this.kind !== 'DaemonSet';
  }

  /** `spec.replicas`; absent where none is written. */
  get replicas(): number | undefined {
    return this.kind === 'Pod'
      ? undefined
      : integerAt(this.object.object, 'spec', 'replicas');
  }

  /** Where a value of the pod spec was written. */
  podOrigin(path: NodePath): Origin {
    return this.templateHolder.originOf([
      ...this.templatePath,
      'spec',
      ...path,
    ]);
  }

  private get templatePath(): readonly string[] {
    return TEMPLATE_PATHS[this.templateHolder.kind] ?? [];
  }
}

function readContainers(podSpec: JsonObject): Container[] {
  const containers: Container[] = [];
  for (const list of ['initContainers', 'containers']) {
    for (const [index, spec] of listAt(podSpec, list).entries()) {
      if (isRecord(spec)) {
        containers.push({
          name: stringAt(spec, 'name') ?? `${list}[${index}]`,
          spec,
          path: [list, index],
          longRunning:
            list === 'containers' ||
            // A sidecar as Kubernetes 1.29 has it.
            stringAt(spec, 'restartPolicy') === 'Always',
        });
      }
    }
  }
  return containers;
}

/** Helm and Argo CD run these beside the service, to test it. */
function isTestHook(object: KubernetesObject): boolean {
  const hook = stringAt(
    object.object,
    'metadata',
    'annotations',
    'helm.sh/hook',
  );
  return (
    hook?.split(',').some(event => event.trim().startsWith('test')) ?? false
  );
}

/** What a Rollout's `workloadRef` names. */
function templateOf(
  rollout: KubernetesObject,
  objects: ObjectSet,
): KubernetesObject | undefined {
  const kind = stringAt(rollout.object, 'spec', 'workloadRef', 'kind');
  const name = stringAt(rollout.object, 'spec', 'workloadRef', 'name');
  return kind !== undefined && name !== undefined
    ? objects.named(kind, name, rollout)[0]
    : undefined;
}

/**
 * The workloads among objects. A Deployment that lends its template to an Argo
 * Rollout by `workloadRef` runs nothing itself and is none.
 */
export function readWorkloads(objects: ObjectSet): Workload[] {
  const candidates = objects.all.filter(
    object =>
      GROUPS[object.kind]?.includes(object.group) === true &&
      !isTestHook(object),
  );
  const lent = new Set<KubernetesObject>();
  const workloads: Workload[] = [];
  for (const object of candidates) {
    const template =
      object.kind === 'Rollout' ? templateOf(object, objects) : undefined;
    if (template) {
      lent.add(template);
    }
    workloads.push(new Workload(object, template ?? object));
  }
  return workloads.filter(workload => !lent.has(workload.object));
}
