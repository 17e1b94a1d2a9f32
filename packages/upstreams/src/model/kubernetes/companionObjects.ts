import {
  metaOf,
  type KubernetesObject,
  type KubernetesValue,
} from './ObjectMeta';
import { labelsOf, type PlacedWorkload } from './workloadObjects';

const DAY = 24 * 60 * 60_000;

/** What belongs to a workload: autoscaler, service, and what a careful team adds. */
export function companionObjects(placed: PlacedWorkload): KubernetesObject[] {
  const { workload } = placed;
  const isJob = workload.kind === 'CronJob';
  return [
    ...(workload.minReplicas === undefined ? [] : [autoscaler(placed)]),
    ...(isJob ? [] : [service(placed)]),
    ...(workload.care === 'exemplary' ? careful(placed, isJob) : []),
  ];
}

function careful(placed: PlacedWorkload, isJob: boolean): KubernetesObject[] {
  const objects = [
    named(placed, 'v1', 'ServiceAccount', {}),
    named(placed, 'rbac.authorization.k8s.io/v1', 'Role', {
      rules: [
        { apiGroups: [''], resources: ['configmaps'], verbs: ['get', 'watch'] },
      ],
    }),
    named(placed, 'rbac.authorization.k8s.io/v1', 'RoleBinding', {
      roleRef: {
        apiGroup: 'rbac.authorization.k8s.io',
        kind: 'Role',
        name: placed.workload.name,
      },
      subjects: [
        {
          kind: 'ServiceAccount',
          name: placed.workload.name,
          namespace: placed.namespace,
        },
      ],
    }),
    externalSecret(placed),
    networkPolicy(placed),
  ];
  return isJob
    ? objects
    : [
        ...objects,
        disruptionBudget(placed),
        ingress(placed),
        certificate(placed),
        ...(placed.service.tier === 1 ? database(placed) : []),
      ];
}

function named(
  placed: PlacedWorkload,
  apiVersion: string,
  kind: string,
  rest: { [key: string]: KubernetesValue },
  name = placed.workload.name,
): KubernetesObject {
  return {
    apiVersion,
    kind,
    metadata: metaOf(kind, {
      name,
      namespace: placed.namespace,
      labels: labelsOf(placed),
      createdAt: placed.deployedAt,
    }),
    ...rest,
  };
}

function selector({ workload }: PlacedWorkload): { [key: string]: string } {
  return { 'app.kubernetes.io/name': workload.name };
}

function autoscaler(placed: PlacedWorkload): KubernetesObject {
  const { workload } = placed;
  const { minReplicas = 1, maxReplicas = minReplicas } = workload;
  return named(placed, 'autoscaling/v2', 'HorizontalPodAutoscaler', {
    spec: {
      scaleTargetRef: {
        apiVersion:
          workload.kind === 'Rollout' ? 'argoproj.io/v1alpha1' : 'apps/v1',
        kind: workload.kind,
        name: workload.name,
      },
      minReplicas,
      maxReplicas,
      metrics: [
        {
          type: 'Resource',
          resource: {
            name: 'cpu',
            target: { type: 'Utilization', averageUtilization: 70 },
          },
        },
      ],
    },
    status: {
      currentReplicas: workload.replicas,
      desiredReplicas: workload.replicas,
      currentMetrics: [],
      conditions: [],
    },
  });
}

function service(placed: PlacedWorkload): KubernetesObject {
  return named(placed, 'v1', 'Service', {
    spec: {
      type: 'ClusterIP',
      selector: selector(placed),
      ports: [{ name: 'http', port: 80, targetPort: 'http', protocol: 'TCP' }],
    },
    status: { loadBalancer: {} },
  });
}

function networkPolicy(placed: PlacedWorkload): KubernetesObject {
  return named(placed, 'networking.k8s.io/v1', 'NetworkPolicy', {
    spec: {
      podSelector: { matchLabels: selector(placed) },
      policyTypes: ['Ingress'],
      ingress: [{ from: [{ namespaceSelector: {} }] }],
    },
  });
}

