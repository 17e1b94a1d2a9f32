import type { Entity } from '@backstage/catalog-model';
import type { FactValue } from '@airworthy/plugin-readiness-common';
import type { StatedFact } from './StatedSource';

/** One workload as a fact, with the fields that matter to a test. */
export function workload(
  name: string,
  fields: Record<string, FactValue>,
): StatedFact {
  return {
    name: 'workloads',
    member: `Deployment/shop/${name}`,
    environment: 'production',
    value: {
      kind: 'Deployment',
      name,
      longRunning: true,
      scalable: true,
      ...fields,
    },
  };
}

/** A service of the catalog. */
export function service(
  name: string,
  spec: Record<string, string | number> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default', uid: `uid-${name}` },
    spec: {
      type: 'service',
      lifecycle: 'production',
      owner: 'group:default/shop',
      ...spec,
    },
  };
}

/** A checklist of one check at one level, so that levels can be told by hand. */
export const ONE_CHECK = {
  replace: true,
  questions: {
    instances: {
      title: 'Does it have several instances?',
      shortTitle: 'Instances',
      quality: 'availability' as const,
    },
  },
  levels: [{ id: 'bronze', title: 'Bronze' }],
  checks: {
    replicas: {
      question: 'instances',
      level: 'bronze',
      title: 'Several instances run',
      rules: [
        {
          each: 'workloads',
          rule: 'workload.minReplicas >= 2',
          whenEmpty: 'unknown' as const,
        },
      ],
      expected: 'at least 2',
      fix: { title: 'Add one', steps: ['Raise `replicas`.'] },
    },
  },
};
