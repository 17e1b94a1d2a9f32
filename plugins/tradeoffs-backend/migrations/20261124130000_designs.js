/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('record_designs', table => {
    table.comment('What texts of records say of the design; made when asked');
    table.text('record_id').primary();
    table.integer('revision').notNullable().comment('Of the text');
    table.text('design').notNullable().comment('JSON');
  });
  await knex.schema.alterTable('entities', table => {
    table
      .bigInteger('records_read_at')
      .nullable()
      .comment('Milliseconds; when its repository was first read');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('entities', table => {
    table.dropColumn('records_read_at');
  });
  await knex.schema.dropTable('record_designs');
};