function disruptionBudget(placed: PlacedWorkload): KubernetesObject {
  const { replicas } = placed.workload;
  return named(placed, 'policy/v1', 'PodDisruptionBudget', {
    spec: {
      maxUnavailable: 1,
      selector: { matchLabels: selector(placed) },
    },
    status: {
      currentHealthy: replicas,
      desiredHealthy: Math.max(0, replicas - 1),
      disruptionsAllowed: 1,
      expectedPods: replicas,
      observedGeneration: 1,
    },
  });
}

function ingress(placed: PlacedWorkload): KubernetesObject {
  const { workload } = placed;
  const host = `${workload.name}.lumenara.example`;
  return named(placed, 'networking.k8s.io/v1', 'Ingress', {
    spec: {
      ingressClassName: 'nginx',
      tls: [{ hosts: [host], secretName: `${workload.name}-tls` }],
      rules: [
        {
          host,
          http: {
            paths: [
              {
                path: '/',
                pathType: 'Prefix',
                backend: {
                  service: { name: workload.name, port: { name: 'http' } },
                },
              },
            ],
          },
        },
      ],
    },
    status: { loadBalancer: {} },
  });
}

/** Issued on the first of a month, and good for ninety days. */
function certificate(placed: PlacedWorkload): KubernetesObject {
  const { workload, now } = placed;
  const issued = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1);
  const seconds = (time: number) =>
    new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
  return named(
    placed,
    'cert-manager.io/v1',
    'Certificate',
    {
      spec: {
        secretName: `${workload.name}-tls`,
        dnsNames: [`${workload.name}.lumenara.example`],
        issuerRef: { name: 'lets-encrypt', kind: 'ClusterIssuer' },
      },
      status: {
        notBefore: seconds(issued),
        notAfter: seconds(issued + 90 * DAY),
        renewalTime: seconds(issued + 60 * DAY),
        revision: 1,
        conditions: [],
      },
    },
    `${workload.name}-tls`,
  );
}

function externalSecret(placed: PlacedWorkload): KubernetesObject {
  const { workload } = placed;
  return named(placed, 'external-secrets.io/v1', 'ExternalSecret', {
    spec: {
      refreshInterval: '1h',
      secretStoreRef: { kind: 'ClusterSecretStore', name: 'vault' },
      target: { name: workload.name, creationPolicy: 'Owner' },
      data: [
        {
          secretKey: 'database-url',
          remoteRef: { key: `services/${workload.name}`, property: 'database' },
        },
      ],
    },
  });
}

/** A database of its own, backed up every night at two. */
function database(placed: PlacedWorkload): KubernetesObject[] {
  const { workload, now } = placed;
  const name = `${workload.name}-db`;
  const atTwo = Math.floor((now.getTime() - 3 * 3600_000) / DAY) * DAY;
  const at = new Date(atTwo + 2 * 3600_000)
    .toISOString()
    .replace(/\.\d+Z$/, 'Z');
  return [
    named(
      placed,
      'postgresql.cnpg.io/v1',
      'Cluster',
      {
        spec: {
          instances: 3,
          affinity: { topologyKey: 'topology.kubernetes.io/zone' },
          storage: { size: '100Gi', storageClass: 'encrypted-ssd' },
        },
        status: {
          instances: 3,
          readyInstances: 3,
          phase: 'Cluster in healthy state',
        },
      },
      name,
    ),
    named(
      placed,
      'postgresql.cnpg.io/v1',
      'Backup',
      {
        spec: { cluster: { name }, method: 'barmanObjectStore' },
        status: { phase: 'completed', startedAt: at, stoppedAt: at },
      },
      `${name}-${at.slice(0, 10).replace(/-/g, '')}`,
    ),
  ];
}
