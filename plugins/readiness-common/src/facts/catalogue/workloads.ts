import { defineListFact, field } from '../define';

/**
 * What runs the service: Deployments, StatefulSets, DaemonSets, Argo Rollouts,
 * Jobs, CronJobs and bare Pods. The member key is `kind/namespace/name`.
 */
export const workloads = defineListFact({
  name: 'workloads',
  singular: 'workload',
  description: 'The workloads that run the service.',
  suppliedBy: ['kubernetes', 'repository'],
  fields: {
    kind: field('string', 'The Kubernetes kind, such as Deployment.'),
    name: field('string', 'The name of the object.'),
    longRunning: field(
      'bool',
      'Runs until stopped: false for a Job or a CronJob.',
    ),
    scalable: field(
      'bool',
      'Has a number of replicas: false for a DaemonSet, a Job or a CronJob.',
    ),
    minReplicas: field(
      'int',
      "The autoscaler's minimum where one targets the workload, else `replicas`, else 1. Observed: no more than run.",
    ),
    ready: field('int', 'Instances that are ready now.', ['kubernetes']),
    restarts: field(
      'int',
      'Restarts of the containers of the instances that exist.',
      ['kubernetes'],
    ),
    maxReplicas: field(
      'int',
      "The autoscaler's maximum where one targets the workload, else `minReplicas`.",
    ),
    autoscaled: field(
      'bool',
      'An autoscaler with a maximum above its minimum targets the workload.',
    ),
    autoscaler: field(
      'string',
      'Key of the autoscaler that targets the workload; absent without one.',
    ),
    singleWriterVolumes: field(
      'strings',
      'Volumes that one instance alone can use: ReadWriteOnce claims and hostPath, claim templates excepted.',
      ['kubernetes', 'repository', 'attestation'],
    ),
    withoutReadinessProbe: field(
      'strings',
      'Long-running containers without a readiness probe.',
    ),
    withoutLivenessProbe: field(
      'strings',
      'Long-running containers without a liveness probe.',
    ),
    sameProbes: field(
      'strings',
      'Containers whose liveness probe asks the same as their readiness probe.',
    ),
    budgeted: field('bool', 'A PodDisruptionBudget selects the pods.'),
    budget: field(
      'string',
      'Key of the PodDisruptionBudget that selects the pods; absent without one.',
    ),
    evictionsAllowed: field(
      'int',
      'Evictions the budget allows at the minimum number of replicas.',
    ),
    spread: field(
      'bool',
      'Topology spread or anti-affinity selects the pod itself in its own namespace.',
    ),
    zoneSpread: field(
      'bool',
      'Instances are spread over zones (observed: more than one zone in use).',
      ['kubernetes', 'repository', 'attestation'],
    ),
    strategy: field('string', 'The update strategy, such as RollingUpdate.'),
    rolls: field('bool', 'The update strategy replaces pods step by step.'),
    leavesCapacity: field(
      'bool',
      'At least one pod stays available while an update rolls.',
    ),
    gracefulShutdown: field(
      'bool',
      'A preStop hook, or SIGTERM handling in the source, lets requests end inside the grace period.',
      ['repository', 'attestation'],
    ),
    terminationGraceSeconds: field(
      'int',
      'Seconds between SIGTERM and SIGKILL.',
    ),
    revisionHistoryLimit: field(
      'int',
      'Old revisions kept for a rollback: by the workload, or by the Argo CD application that deploys it.',
      ['kubernetes', 'argocd', 'repository'],
    ),
    unpinnedImages: field(
      'strings',
      'Images without a tag or digest, or tagged latest.',
    ),
    clearSecrets: field(
      'strings',
      'Environment variables that hold a secret in clear: names, never values.',
    ),
    ownServiceAccount: field(
      'bool',
      'Runs as a service account other than `default`.',
    ),
    rootContainers: field(
      'strings',
      'Containers that run as the root user or group, or may.',
    ),
    privilegedContainers: field('strings', 'Privileged containers.'),
    escalatingContainers: field(
      'strings',
      'Containers with allowPrivilegeEscalation set to true.',
    ),
    writableRootContainers: field(
      'strings',
      'Containers whose root file system is writable.',
    ),
    networkPolicy: field('bool', 'A NetworkPolicy selects the pods.'),
    withoutRequestsOrLimits: field(
      'strings',
      'Containers and what they lack: "server: memory limit".',
    ),
    requestToUse: field(
      'double',
      'Requests divided by use over 14 days, the larger of CPU and memory.',
      ['prometheus'],
    ),
  },
});
