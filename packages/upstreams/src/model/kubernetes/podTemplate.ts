import type { CompanyWorkload } from '../types';
import type { KubernetesValue } from './ObjectMeta';

/** What a pod template is made of. */
export interface PodTemplateOptions {
  workload: CompanyWorkload;
  labels: Record<string, string>;
  version: string;
}

/** The pod template of a workload, by how much care its team takes. */
export function podTemplate(options: PodTemplateOptions) {
  const { workload, labels, version } = options;
  const { care } = workload;
  const metadata = {
    labels,
    ...(care === 'exemplary'
      ? {
          annotations: {
            'instrumentation.opentelemetry.io/inject-sdk': 'true',
          },
        }
      : {}),
  };
  return { metadata, spec: podSpec(workload, labels, version) };
}

function podSpec(
  workload: CompanyWorkload,
  labels: Record<string, string>,
  version: string,
): { [key: string]: KubernetesValue } {
  const { care, kind, name } = workload;
  const isJob = kind === 'CronJob';
  return {
    containers: [container(workload, version)],
    restartPolicy: isJob ? 'OnFailure' : 'Always',
    terminationGracePeriodSeconds: 30,
    dnsPolicy: 'ClusterFirst',
    schedulerName: 'default-scheduler',
    ...(care === 'exemplary'
      ? {
          serviceAccountName: name,
          serviceAccount: name,
          securityContext: {
            runAsNonRoot: true,
            runAsUser: 10001,
            runAsGroup: 10001,
          },
          topologySpreadConstraints: [
            {
              maxSkew: 1,
              topologyKey: 'topology.kubernetes.io/zone',
              whenUnsatisfiable: 'ScheduleAnyway',
              labelSelector: {
                matchLabels: {
                  'app.kubernetes.io/name': labels['app.kubernetes.io/name'],
                },
              },
            },
          ],
        }
      : { securityContext: {} }),
  };
}

function container(
  { care, kind, name }: CompanyWorkload,
  version: string,
): { [key: string]: KubernetesValue } {
  const isJob = kind === 'CronJob';
  const probe = (path: string) => ({
    httpGet: { path, port: 'http', scheme: 'HTTP' },
    periodSeconds: 10,
    timeoutSeconds: 1,
    successThreshold: 1,
    failureThreshold: 3,
  });
  const readyPath = care === 'exemplary' ? '/readyz' : '/healthz';
  return {
    name: 'server',
    image: `registry.lumenara.example/${name}:${
      care === 'bare' ? 'latest' : version
    }`,
    imagePullPolicy: care === 'bare' ? 'Always' : 'IfNotPresent',
    terminationMessagePath: '/dev/termination-log',
    terminationMessagePolicy: 'File',
    ...(isJob
      ? {}
      : { ports: [{ name: 'http', containerPort: 8080, protocol: 'TCP' }] }),
    ...(care === 'bare' || isJob
      ? {}
      : {
          readinessProbe: probe(readyPath),
          livenessProbe: probe('/healthz'),
        }),
    resources:
      care === 'bare'
        ? {}
        : {
            requests: { cpu: '100m', memory: '256Mi' },
            limits: {
              memory: '256Mi',
              ...(care === 'exemplary' ? { cpu: '1' } : {}),
            },
          },
    ...(care === 'exemplary'
      ? {
          env: [
            {
              name: 'DATABASE_URL',
              valueFrom: { secretKeyRef: { name, key: 'database-url' } },
            },
            { name: 'PGSSLMODE', value: 'verify-full' },
          ],
          securityContext: {
            allowPrivilegeEscalation: false,
            readOnlyRootFilesystem: true,
            capabilities: { drop: ['ALL'] },
          },
          lifecycle: { preStop: { exec: { command: ['sleep', '10'] } } },
        }
      : {}),
  };
}
