import type { Knex } from 'knex';

/**
 * Forgets what sources said that are configured no more: it would neither count
 * nor ever be renewed. Their checkpoints go as well, so that one that returns
 * states everything again.
 */
export async function forgetSources(
  knex: Knex,
  configured: readonly string[],
): Promise<void> {
  await knex.transaction(async transaction => {
    for (const table of [
      'facts',
      'link_states',
      'checkpoints',
      'source_errors',
      // Deployments and incidents happened; an alert that nobody watches may
      // have ended long ago.
      'alerts',
    ]) {
      await transaction(table)
        .whereNotIn('source', [...configured])
        .delete();
    }
    await transaction('sources')
      .whereNotIn('id', [...configured])
      .delete();
  });
}
