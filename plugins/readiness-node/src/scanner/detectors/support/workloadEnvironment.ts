import type { Origin } from '@airworthy/plugin-readiness-common';
import type { DetectorContext, ProductionObject } from '../../Detector';
import { memoizePerContext } from './memoizePerContext';
import { isWorkloadKind } from './serviceNames';
import { isObject, listAt, objectAt, stringAt, valueAt } from './values';

/** An environment variable of the service in production. */
export interface EnvironmentVariable {
  /** Absent where a Secret or a field supplies it. */
  value?: string;
  origin: Origin;
}

/** Where the specification of the pods stands inside a workload. */
export function podSpecPath(object: ProductionObject): string[] {
  if (object.kind === 'CronJob') {
    return ['spec', 'jobTemplate', 'spec', 'template', 'spec'];
  }
  return object.kind === 'Pod' ? ['spec'] : ['spec', 'template', 'spec'];
}

function readConfigMap(
  context: DetectorContext,
  source: unknown,
  variables: Map<string, EnvironmentVariable>,
): void {
  const name = stringAt(source, 'configMapRef', 'name');
  const configMap = context.objects.find(
    object => object.kind === 'ConfigMap' && object.name === name,
  );
  const prefix = stringAt(source, 'prefix') ?? '';
  for (const key of Object.keys(objectAt(configMap?.object, 'data'))) {
    variables.set(`${prefix}${key}`, {
      value: stringAt(configMap?.object, 'data', key),
      origin: configMap?.originOf(['data', key]) ?? {},
    });
  }
}

/**
 * The environment variables that the production objects give the containers of
 * the service. Where two containers differ the first long-running one stands.
 */
export const workloadEnvironment = memoizePerContext(
  async (context): Promise<ReadonlyMap<string, EnvironmentVariable>> => {
    const all = new Map<string, EnvironmentVariable>();
    for (const object of context.objects) {
      if (!isWorkloadKind(object.kind)) {
        continue;
      }
      for (const list of ['containers', 'initContainers']) {
        const path = [...podSpecPath(object), list];
        for (const [index, container] of listAt(
          object.object,
          ...path,
        ).entries()) {
          const variables = new Map<string, EnvironmentVariable>();
          for (const source of listAt(container, 'envFrom')) {
            readConfigMap(context, source, variables);
          }
          for (const [position, variable] of listAt(
            container,
            'env',
          ).entries()) {
            const name = stringAt(variable, 'name');
            if (name !== undefined) {
              variables.set(name, {
                value: isObject(valueAt(variable, 'valueFrom'))
                  ? undefined
                  : stringAt(variable, 'value') ?? '',
                origin: object.originOf([...path, index, 'env', position]),
              });
            }
          }
          for (const [name, variable] of variables) {
            if (!all.has(name)) {
              all.set(name, variable);
            }
          }
        }
      }
    }
    return all;
  },
);
