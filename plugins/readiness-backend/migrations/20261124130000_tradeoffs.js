/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('tradeoff_acceptances', table => {
    table.comment('Checks that tradeoff records accept, as far as they count');
    table.integer('entity_id').notNullable();
    table.text('record_id').notNullable();
    table.text('check_id').notNullable();
    table.text('title').notNullable();
    table.bigInteger('until_at').notNullable().comment('Milliseconds');
    table.primary(['entity_id', 'record_id', 'check_id']);
  });

  await knex.schema.createTable('tradeoff_assumptions', table => {
    table.comment('What tradeoff records in force assume over facts');
    table.integer('entity_id').notNullable();
    table.text('record_id').notNullable();
    table.text('assumption_id').notNullable();
    table.text('rule').notNullable().comment('CEL');
    table.text('reported').nullable().comment('What was reported last; JSON');
    table.primary(['entity_id', 'record_id', 'assumption_id']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('tradeoff_assumptions');
  await knex.schema.dropTable('tradeoff_acceptances');
};
