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
