import type { AuthService } from '@backstage/backend-plugin-api';
import {
  RELATION_CHILD_OF,
  RELATION_HAS_MEMBER,
  RELATION_OWNED_BY,
  type Entity,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/** Groups that are asked upwards before nobody is found. */
const MAX_PARENTS = 5;

/**
 * Finds the people who answer for an entity: the members of its owner, else of
 * the groups above that, else of the owner of its system, else whom config
 * names. Users, one by one: a group as recipient would reach all below it.
 */
export class OwnerResolver {
  readonly #options: {
    catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
    auth: AuthService;
    fallback: string | undefined;
  };

  constructor(options: {
    catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
    auth: AuthService;
    fallback: string | undefined;
  }) {
    this.#options = options;
  }

  async resolve(input: {
    owner: string | undefined;
    system: string | undefined;
  }): Promise<string[]> {
    const { fallback } = this.#options;
    const own = await this.#people(input.owner);
    if (own.length > 0) {
      return own;
    }
    const system = input.system && (await this.#find(input.system));
    const ofSystem = system
      ? await this.#people(targetsOf(system, RELATION_OWNED_BY)[0])
      : [];
    if (ofSystem.length > 0) {
      return ofSystem;
    }
    const last = await this.#people(fallback);
    return last.length > 0 || fallback === undefined ? last : [fallback];
  }

  async #people(ref: string | undefined): Promise<string[]> {
    let next = ref;
    for (let step = 0; next !== undefined && step < MAX_PARENTS; step += 1) {
      const entity = await this.#find(next);
      if (entity?.kind === 'User') {
        return [next];
      }
      const members = entity
        ? targetsOf(entity, RELATION_HAS_MEMBER).filter(member =>
            member.startsWith('user:'),
          )
        : [];
      if (members.length > 0) {
        return members;
      }
      next = entity && targetsOf(entity, RELATION_CHILD_OF)[0];
    }
    return [];
  }

  async #find(ref: string): Promise<Entity | undefined> {
    const { catalog, auth } = this.#options;
    const { items } = await catalog.getEntitiesByRefs(
      { entityRefs: [ref], fields: ['kind', 'metadata', 'relations'] },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    return items[0];
  }
}

function targetsOf(entity: Entity, type: string): string[] {
  return (entity.relations ?? [])
    .filter(relation => relation.type === type)
    .map(relation => relation.targetRef)
    .sort();
}
