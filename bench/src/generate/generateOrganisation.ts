import type { Entity } from '@backstage/catalog-model';
import { Random } from './Random';

const LOCATION = 'url:https://git.example.com/bench';

/** A group for every this many services, as in a company of many teams. */
const SERVICES_A_GROUP = 25;

/** Groups below each group: 2,000 stand five deep. */
const CHILD_GROUPS = 5;

/** One group in so many has no members of its own, as after a reorganisation. */
const GROUPS_AN_EMPTY_ONE = 20;

/** One service in so many has no owner. */
const SERVICES_AN_UNOWNED_ONE = 50;

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
        ...(index > 0
          ? { parent: groupName(Math.floor((index - 1) / CHILD_GROUPS)) }
          : {}),
        profile: { email: `${groupName(index)}@example.com` },
      }),
    );
    const members = index % GROUPS_AN_EMPTY_ONE === 0 ? 0 : MEMBERS;
    for (let member = 0; member < members; member += 1) {
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
          ...(index % SERVICES_AN_UNOWNED_ONE === 0
            ? {}
            : { owner: `group:${groupName(index % groups)}` }),
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
