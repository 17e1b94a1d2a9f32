import { valueAt } from '../../json/values';
import type { Container, Workload } from './Workload';

function isSet(
  workload: Workload,
  container: Container,
  kind: 'requests' | 'limits',
  resource: 'cpu' | 'memory',
): boolean {
  // Since Kubernetes 1.34 a pod may state them for all of its containers.
  return [container.spec, workload.podSpec].some(spec => {
    const value = valueAt(spec, 'resources', kind, resource);
    return typeof value === 'string' || typeof value === 'number';
  });
}

/** What a container lacks of requests and limits: `memory limit`. */
export function lackedResources(
  workload: Workload,
  container: Container,
): string[] {
  const lacked: string[] = [];
  for (const resource of ['cpu', 'memory'] as const) {
    // Kubernetes takes the limit for the request where only a limit is set.
    if (
      !isSet(workload, container, 'requests', resource) &&
      !isSet(workload, container, 'limits', resource)
    ) {
      lacked.push(`${resource === 'cpu' ? 'CPU' : 'memory'} request`);
    }
  }
  if (!isSet(workload, container, 'limits', 'memory')) {
    lacked.push('memory limit');
  }
  return lacked;
}
