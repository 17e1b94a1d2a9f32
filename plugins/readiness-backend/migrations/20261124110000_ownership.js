// @ts-check

/**
 * The ownership audit: who answers for what, and where that is doubtful. It
 * follows the catalog and the evidence, entity by entity.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('ownership_audits', table => {
    table.comment('The last audit of each entity of a kind that has an owner');
    table.integer('entity_id').notNullable().primary();
    table.text('state').notNullable().comment('clear, doubtful or unowned');
    table
      .bigInteger('known_since')
      .notNullable()
      .comment('Milliseconds; of the first audit');
    table.bigInteger('audited_at').notNullable().comment('Milliseconds');
    table
      .bigInteger('due_at')
      .notNullable()
      .comment('Milliseconds; time alone may change it then');
    table.boolean('owner_is_group').notNullable();
    table.boolean('has_member').notNullable();
    table.boolean('has_contact').notNullable();
    table.boolean('confirmed').notNullable();
    table
      .boolean('on_call')
      .nullable()
      .comment('Absent where no source of on-call knows the entity');
    table.text('suggested_owner').nullable().comment('Entity reference');
    table.text('suggested_from').nullable();
    table.text('suggested_text').nullable();
    table.text('edit_url').nullable();
    table.index(['due_at'], 'ownership_audits_due_idx');
  });

  await knex.schema.createTable('ownership_findings', table => {
    table.comment('What is doubtful about owners now');
    table.integer('entity_id').notNullable();
    table.text('finding').notNullable();
    table
      .smallint('severity')
      .notNullable()
      .comment('1 high, 2 medium, 3 low: the list is ranked by it');
    table.smallint('tier').notNullable().comment('Of the entity: ranks, too');
    table.text('ref').notNullable().comment('Of the entity: ranks, too');
    table.bigInteger('since').notNullable().comment('Milliseconds');
    table.text('text').notNullable().comment('What was seen, in words');
    table.text('source').notNullable().comment('Title of who says so');
    table.text('url').nullable().comment('Where a person can see it');
    table.primary(['entity_id', 'finding']);
    table.index(
      ['severity', 'tier', 'ref', 'finding'],
      'ownership_findings_rank_idx',
    );
  });

  await knex.schema.createTable('ownership_confirmations', table => {
    table.comment('Append only: what persons said about owners, for auditors');
    table.increments('id');
    table.integer('entity_id').notNullable();
    table
      .text('owner')
      .notNullable()
      .comment('As it was: another is not meant');
    table.bigInteger('until').notNullable().comment('Milliseconds');
    table.text('confirmed_by').notNullable().comment('Entity reference');
    table.bigInteger('confirmed_at').notNullable().comment('Milliseconds');
    table.text('note').nullable();
    table.index(['entity_id', 'id'], 'ownership_confirmations_entity_idx');
  });

  await knex.schema.createTable('ownership_transitions', table => {
    table.comment('Append only: counts over time are sums of these');
    table.increments('id');
    table.integer('entity_id').notNullable();
    table.bigInteger('at').notNullable().comment('Milliseconds');
    table.text('from_state').nullable().comment('Absent at first');
    table.text('to_state').nullable().comment('Absent when gone');
    table.index(['at', 'entity_id'], 'ownership_transitions_at_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('ownership_transitions');
  await knex.schema.dropTable('ownership_confirmations');
  await knex.schema.dropTable('ownership_findings');
  await knex.schema.dropTable('ownership_audits');
};
