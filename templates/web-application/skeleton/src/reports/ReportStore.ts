import { sql, type Selectable } from 'kysely';
import type { OpenDatabase } from '../app/openDatabase.js';
import type { Database } from '../app/schema.js';

export type Report = Selectable<Database['reports']>;

/** Every instance listens here for reports that are finished. */
export const REPORT_CHANNEL = 'report_finished';

export class ReportStore {
  constructor(private readonly database: OpenDatabase) {}

  async request(id: string): Promise<void> {
    const { db, guard } = this.database;
    await guard.run('reports.request', () =>
      db
        .insertInto('reports')
        .values({ id, status: 'waiting' })
        .onConflict(conflict => conflict.column('id').doNothing())
        .execute(),
    );
  }

  find(id: string): Promise<Report | undefined> {
    const { db, guard } = this.database;
    return guard.run('reports.find', () =>
      db
        .selectFrom('reports')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst(),
    );
  }

  /** Writes the result and announces it, both or neither. */
  async finish(
    id: string,
    result: { status: 'ready' | 'failed'; content?: string },
  ): Promise<void> {
    const { db, guard } = this.database;
    await guard.run('reports.finish', () =>
      db.transaction().execute(async transaction => {
        await transaction
          .updateTable('reports')
          .set({
            status: result.status,
            content: result.content ?? null,
            finished_at: new Date(),
          })
          .where('id', '=', id)
          .execute();
        await sql`SELECT pg_notify(${REPORT_CHANNEL}, ${id})`.execute(
          transaction,
        );
      }),
    );
  }

  /** What the report is about: a line for each item. */
  async content(): Promise<string> {
    const { db, guard } = this.database;
    const rows = await guard.run('reports.content', () =>
      db
        .selectFrom('items')
        .select(['name', 'quantity'])
        .orderBy('name')
        .execute(),
    );
    return ['name,quantity', ...rows.map(toLine)].join('\n');
  }
}

/** Quoted, and never taken for a formula by a spreadsheet. */
function toLine({
  name,
  quantity,
}: {
  name: string;
  quantity: number;
}): string {
  const safe = /^[=+\-@\t\r]/.test(name) ? `'${name}` : name;
  return `"${safe.replaceAll('"', '""')}",${quantity}`;
}
