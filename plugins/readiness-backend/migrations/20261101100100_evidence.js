// @ts-check

/**
 * What sources say. Times that all facts of one source about one entity share
 * are kept once, in link_states: seeing the same thing again writes one row.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('link_states', table => {
    table.comment('Whether a source can speak about an entity, and since when');
    table.integer('entity_id').notNullable();
    table.text('source').notNullable();
    table.text('status').notNullable();
    table.text('message').nullable();
    table.bigInteger('since').notNullable().comment('Milliseconds');
    table
      .bigInteger('observed_at')
      .notNullable()
      .comment('Milliseconds, of the facts without their own');
    table
      .bigInteger('expires_at')
      .nullable()
      .comment('Milliseconds, of the facts without their own');
    table.text('facts_hash').notNullable().comment('Of all facts of the pair');
    table.primary(['entity_id', 'source']);
    table.index(['source', 'status'], 'link_states_source_idx');
  });

  await knex.schema.createTable('facts', table => {
    table.comment('The latest value of each fact, by entity and source');
    table.integer('entity_id').notNullable();
    table.text('source').notNullable();
    table.text('environment').notNullable().comment('Empty: the same in all');
    table.text('name').notNullable();
    table.text('member').notNullable().comment('Empty for scalars');
    table.text('strength').notNullable();
    table.text('value').nullable().comment('JSON; absent in a gap');
    table.text('missing').nullable().comment('Why the value is absent');
    table
      .text('origins')
      .nullable()
      .comment('JSON; where a person can see it. Explanations alone read it');
    table
      .bigInteger('observed_at')
      .nullable()
      .comment('Milliseconds; absent: as in link_states');
    table
      .bigInteger('expires_at')
      .nullable()
      .comment('Milliseconds; read where observed_at is set');
    table.text('hash').notNullable();
    table.primary(['entity_id', 'source', 'environment', 'name', 'member']);
  });

  await knex.schema.createTable('sources', table => {
    table.comment('The health of each source: its last run');
    table.text('id').notNullable().primary();
    table.bigInteger('started_at').nullable();
    table.bigInteger('ended_at').nullable();
    table.bigInteger('succeeded_at').nullable();
    table.integer('duration_ms').nullable();
    table.integer('calls').notNullable().defaultTo(0);
    table.text('error').nullable().comment('Why the last run failed');
  });

  await knex.schema.createTable('source_errors', table => {
    table.comment('Problems of the last run that did not end it');
    table.increments('id');
    table.text('source').notNullable();
    table.text('entity_ref').nullable();
    table.text('file').nullable();
    table.integer('line').nullable();
    table.text('message').notNullable();
    table.index(['source', 'entity_ref'], 'source_errors_source_idx');
  });

  await knex.schema.createTable('checkpoints', table => {
    table.comment('What a source keeps for itself between runs');
    table.text('source').notNullable();
    table.text('key').notNullable();
    table.text('value').notNullable().comment('JSON');
    table.primary(['source', 'key']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('checkpoints');
  await knex.schema.dropTable('source_errors');
  await knex.schema.dropTable('sources');
  await knex.schema.dropTable('facts');
  await knex.schema.dropTable('link_states');
};
