import type { Selectable } from 'kysely';
import type { OpenDatabase } from '../app/openDatabase.js';
import type { Database } from '../app/schema.js';

export type Item = Selectable<Database['items']>;

export interface ItemInput {
  name: string;
  quantity: number;
  note?: string | undefined;
}

/** Items, by statements that are timed and guarded. */
export class ItemStore {
  constructor(private readonly database: OpenDatabase) {}

  /** In the order of their names, a page at a time. */
  list(options: {
    after?: string | undefined;
    limit: number;
  }): Promise<Item[]> {
    const { db, guard } = this.database;
    let query = db
      .selectFrom('items')
      .selectAll()
      .orderBy('name')
      .limit(options.limit);
    if (options.after !== undefined) {
      query = query.where('name', '>', options.after);
    }
    return guard.run('items.list', () => query.execute());
  }

  find(id: string): Promise<Item | undefined> {
    const { db, guard } = this.database;
    return guard.run('items.find', () =>
      db
        .selectFrom('items')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst(),
    );
  }

  /** Absent where the name is taken. */
  create(input: ItemInput): Promise<Item | undefined> {
    const { db, guard } = this.database;
    return guard.run('items.create', () =>
      db
        .insertInto('items')
        .values({ ...input, note: input.note ?? null })
        .onConflict(conflict => conflict.column('name').doNothing())
        .returningAll()
        .executeTakeFirst(),
    );
  }

  update(id: string, input: ItemInput): Promise<Item | undefined> {
    const { db, guard } = this.database;
    return guard.run('items.update', () =>
      db
        .updateTable('items')
        .set({ ...input, note: input.note ?? null, updated_at: new Date() })
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirst(),
    );
  }

  async remove(id: string): Promise<boolean> {
    const { db, guard } = this.database;
    const { numDeletedRows } = await guard.run('items.remove', () =>
      db.deleteFrom('items').where('id', '=', id).executeTakeFirstOrThrow(),
    );
    return numDeletedRows > 0n;
  }
}
