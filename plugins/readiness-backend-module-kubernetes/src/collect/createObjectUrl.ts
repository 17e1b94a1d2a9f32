import type { JsonObject } from '@backstage/types';
import type { ClusterConfig } from '../config';
import { resourceKinds, resourcePath } from '../kubernetes/resourceKinds';

const PLURALS = new Map(
  resourceKinds.map(resource => [
    `${resource.group}/${resource.kind}`,
    resource,
  ]),
);

/**
 * Where people see an object: as the config says, else at the API server, which
 * `kubectl get --raw` reads.
 */
export function createObjectUrl(
  config: Pick<ClusterConfig, 'name' | 'objectUrl' | 'url'>,
): (object: JsonObject) => string | undefined {
  return object => {
    const { apiVersion, kind, metadata } = object;
    const [version, group = ''] = String(apiVersion).split('/').reverse();
    const resource = PLURALS.get(`${group}/${kind}`);
    if (!resource || typeof metadata !== 'object' || metadata === null) {
      return undefined;
    }
    const { namespace = '', name = '' } = metadata as JsonObject;
    if (config.objectUrl === undefined) {
      const path = resourcePath(
        resource,
        version,
        namespace === '' ? undefined : String(namespace),
      );
      return `${config.url.replace(/\/+$/, '')}/${path}/${encodeURIComponent(
        String(name),
      )}`;
    }
    const values: Record<string, string> = {
      cluster: config.name,
      namespace: String(namespace),
      kind: String(kind),
      plural: resource.plural,
      group,
      name: String(name),
    };
    return config.objectUrl.replace(/\{(\w+)\}/g, (hole, key: string) =>
      Object.hasOwn(values, key) ? encodeURIComponent(values[key]) : hole,
    );
  };
}
