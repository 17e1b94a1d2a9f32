import type { Knex } from 'knex';
import { deleteRows, isPostgres, toJson, type QueueRow } from '../database';

/** A queued entity as it was claimed. */
export type Claim = Pick<QueueRow, 'entity_id' | 'generation'>;

/**
 * Takes what was evaluated off the queue, in one statement. What was queued
 * again meanwhile stays, free to be claimed at once rather than when the lease
 * of the evaluation that missed it ends.
 */
export async function completeClaims(
  knex: Knex,
  claims: readonly Claim[],
): Promise<void> {
  if (!isPostgres(knex)) {
    await deleteRows(knex, {
      table: 'evaluation_queue',
      columns: ['entity_id', 'generation'],
      rows: claims,
    });
    return;
  }
  if (claims.length === 0) {
    return;
  }
  await knex.raw(
    `with claimed as (
       select entity_id, generation
       from json_populate_recordset(null::evaluation_queue, ?::json)
     ), released as (
       update evaluation_queue q set leased_until = 0 from claimed c
       where q.entity_id = c.entity_id and q.generation <> c.generation
     )
     delete from evaluation_queue q using claimed c
     where q.entity_id = c.entity_id and q.generation = c.generation`,
    [toJson(claims)],
  );
}
