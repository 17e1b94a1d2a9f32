import type { Knex } from 'knex';
import { inValues, type EntityRow } from '../database';
import type { ScorecardResource } from './scorecardRules';

/** What conditions see of scorecards, in the order of the references. */
export async function loadScorecardResources(
  knex: Knex,
  refs: readonly string[],
): Promise<Array<ScorecardResource | undefined>> {
  const rows = await knex<EntityRow>('entities')
    .where(inValues(knex, 'ref', refs))
    .whereNull('deleted_at')
    .select('ref', 'owner');
  const byRef = new Map(rows.map(row => [row.ref, row]));
  return refs.map(ref => {
    const row = byRef.get(ref);
    return row && { ref: row.ref, owner: row.owner ?? undefined };
  });
}
