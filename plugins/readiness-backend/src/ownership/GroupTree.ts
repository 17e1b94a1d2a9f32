import type { EntityStore } from '../entities/EntityStore';
import { objects } from '../sources/catalog/fields';
import { groupBy } from '../util/groupBy';

/** Groups change rarely, and nobody waits for the tree to follow. */
const LIFETIME_MS = 10_000;

/** Which groups are below which, as the plugin's copy of the catalog has it. */
export class GroupTree {
  readonly #entities: Pick<EntityStore, 'listByKind'>;
  readonly #now: () => number;
  #children: Promise<Map<string, string[]>> | undefined;
  #readAt = 0;

  constructor(options: {
    entities: Pick<EntityStore, 'listByKind'>;
    /** Milliseconds since the epoch. */
    now: () => number;
  }) {
    this.#entities = options.entities;
    this.#now = options.now;
  }

  /** The groups themselves and all groups below them. */
  async withDescendants(refs: readonly string[]): Promise<string[]> {
    const children = await this.#readChildren();
    const found = new Set<string>();
    const pending = [...refs];
    for (let next = pending.pop(); next; next = pending.pop()) {
      // Groups can stand in a circle.
      if (!found.has(next)) {
        found.add(next);
        pending.push(...(children.get(next) ?? []));
      }
    }
    return [...found];
  }

  #readChildren(): Promise<Map<string, string[]>> {
    const now = this.#now();
    if (!this.#children || now - this.#readAt > LIFETIME_MS) {
      this.#readAt = now;
      this.#children = this.#read().catch(error => {
        this.#children = undefined;
        throw error;
      });
    }
    return this.#children;
  }

  async #read(): Promise<Map<string, string[]>> {
    const groups = await this.#entities.listByKind(['group']);
    const edges = groups.flatMap(group =>
      objects(group.entity.relations)
        .filter(relation => relation.type === 'childOf')
        .map(relation => ({
          parent: String(relation.targetRef),
          ref: group.ref,
        })),
    );
    return new Map(
      [...groupBy(edges, edge => edge.parent)].map(([parent, below]) => [
        parent,
        below.map(edge => edge.ref),
      ]),
    );
  }
}
