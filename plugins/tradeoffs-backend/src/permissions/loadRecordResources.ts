import type { Knex } from 'knex';
import { inValues, type RecordRowStored } from '../database';
import type { RecordResource } from './recordRules';

/** The references that {@link RecordRowStored.decision_makers} holds. */
export function readDecisionMakers(column: string): string[] {
  return column.split('|').filter(ref => ref !== '');
}

/** What conditions see of records, in the order of the ids. */
export async function loadRecordResources(
  knex: Knex,
  ids: readonly string[],
): Promise<Array<RecordResource | undefined>> {
  const rows = await knex<RecordRowStored>('records as r')
    .leftJoin('record_entities as re', join =>
      join.on('re.record_id', 'r.id').andOnVal('re.position', 0),
    )
    .leftJoin('entities as e', join =>
      join.on('e.ref', 're.ref').andOnNull('e.deleted_at'),
    )
    .where(inValues(knex, 'r.id', ids))
    .select<
      Array<{ id: string; decision_makers: string; owner: string | null }>
    >('r.id', 'r.decision_makers', 'e.owner');
  const byId = new Map(rows.map(row => [row.id, row]));
  return ids.map(id => {
    const row = byId.get(id);
    return (
      row && {
        id,
        decisionMakers: readDecisionMakers(row.decision_makers),
        ...(row.owner !== null && { owner: row.owner }),
      }
    );
  });
}
