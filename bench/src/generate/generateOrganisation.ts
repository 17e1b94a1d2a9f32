import type { Entity } from '@backstage/catalog-model';
import { Random } from './Random';

const LOCATION = 'url:https://git.example.com/bench';

/** A group for every this many services, as in a company of many teams. */
const SERVICES_A_GROUP = 20;

/** Members of each group. */
const MEMBERS = 5;

function entity(
  kind: string,
  name: string,
  spec: Entity['spec'],
  metadata: Partial<Entity['metadata']> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      ...metadata,
      annotations: {
        'backstage.io/managed-by-location': LOCATION,
        'backstage.io/managed-by-origin-location': LOCATION,
        ...metadata.annotations,
      },
    },
    spec,
  };
}

/** The name of the service at a place in the fleet. */
export function serviceName(index: number): string {
  return `service-${String(index).padStart(5, '0')}`;
}

/** The name of the group at a place. */
export function groupName(index: number): string {
  return `group-${String(index).padStart(4, '0')}`;
}

/** The user who is a member of the first half of the groups. */
export const READER = 'reader';

/**
 * Catalog entities of a company with that many services: groups with members,
 * systems in domains, and services that belong to them.
 */
export function generateOrganisation(services: number): Entity[] {
  const random = new Random(services);
  const groups = Math.max(2, Math.ceil(services / SERVICES_A_GROUP));
  const systems = Math.max(1, Math.ceil(services / 10));
  const domains = Math.max(1, Math.ceil(systems / 20));
  const entities: Entity[] = [];
  for (let index = 0; index < domains; index += 1) {
    entities.push(
      entity('Domain', `domain-${index}`, { owner: `group:${groupName(0)}` }),
    );
  }
  for (let index = 0; index < systems; index += 1) {
    entities.push(
      entity('System', `system-${index}`, {
        owner: `group:${groupName(index % groups)}`,
        domain: `domain-${index % domains}`,
      }),
    );
  }
  for (let index = 0; index < groups; index += 1) {
    entities.push(
      entity('Group', groupName(index), {
        type: 'team',
        children: [],
        profile: { email: `${groupName(index)}@example.com` },
      }),
    );
    for (let member = 0; member < MEMBERS; member += 1) {
      entities.push(
        entity('User', `user-${index}-${member}`, {
          memberOf: [groupName(index)],
        }),
      );
    }
  }
  entities.push(
    entity('User', READER, {
      memberOf: Array.from({ length: Math.ceil(groups / 2) }, (_, index) =>
        groupName(index),
      ),
    }),
  );
  for (let index = 0; index < services; index += 1) {
    entities.push(
      entity(
        'Component',
        serviceName(index),
        {
          type: random.chance(0.9) ? 'service' : 'website',
          lifecycle: random.chance(0.95) ? 'production' : 'experimental',
          owner: `group:${groupName(index % groups)}`,
          system: `system-${index % systems}`,
        },
        {
          labels: { 'airworthy.dev/tier': String(1 + random.below(3)) },
          tags: [random.pick(['go', 'java', 'typescript', 'python'])],
        },
      ),
    );
  }
  return entities;
}
