import type { CompanyService, CompanyWorkload } from '../types';
import {
  hashOf,
  metaOf,
  uidOf,
  type KubernetesObject,
  type KubernetesValue,
} from './ObjectMeta';
import { podTemplate } from './podTemplate';

const MINUTE = 60_000;
const HISTORY = 10;

/** One workload of a service, in its place. */
export interface PlacedWorkload {
  service: CompanyService;
  workload: CompanyWorkload;
  namespace: string;
  /** Of the release that is rolled out. */
  version: string;
  deployedAt: string;
  /** Zones of the cluster's nodes. */
  zones: readonly string[];
  now: Date;
}

const API_VERSIONS: Record<CompanyWorkload['kind'], string> = {
  CronJob: 'batch/v1',
  Deployment: 'apps/v1',
  Rollout: 'argoproj.io/v1alpha1',
  StatefulSet: 'apps/v1',
};

/** Labels by which the objects of a workload find each other and their service. */
export function labelsOf({
  service,
  workload,
}: PlacedWorkload): Record<string, string> {
  const id = service.states.includes('link-not-found')
    ? `${service.name}-old`
    : service.name;
  return {
    'app.kubernetes.io/name': workload.name,
    'backstage.io/kubernetes-id': id,
  };
}

/** Pods that do not become ready, of the newest ones. */
function unready({ service, workload }: PlacedWorkload): number {
  const { replicas, running = replicas } = workload;
  const isFailing = service.states.includes('failing-rollout');
  return Math.max(replicas - running, isFailing && replicas > 0 ? 1 : 0);
}

/** The workload itself, and the pods that it runs. */
export function workloadObjects(placed: PlacedWorkload): KubernetesObject[] {
  const { workload } = placed;
  return workload.kind === 'CronJob'
    ? [cronJob(placed)]
    : [longRunning(placed), ...pods(placed)];
}

function objectOf(placed: PlacedWorkload): KubernetesObject {
  const { workload, namespace, deployedAt } = placed;
  return {
    apiVersion: API_VERSIONS[workload.kind],
    kind: workload.kind,
    metadata: metaOf(workload.kind, {
      name: workload.name,
      namespace,
      labels: labelsOf(placed),
      createdAt: deployedAt,
    }),
  };
}

function cronJob(placed: PlacedWorkload): KubernetesObject {
  const { workload, version, now } = placed;
  const { lastSuccessMinutesAgo = 12 * 60 } = workload;
  const at = new Date(now.getTime() - lastSuccessMinutesAgo * MINUTE);
  const last = at.toISOString().replace(/\.\d+Z$/, 'Z');
  return {
    ...objectOf(placed),
    spec: {
      schedule: '15 2 * * *',
      concurrencyPolicy: 'Forbid',
      suspend: false,
      successfulJobsHistoryLimit: 3,
      failedJobsHistoryLimit: 1,
      jobTemplate: {
        metadata: {},
        spec: {
          template: podTemplate({
            workload,
            labels: labelsOf(placed),
            version,
          }),
        },
      },
    },
    status: { lastScheduleTime: last, lastSuccessfulTime: last },
  };
}

function longRunning(placed: PlacedWorkload): KubernetesObject {
  const { workload, version } = placed;
  const { care, kind, name, replicas } = workload;
  const labels = labelsOf(placed);
  const spec: { [key: string]: KubernetesValue } = {
    replicas,
    revisionHistoryLimit: HISTORY,
    selector: { matchLabels: { 'app.kubernetes.io/name': name } },
    template: podTemplate({ workload, labels, version }),
  };
  if (kind === 'StatefulSet') {
    spec.serviceName = name;
    spec.podManagementPolicy = 'OrderedReady';
    spec.updateStrategy = {
      type: 'RollingUpdate',
      rollingUpdate: { partition: 0 },
    };
    spec.volumeClaimTemplates = [volumeClaimTemplate()];
  } else if (kind === 'Deployment') {
    spec.progressDeadlineSeconds = 600;
    spec.strategy = {
      type: 'RollingUpdate',
      rollingUpdate: { maxUnavailable: '25%', maxSurge: '25%' },
    };
  } else {
    spec.strategy = {
      canary: {
        maxUnavailable: 0,
        maxSurge: '25%',
        ...(care === 'exemplary'
          ? { analysis: { templates: [{ templateName: 'error-rate' }] } }
          : {}),
        steps: [{ setWeight: 20 }, { pause: { duration: '5m' } }],
      },
    };
  }
  return { ...objectOf(placed), spec, status: status(placed) };
}

