import { filterPredicateToFilterFunction } from '@backstage/filter-predicates';
import type { FilterPredicate } from '@backstage/filter-predicates';

/**
 * Predicates over entities, each evaluated once for an entity however many
 * checks state it.
 */
export class PredicateTable {
  private readonly indexes = new Map<string, number>();
  private readonly predicates: FilterPredicate[] = [];
  private readonly functions: Array<(entity: unknown) => boolean> = [];

  /** Adds a predicate and gives its index. */
  add(predicate: FilterPredicate): number {
    const key = JSON.stringify(predicate);
    const known = this.indexes.get(key);
    if (known !== undefined) {
      return known;
    }
    const index = this.functions.length;
    this.indexes.set(key, index);
    this.predicates.push(predicate);
    this.functions.push(filterPredicateToFilterFunction(predicate));
    return index;
  }

  /** The verdicts of all predicates on one entity, worked out when asked. */
  on(entity: object): (index: number) => boolean {
    const verdicts: Array<boolean | undefined> = [];
    return index => {
      let verdict = verdicts[index];
      if (verdict === undefined) {
        verdict = this.functions[index](entity);
        verdicts[index] = verdict;
      }
      return verdict;
    };
  }

  /** The paths into the entity that the predicates read, sorted. */
  fields(): string[] {
    const fields = new Set<string>();
    for (const predicate of this.predicates) {
      collectFields(predicate, fields);
    }
    return [...fields].sort();
  }
}

function collectFields(predicate: unknown, fields: Set<string>): void {
  if (typeof predicate !== 'object' || predicate === null) {
    return;
  }
  for (const [key, value] of Object.entries(predicate)) {
    if (key === '$all' || key === '$any') {
      for (const part of Array.isArray(value) ? value : []) {
        collectFields(part, fields);
      }
    } else if (key === '$not') {
      collectFields(value, fields);
    } else if (!key.startsWith('$')) {
      fields.add(key);
    }
  }
}
