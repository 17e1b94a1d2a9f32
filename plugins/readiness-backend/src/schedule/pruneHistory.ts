import type { Knex } from 'knex';

/**
 * Removes transitions, of owners too, and moves from before a moment. The last
 * transition of each check stays, however old: it says since when a status
 * holds.
 */
export async function pruneHistory(knex: Knex, before: number): Promise<void> {
  await knex('transitions')
    .whereIn(
      'id',
      knex('transitions as old')
        .where('old.at', '<', before)
        .whereExists(
          knex('transitions as newer')
            .whereRaw(
              'newer.entity_id = old.entity_id and newer.check_id = old.check_id ' +
                'and newer.environment = old.environment ' +
                'and newer.checklist = old.checklist and newer.at > old.at',
            )
            .select(knex.raw('1')),
        )
        .select('old.id'),
    )
    .delete();
  await knex('entity_changes').where('at', '<', before).delete();
  // Counts of the past begin with the present: older ones are never summed.
  await knex('ownership_transitions').where('at', '<', before).delete();
}
