import { Random } from './Random';

/**
 * The files of a service's repository: every service has a Deployment, and
 * each good practice with a probability of its own, so that the fleet has all
 * statuses and all levels.
 *
 * @returns texts keyed by path
 */
export function generateRepository(
  name: string,
  index: number,
): Record<string, string> {
  const random = new Random(index + 1);
  const files: Record<string, string> = {
    'deploy/deployment.yaml': deployment(name, random),
    'deploy/service.yaml': service(name),
    'package.json': packageJson(name, random),
    'src/server.ts': server(random),
  };
  if (random.chance(0.7)) {
    files['deploy/hpa.yaml'] = autoscaler(name, random);
  }
  if (random.chance(0.7)) {
    files['deploy/pdb.yaml'] = budget(name, random);
  }
  if (random.chance(0.6)) {
    files['deploy/network-policy.yaml'] = networkPolicy(name);
  }
  if (random.chance(0.7)) {
    files['deploy/monitoring.yaml'] = monitoring(name, random);
  }
  if (random.chance(0.8)) {
    files['.github/workflows/ci.yaml'] = workflow(random);
  }
  if (random.chance(0.6)) {
    files['.github/dependabot.yml'] =
      'version: 2\nupdates:\n  - package-ecosystem: npm\n    directory: /\n    schedule: { interval: weekly }\n';
  }
  if (random.chance(0.7)) {
    files[`docs/runbooks/${name}.md`] = `---\nlast_reviewed_on: 2026-0${
      1 + random.below(9)
    }-15\n---\n# ${name}\n\n## Slow\n\nRestart it.\n\n## Rollback\n\n\`kubectl rollout undo deployment/${name}\`\n`;
  }
  if (random.chance(0.6)) {
    files.CODEOWNERS = `* @bench/team-${index % 50}\n`;
  }
  return files;
}

function deployment(name: string, random: Random): string {
  const probes = random.chance(0.9);
  const resources = random.chance(0.9);
  const secure = random.chance(0.7);
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  labels: { app.kubernetes.io/name: ${name} }
spec:
  replicas: ${1 + random.below(4)}
  selector: { matchLabels: { app.kubernetes.io/name: ${name} } }
  template:
    metadata:
      labels: { app.kubernetes.io/name: ${name} }
    spec:
      ${
        random.chance(0.8)
          ? `serviceAccountName: ${name}`
          : 'enableServiceLinks: false'
      }
      ${
        random.chance(0.6)
          ? `topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: topology.kubernetes.io/zone
          whenUnsatisfiable: ScheduleAnyway
          labelSelector: { matchLabels: { app.kubernetes.io/name: ${name} } }`
          : 'priorityClassName: standard'
      }
      containers:
        - name: server
          image: registry.example.com/${name}:${
    random.chance(0.95) ? '1.4.2' : 'latest'
  }
          ${
            probes
              ? 'readinessProbe: { httpGet: { path: /ready, port: 8080 } }'
              : 'tty: false'
          }
          ${
            probes
              ? 'livenessProbe: { httpGet: { path: /live, port: 8080 } }'
              : 'stdin: false'
          }
          ${
            resources
              ? 'resources: { requests: { cpu: 100m, memory: 128Mi }, limits: { memory: 256Mi } }'
              : 'imagePullPolicy: IfNotPresent'
          }
          ${
            secure
              ? 'securityContext: { runAsNonRoot: true, runAsUser: 1000, runAsGroup: 1000, readOnlyRootFilesystem: true, allowPrivilegeEscalation: false }'
              : 'securityContext: { privileged: false }'
          }
          ${
            random.chance(0.7)
              ? 'lifecycle: { preStop: { exec: { command: [sleep, "5"] } } }'
              : 'ports: [{ containerPort: 8080 }]'
          }
`;
}

function service(name: string): string {
  return `apiVersion: v1
kind: Service
metadata: { name: ${name} }
spec:
  selector: { app.kubernetes.io/name: ${name} }
  ports: [{ port: 80, targetPort: 8080 }]
`;
}

function autoscaler(name: string, random: Random): string {
  return `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: ${name} }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: ${
    random.chance(0.95) ? name : 'gone'
  } }
  minReplicas: ${1 + random.below(4)}
  maxReplicas: 10
`;
}

function budget(name: string, random: Random): string {
  return `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: ${name} }
spec:
  ${random.chance(0.8) ? 'maxUnavailable: 1' : 'minAvailable: 100%'}
  selector: { matchLabels: { app.kubernetes.io/name: ${name} } }
`;
}

function networkPolicy(name: string): string {
  return `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: ${name} }
spec:
  podSelector: { matchLabels: { app.kubernetes.io/name: ${name} } }
`;
}

function monitoring(name: string, random: Random): string {
  return `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: ${name} }
spec:
  selector: { matchLabels: { app.kubernetes.io/name: ${name} } }
  endpoints: [{ port: http }]
---
apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata: { name: ${name} }
spec:
  groups:
    - name: ${name}
      rules:
        - alert: ${name}-slow
          expr: 'histogram_quantile(0.99, sum by (le) (rate(http_request_duration_seconds_bucket{service="${name}"}[5m]))) > 1'
          labels: { severity: page, service: ${name} }
          annotations: { ${
            random.chance(0.7)
              ? `runbook_url: docs/runbooks/${name}.md#slow`
              : 'summary: slow'
          } }
`;
}

function workflow(random: Random): string {
  return `name: ci
on: { pull_request: {}, push: { branches: [main] } }
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: npm ci
      - run: npm test
      ${
        random.chance(0.5)
          ? '- uses: aquasecurity/trivy-action@0.28.0'
          : '- run: npm run build'
      }
`;
}

function packageJson(name: string, random: Random): string {
  return JSON.stringify({
    name,
    version: '1.0.0',
    dependencies: {
      fastify: '5.0.0',
      ...(random.chance(0.7) && { pg: '8.13.0' }),
      ...(random.chance(0.7) && { pino: '9.0.0' }),
      ...(random.chance(0.6) && { '@opentelemetry/sdk-node': '0.57.0' }),
      ...(random.chance(0.5) && { cockatiel: '3.2.0' }),
    },
  });
}

function server(random: Random): string {
  return `import { Pool } from 'pg';
export const pool = new Pool({
  max: 10,
  ${random.chance(0.8) ? 'connectionTimeoutMillis: 1000,' : ''}
  ${random.chance(0.7) ? 'statement_timeout: 5000,' : ''}
});
process.on('SIGTERM', () => pool.end());
`;
}
