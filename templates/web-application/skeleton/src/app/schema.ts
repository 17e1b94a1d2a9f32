import type { ColumnType, Generated } from 'kysely';

/** The tables, as `migrations/` make them. */
export interface Database {
  items: {
    id: Generated<string>;
    name: string;
    quantity: number;
    note: string | null;
    updated_at: ColumnType<Date, never, Date>;
  };
  reports: {
    id: string;
    status: 'waiting' | 'ready' | 'failed';
    requested_at: ColumnType<Date, never, never>;
    finished_at: Date | null;
    content: string | null;
  };
}
