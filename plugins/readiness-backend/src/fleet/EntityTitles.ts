import type { Knex } from 'knex';
import { inValues } from '../database';
import { narrowToScope } from '../visibility/narrowToScope';
import type { Scope } from '../visibility/Scope';

/** What is known of an entity that a group is named by. */
export interface KnownEntityTitle {
  title?: string;
  /** False where it is not in the catalog; absent where that is not shown. */
  exists?: boolean;
}

/** Titles of owners, systems and domains. */
export class EntityTitles {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  async find(
    scope: Scope,
    refs: readonly string[],
  ): Promise<Map<string, KnownEntityTitle>> {
    const known = await this.#knex('entities')
      .where(inValues(this.#knex, 'ref', refs))
      .whereNull('deleted_at')
      .select<Array<{ ref: string }>>('ref');
    const query = this.#knex('entities as e')
      .where(inValues(this.#knex, 'e.ref', refs))
      .whereNull('e.deleted_at');
    narrowToScope(this.#knex, query, catalogPart(scope));
    const visible = await query.select<
      Array<{ ref: string; title: string | null }>
    >('e.ref', 'e.title');
    const titles = new Map<string, KnownEntityTitle>(
      visible.map(row => [
        row.ref,
        { exists: true, ...(row.title ? { title: row.title } : {}) },
      ]),
    );
    const existing = new Set(known.map(row => row.ref));
    for (const ref of refs) {
      if (!existing.has(ref)) {
        titles.set(ref, { exists: false });
      }
    }
    return titles;
  }
}

/** Conditions on scorecards say nothing about groups and systems. */
function catalogPart(scope: Scope): Scope {
  if (scope.kind !== 'some') {
    return scope;
  }
  return scope.catalogSet === undefined
    ? { kind: 'all' }
    : { kind: 'some', catalogSet: scope.catalogSet };
}
