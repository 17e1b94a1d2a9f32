import type { SourceEntity } from '@airworthy/plugin-readiness-node';
import { field, objects, strings } from './fields';

/** Annotations by which the catalog knows groups and people on GitHub. */
const TEAM_SLUG = 'github.com/team-slug';
const USER_LOGIN = 'github.com/user-login';
const PROJECT_SLUG = 'github.com/project-slug';

/** Annotations that say how to reach a group, besides its profile and links. */
const CONTACT_ANNOTATIONS = [
  'slack.com/channel',
  'microsoft.com/teams-channel',
  'airworthy.dev/contact',
];

/** How an owner is written in CODEOWNERS, or why that cannot be told. */
export type OwnerHandles = { handles: string[] } | { missing: string };

/**
 * Who the groups and people of the catalog are, answered from memory. People
 * and teams join across systems by annotation alone, never by guessing names.
 */
export class OwnerDirectory {
  readonly #owners = new Map<string, SourceEntity>();
  readonly #children = new Map<string, Set<string>>();
  readonly #people = new Map<string, Set<string>>();
  readonly #members = new Map<string, ReadonlySet<string>>();

  constructor(entities: readonly SourceEntity[]) {
    for (const entity of entities) {
      if (entity.kind === 'group' || entity.kind === 'user') {
        this.#owners.set(entity.ref, entity);
      }
    }
    for (const entity of this.#owners.values()) {
      for (const relation of objects(entity.entity.relations)) {
        const target = String(relation.targetRef);
        if (entity.kind === 'user' && relation.type === 'memberOf') {
          add(this.#people, target, entity.ref);
        } else if (entity.kind === 'group' && relation.type === 'childOf') {
          add(this.#children, target, entity.ref);
        }
      }
    }
  }

  /** The group or person of that reference. */
  get(ref: string): SourceEntity | undefined {
    return this.#owners.get(ref);
  }

  /** The distinct people of an owner, through child groups. */
  membersOf(ref: string): ReadonlySet<string> {
    const known = this.#members.get(ref);
    if (known) {
      return known;
    }
    const owner = this.#owners.get(ref);
    const people = new Set<string>(owner?.kind === 'user' ? [ref] : []);
    const visited = new Set<string>();
    const pending = [ref];
    for (let next = pending.pop(); next; next = pending.pop()) {
      // Groups can stand in a circle.
      if (visited.has(next)) {
        continue;
      }
      visited.add(next);
      for (const person of this.#people.get(next) ?? []) {
        people.add(person);
      }
      pending.push(...(this.#children.get(next) ?? []));
    }
    this.#members.set(ref, people);
    return people;
  }

  /** Ways to reach an owner: e-mail, chat, links. */
  contactsOf(ref: string): string[] {
    const owner = this.#owners.get(ref);
    if (!owner) {
      return [];
    }
    const email = field(owner.entity, 'spec.profile.email');
    const links = objects(field(owner.entity, 'metadata.links'))
      .map(link => link.url)
      .filter(url => typeof url === 'string');
    const annotated = CONTACT_ANNOTATIONS.map(
      name => owner.annotations[name],
    ).filter(Boolean);
    return [...strings([email]), ...annotated, ...links];
  }

  /**
   * The owner as CODEOWNERS of `entity` would write it, with its members.
   *
   * @param entity - gives the organisation where the slug names none
   */
  handlesOf(ref: string, entity: SourceEntity): OwnerHandles {
    const owner = this.#owners.get(ref);
    if (!owner) {
      return { missing: `${ref} is not in the catalog` };
    }
    const logins = [...this.membersOf(ref)]
      .map(person => this.#owners.get(person)?.annotations[USER_LOGIN])
      .filter(login => login !== undefined)
      .map(login => `@${login}`);
    if (owner.kind === 'user') {
      return logins.length > 0
        ? { handles: logins }
        : { missing: `${ref} has no annotation ${USER_LOGIN}` };
    }
    const slug = owner.annotations[TEAM_SLUG];
    if (!slug) {
      return { missing: `${ref} has no annotation ${TEAM_SLUG}` };
    }
    const organisation = entity.annotations[PROJECT_SLUG]?.split('/')[0];
    if (!slug.includes('/') && !organisation) {
      return {
        missing: `${TEAM_SLUG} of ${ref} names no organisation, and the entity has no annotation ${PROJECT_SLUG}`,
      };
    }
    const team = slug.includes('/') ? slug : `${organisation}/${slug}`;
    return { handles: [`@${team}`, ...logins.sort()] };
  }
}

function add(map: Map<string, Set<string>>, key: string, value: string): void {
  const values = map.get(key);
  if (values) {
    values.add(value);
  } else {
    map.set(key, new Set([value]));
  }
}
