import type {
  CollectContext,
  EntityEvidence,
} from '@airworthy/plugin-readiness-node';
import type { ListedRepository } from '../api/GithubApi';
import type { AccountConfig } from '../config';
import { type LinkedEntity, linkRepository } from './linkRepository';

/** The entities of one repository. */
export interface LinkedGroup {
  /** In lower case. */
  slug: string;
  entities: LinkedEntity[];
}

/** A group whose repository is there. */
export interface RepositoryGroup extends LinkedGroup {
  repository: ListedRepository;
}

const PEOPLE = new Set(['user', 'group']);

/**
 * Finds the repositories of all entities, and says of the others why they have
 * none here.
 */
export async function groupByRepository(
  context: Pick<CollectContext, 'entities' | 'signal'>,
  account: AccountConfig,
  emit: (evidence: EntityEvidence[]) => Promise<void>,
): Promise<Map<string, LinkedGroup>> {
  const groups = new Map<string, LinkedGroup>();
  for await (const entities of context.entities()) {
    context.signal.throwIfAborted();
    const unlinked: EntityEvidence[] = [];
    for (const entity of entities) {
      const linked = linkRepository(entity, account);
      if ('link' in linked) {
        // Nobody would link a person to a repository.
        if (!PEOPLE.has(entity.kind.toLowerCase())) {
          unlinked.push({
            entityRef: entity.ref,
            link: linked.link,
            facts: [],
          });
        }
        continue;
      }
      const { slug, entity: own } = linked;
      const group = groups.get(slug);
      if (group) {
        group.entities.push(own);
      } else {
        groups.set(slug, { slug, entities: [own] });
      }
    }
    await emit(unlinked);
  }
  return groups;
}
