import type { Deployment } from '@airworthy/plugin-readiness-common';
import type { InOwnName } from '@airworthy/plugin-readiness-node';
import type { LinkedEntity } from '../collect/linkRepository';
import { findRollbacks } from './findRollbacks';
import type { ObservedDeployment } from './readDeployment';

/** @see ownerOfEnvironment */
export type EnvironmentOwner =
  | { entityRef: string; environment: string }
  | { ambiguous: true }
  | undefined;

/**
 * Whose an environment of a repository is: of the entity that names it in its
 * annotation, else, where it is a configured one, of the only service that names
 * none. Of several services none gets what may be another's.
 *
 * @param name - as GitHub has it, in lower case
 * @param environments - the configured names and what they are here
 */
export function ownerOfEnvironment(
  name: string,
  entities: readonly LinkedEntity[],
  environments: ReadonlyMap<string, string>,
): EnvironmentOwner {
  const named = entities.filter(entity => entity.environments.includes(name));
  if (named.length > 0) {
    return named.length === 1
      ? { entityRef: named[0].ref, environment: 'production' }
      : { ambiguous: true };
  }
  const environment = environments.get(name);
  const others = entities.filter(
    entity => entity.deployed && entity.environments.length === 0,
  );
  if (environment === undefined || others.length === 0) {
    return undefined;
  }
  return others.length === 1
    ? { entityRef: others[0].ref, environment }
    : { ambiguous: true };
}

/**
 * The deployments of a repository by the entities that they deployed. Older ones
 * are looked at to tell what went back, and told of before.
 *
 * @param options.url - where deployments can be seen that name no log
 * @param options.since - those that began before it are left out; ISO 8601
 */
export function attributeDeployments(
  deployments: readonly ObservedDeployment[],
  options: {
    entities: readonly LinkedEntity[];
    environments: ReadonlyMap<string, string>;
    url: string;
    since?: string;
  },
): InOwnName<Deployment>[] {
  const { entities, environments, url, since = '' } = options;
  const names = [...new Set(deployments.map(item => item.environment))];
  return names.flatMap(name => {
    const owner = ownerOfEnvironment(name, entities, environments);
    if (!owner || 'ambiguous' in owner) {
      return [];
    }
    const own = deployments.filter(item => item.environment === name);
    const rollbacks = findRollbacks(own);
    return own
      .filter(({ startedAt }) => startedAt >= since)
      .map(item => {
        const { namedRollback: _, environment: __, ...rest } = item;
        return {
          ...rest,
          ...owner,
          rollback: rollbacks.has(item.key),
          url: item.url ?? url,
        };
      });
  });
}
