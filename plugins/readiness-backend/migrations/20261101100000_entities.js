// @ts-check

/**
 * The plugin's copy of the catalog. Rows are never removed: a gone entity keeps
 * its id and reference as a tombstone, so that its history keeps its name and a
 * return joins it again.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('entities', table => {
    table.comment('The catalog as the last complete reconcile saw it');
    table.increments('id');
    table.text('uid').nullable().comment('metadata.uid, joins visibility');
    table.text('ref').notNullable().comment('kind:namespace/name, lower case');
    table.text('kind').notNullable().comment('Lower case');
    table.text('namespace').notNullable();
    table.text('name').notNullable();
    table.text('title').nullable();
    table.text('type').nullable();
    table.text('lifecycle').nullable();
    table.smallint('tier').notNullable();
    table.text('owner').nullable().comment('Entity reference');
    table.text('system').nullable().comment('Entity reference');
    table.text('domain').nullable().comment('Entity reference');
    table
      .text('search')
      .notNullable()
      .comment('Name and title in lower case, for text filters');
    table
      .text('projection')
      .notNullable()
      .comment('The fields that predicates and sources read, as JSON');
    table.text('hash').notNullable().comment('Of everything above');
    table
      .bigInteger('deleted_at')
      .nullable()
      .comment('Milliseconds; set on a tombstone');
    table.unique(['ref'], { indexName: 'entities_ref_uniq' });
    table.index(['uid'], 'entities_uid_idx');
    table.index(['name', 'ref'], 'entities_name_idx');
    table.index(['owner'], 'entities_owner_idx');
    table.index(['system'], 'entities_system_idx');
  });

  await knex.schema.createTable('entity_changes', table => {
    table.comment(
      'What an entity was before a change: past rollups count it where it was',
    );
    table.increments('id');
    table.integer('entity_id').notNullable();
    table.bigInteger('at').notNullable().comment('Milliseconds');
    table.text('owner').nullable();
    table.text('system').nullable();
    table.text('domain').nullable();
    table.smallint('tier').notNullable();
    table.text('lifecycle').nullable();
    table.index(['at', 'entity_id'], 'entity_changes_at_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('entity_changes');
  await knex.schema.dropTable('entities');
};