function volumeClaimTemplate(): KubernetesValue {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'data' },
    spec: {
      accessModes: ['ReadWriteOnce'],
      storageClassName: 'encrypted-ssd',
      volumeMode: 'Filesystem',
      resources: { requests: { storage: '20Gi' } },
    },
    status: { phase: 'Pending' },
  };
}

function status(placed: PlacedWorkload): { [key: string]: KubernetesValue } {
  const { workload, deployedAt } = placed;
  const { kind, replicas } = workload;
  const ready = replicas - unready(placed);
  const at = deployedAt.replace(/\.\d+Z$/, 'Z');
  const counts = {
    replicas,
    readyReplicas: ready,
    availableReplicas: ready,
    updatedReplicas: replicas,
  };
  if (kind === 'StatefulSet') {
    return {
      ...counts,
      observedGeneration: 1,
      collisionCount: 0,
      currentReplicas: replicas,
      currentRevision: `${workload.name}-${hashOf(workload.name)}`,
      updateRevision: `${workload.name}-${hashOf(workload.name)}`,
    };
  }
  const isWhole = ready === replicas;
  const conditions = [
    {
      type: 'Available',
      status: isWhole ? 'True' : 'False',
      lastTransitionTime: at,
      lastUpdateTime: at,
      reason: isWhole
        ? 'MinimumReplicasAvailable'
        : 'MinimumReplicasUnavailable',
      message: 'Deployment has minimum availability.',
    },
    {
      type: 'Progressing',
      status: isWhole ? 'True' : 'False',
      lastTransitionTime: at,
      lastUpdateTime: at,
      reason: isWhole ? 'NewReplicaSetAvailable' : 'ProgressDeadlineExceeded',
      message: 'ReplicaSet has progressed.',
    },
  ];
  // A Rollout counts its generations in a string.
  return kind === 'Rollout'
    ? { ...counts, conditions, observedGeneration: '1', phase: 'Healthy' }
    : { ...counts, conditions, observedGeneration: 1 };
}

function pods(placed: PlacedWorkload): KubernetesObject[] {
  const { service, workload, namespace, version, deployedAt, zones } = placed;
  const { kind, name, replicas } = workload;
  const hash = hashOf(service.name, version);
  const failing = unready(placed);
  const at = deployedAt.replace(/\.\d+Z$/, 'Z');
  const isStateful = kind === 'StatefulSet';
  const owner = isStateful
    ? { apiVersion: 'apps/v1', kind: 'StatefulSet', name }
    : { apiVersion: 'apps/v1', kind: 'ReplicaSet', name: `${name}-${hash}` };
  const template = podTemplate({ workload, labels: labelsOf(placed), version });
  const hashLabel =
    kind === 'Rollout' ? 'rollouts-pod-template-hash' : 'pod-template-hash';
  return Array.from({ length: replicas }, (_, index) => {
    const isReady = index < replicas - failing;
    const podName = isStateful
      ? `${name}-${index}`
      : `${name}-${hash}-${hashOf(name, String(index)).slice(0, 5)}`;
    const killed = service.states.includes('out-of-memory') ? 7 : 0;
    return {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: metaOf('Pod', {
        name: podName,
        namespace,
        labels: {
          ...labelsOf(placed),
          ...(isStateful ? {} : { [hashLabel]: hash }),
        },
        createdAt: deployedAt,
        owner: { ...owner, uid: uidOf(owner.kind, namespace, owner.name) },
      }),
      spec: {
        ...template.spec,
        nodeName: `node-${zones[index % zones.length]}-1`,
      },
      status: {
        phase: 'Running',
        qosClass: 'Burstable',
        startTime: at,
        podIP: `10.0.${index}.1`,
        hostIP: '10.1.0.1',
        conditions: [
          'PodScheduled',
          'Initialized',
          'ContainersReady',
          'Ready',
        ].map(type => ({
          type,
          status:
            isReady || type === 'PodScheduled' || type === 'Initialized'
              ? 'True'
              : 'False',
          lastTransitionTime: at,
        })),
        containerStatuses: [
          {
            name: 'server',
            image: `registry.lumenara.example/${name}:${version}`,
            imageID: '',
            ready: isReady,
            started: isReady,
            restartCount: isReady ? killed : 23,
            state: isReady
              ? { running: { startedAt: at } }
              : { waiting: { reason: 'CrashLoopBackOff' } },
          },
        ],
      },
    };
  });
}
