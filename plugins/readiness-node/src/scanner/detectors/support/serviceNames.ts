import type { DetectorContext } from '../../Detector';
import { stringAt } from './values';
import { memoizePerContext } from './memoizePerContext';
import { baseName } from './paths';

const WORKLOAD_KINDS = new Set([
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'Rollout',
  'Job',
  'CronJob',
  'Pod',
]);

/** Whether an object of this kind runs pods. */
export function isWorkloadKind(kind: string): boolean {
  return WORKLOAD_KINDS.has(kind);
}

/**
 * The names under which the service appears in monitoring: its own, the one it
 * has in Kubernetes, and those of its workloads and Services.
 */
export function serviceNames(context: DetectorContext): Set<string> {
  const names = new Set([context.entity.name]);
  const kubernetesId = context.entity.annotations['backstage.io/kubernetes-id'];
  if (kubernetesId) {
    names.add(kubernetesId);
  }
  for (const pair of (
    context.entity.annotations['prometheus.io/labels'] ?? ''
  ).split(',')) {
    const [label, value] = pair.split('=');
    if (['service', 'app', 'job'].includes(label.trim()) && value) {
      names.add(value.trim());
    }
  }
  for (const object of context.objects) {
    if (isWorkloadKind(object.kind)) {
      names.add(object.name);
      for (const path of [
        ['metadata', 'labels'],
        ['spec', 'template', 'metadata', 'labels'],
      ]) {
        for (const label of ['app.kubernetes.io/name', 'app']) {
          const value = stringAt(object.object, ...path, label);
          if (value) {
            names.add(value);
          }
        }
      }
    } else if (object.kind === 'Service') {
      names.add(object.name);
    }
  }
  return names;
}

/**
 * How far the files at hand are the service's own: `alone` where nothing else
 * lives in them, `shared` where the catalog file lists more components, and
 * `untold` where no catalog file says.
 */
export const ownershipOfFiles = memoizePerContext(
  async (context): Promise<'alone' | 'shared' | 'untold'> => {
    if (context.sourcePath !== '') {
      return 'alone';
    }
    let components = 0;
    for (const path of context.allFiles) {
      if (!/^catalog-info.*\.ya?ml$/.test(baseName(path))) {
        continue;
      }
      for (const document of (await context.documents(path)) ?? []) {
        if (stringAt(document.value, 'kind') === 'Component') {
          components += 1;
        }
      }
    }
    if (components === 0) {
      return 'untold';
    }
    return components === 1 ? 'alone' : 'shared';
  },
);
