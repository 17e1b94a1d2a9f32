// @ts-check

/**
 * What happens to services, as sources see it and as people and machines say
 * it. All of it is bounded by age, deployments by number, too.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('deployments', table => {
    table.comment('Kept longer than upstreams keep them');
    table.integer('entity_id').notNullable();
    table.text('source').notNullable();
    table.text('key').notNullable().comment('Of the source: idempotency');
    table.text('environment').notNullable();
    table.text('version').nullable();
    table.text('commit_sha').nullable();
    table.text('commit_url').nullable();
    table.bigInteger('committed_at').nullable().comment('Milliseconds');
    table.text('deployed_by').nullable();
    table.bigInteger('started_at').nullable().comment('Milliseconds');
    table.bigInteger('finished_at').nullable().comment('Milliseconds');
    table
      .bigInteger('at')
      .notNullable()
      .comment('Milliseconds; its end, else its start, else when it was seen');
    table
      .text('result')
      .notNullable()
      .comment('succeeded, failed or in-progress');
    table.boolean('rollback').notNullable();
    table.boolean('rework').notNullable();
    table.text('url').nullable();
    table.text('hash').notNullable();
    table.primary(['entity_id', 'source', 'key']);
    table.index(['entity_id', 'environment', 'at'], 'deployments_at_idx');
  });

  await knex.schema.createTable('alerts', table => {
    table.comment('What is wrong now, and what was lately');
    table.integer('entity_id').notNullable();
    table.text('source').notNullable();
    table.text('key').notNullable();
    table.text('state').notNullable();
    table.bigInteger('since').notNullable().comment('Milliseconds');
    table
      .bigInteger('resolved_at')
      .nullable()
      .comment('Milliseconds; of resolved ones alone');
    table.text('details').notNullable().comment('JSON: what else is told');
    table.text('hash').notNullable();
    table.primary(['entity_id', 'source', 'key']);
    table.index(['source', 'state'], 'alerts_source_idx');
    table.index(['resolved_at'], 'alerts_resolved_idx');
  });

  await knex.schema.createTable('incidents', table => {
    table.integer('entity_id').notNullable();
    table.text('source').notNullable();
    table.text('key').notNullable();
    table.text('title').notNullable();
    table.bigInteger('started_at').notNullable().comment('Milliseconds');
    table.bigInteger('resolved_at').nullable().comment('Milliseconds');
    table.text('urgency').nullable().comment('high or low');
    table.text('url').nullable();
    table.text('hash').notNullable();
    table.primary(['entity_id', 'source', 'key']);
    table.index(['entity_id', 'started_at'], 'incidents_started_idx');
    table.index(['started_at'], 'incidents_age_idx');
  });

  await knex.schema.createTable('attestations', table => {
    table.comment('What persons vouch for; what ended stays for auditors');
    table.text('id').notNullable().primary();
    table.integer('entity_id').notNullable();
    table.text('fact').notNullable();
    table.text('value').notNullable().comment('JSON');
    table.text('url').notNullable();
    table.text('note').nullable();
    table.text('author').notNullable().comment('Entity reference');
    table.bigInteger('created_at').notNullable().comment('Milliseconds');
    table.bigInteger('expires_at').notNullable().comment('Milliseconds');
    table
      .bigInteger('ended_at')
      .nullable()
      .comment('Milliseconds; taken back or replaced before it expired');
    table.text('ended_by').nullable().comment('Entity reference');
    table.index(['entity_id', 'ended_at'], 'attestations_entity_idx');
    table.index(['expires_at'], 'attestations_expiry_idx');
  });

  await knex.schema.createTable('pushed_facts', table => {
    table.comment('The latest of what machines pushed');
    table.integer('entity_id').notNullable();
    table.text('environment').notNullable().comment('Empty: the same in all');
    table.text('name').notNullable();
    table.text('value').notNullable().comment('JSON');
    table.text('url').nullable();
    table.text('caller').notNullable();
    table.bigInteger('observed_at').notNullable().comment('Milliseconds');
    table.bigInteger('expires_at').notNullable().comment('Milliseconds');
    table.primary(['entity_id', 'environment', 'name']);
    table.index(['expires_at'], 'pushed_facts_expiry_idx');
  });

  await knex.schema.createTable('push_receipts', table => {
    table.comment('Idempotency keys of what was pushed');
    table.text('caller').notNullable();
    table.text('key').notNullable();
    table.bigInteger('at').notNullable().comment('Milliseconds');
    table.primary(['caller', 'key']);
    table.index(['at'], 'push_receipts_age_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('push_receipts');
  await knex.schema.dropTable('pushed_facts');
  await knex.schema.dropTable('attestations');
  await knex.schema.dropTable('incidents');
  await knex.schema.dropTable('alerts');
  await knex.schema.dropTable('deployments');
};
