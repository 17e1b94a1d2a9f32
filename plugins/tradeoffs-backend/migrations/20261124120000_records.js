/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('entities', table => {
    table.comment('What records and visibility need of the catalog');
    table.increments('id');
    table.text('uid').nullable();
    table.text('ref').notNullable().unique();
    table.text('kind').notNullable();
    table.text('name').notNullable();
    table.text('title').nullable();
    table.text('owner').nullable();
    table.text('system').nullable();
    table.text('search').notNullable().comment('Lower case');
    table.text('projection').notNullable().comment('JSON');
    table.text('hash').notNullable();
    table.bigInteger('deleted_at').nullable().comment('Milliseconds');
    table.index(['owner'], 'tradeoffs_entities_owner_idx');
    table.index(['system'], 'tradeoffs_entities_system_idx');
  });

  await knex.schema.createTable('repositories', table => {
    table.comment('What is known of each repository that was read');
    table.text('key').primary();
    table.text('etag').nullable();
    table
      .text('fingerprint')
      .notNullable()
      .comment('Of all else it depends on');
    table.bigInteger('read_at').nullable().comment('Milliseconds');
    table.text('problem').nullable();
  });

  await knex.schema.createTable('records', table => {
    table.comment('Tradeoff records: an index of files, or written here');
    table.text('id').primary();
    table.text('origin').notNullable().comment('git or portal');
    table.text('repository').nullable();
    table.text('file').nullable();
    table.text('file_url').nullable();
    table.text('name').notNullable().comment('The id the record gives itself');
    table.text('title').notNullable();
    table.text('status').notNullable();
    table.text('format').notNullable();
    table.text('date').nullable();
    table.text('reversibility').nullable();
    table.text('decision_makers').notNullable().comment('|ref|ref|');
    table.text('content').notNullable();
    table.boolean('truncated').notNullable();
    table.text('pending').nullable().comment('Newer text than the file');
    table.text('proposal').nullable().comment('URL of a pull request');
    table.integer('revision').notNullable();
    table.text('review_due').nullable().comment('YYYY-MM-DD');
    table.bigInteger('review_at').nullable().comment('End of that day');
    table.text('links').notNullable().comment('JSON');
    table.text('problems').notNullable().comment('JSON');
    table.integer('problem_count').notNullable();
    table.integer('error_count').notNullable();
    table.integer('line').nullable();
    table.text('meaning').notNullable().comment('Hash of what it means');
    table.text('search').notNullable().comment('Lower case');
    table.text('hash').notNullable().comment('Of all that a file determines');
    table.text('supersedes').notNullable().comment('JSON: ids');
    table.text('superseded_by').nullable();
    table.boolean('in_force').notNullable();
    table.text('state').notNullable();
    table.bigInteger('created_at').notNullable().comment('Milliseconds');
    table.bigInteger('updated_at').notNullable().comment('Milliseconds');
    table.unique(['repository', 'file'], { indexName: 'records_file_uidx' });
    table.index(['name'], 'records_name_idx');
    table.index(['review_at'], 'records_review_idx');
  });

  await knex.schema.createTable('record_entities', table => {
    table.text('record_id').notNullable();
    table.integer('position').notNullable().comment('0: its own');
    table.text('ref').notNullable();
    table.primary(['record_id', 'position']);
    table.index(['ref'], 'record_entities_ref_idx');
  });

  await knex.schema.createTable('record_positions', table => {
    table.text('record_id').notNullable();
    table.text('axis').notNullable();
    table.integer('position').notNullable();
    table.primary(['record_id', 'axis']);
    table.index(['axis'], 'record_positions_axis_idx');
  });

  await knex.schema.createTable('record_accepts', table => {
    table.text('record_id').notNullable();
    table.text('check_id').notNullable();
    table.bigInteger('until_at').nullable().comment('Milliseconds');
    table.text('ended_by').nullable().comment('until or review');
    table.primary(['record_id', 'check_id']);
    table.index(['until_at'], 'record_accepts_until_idx');
  });

  await knex.schema.createTable('record_assumptions', table => {
    table.text('record_id').notNullable();
    table.text('ref').notNullable().comment('Entity whose facts decide');
    table.text('assumption_id').notNullable();
    table.text('rule').notNullable();
    table.bigInteger('for_ms').notNullable();
    table.text('outcome').notNullable().comment('true, false or unknown');
    table.text('state').notNullable();
    table.text('value').nullable();
    table.text('source').nullable();
    table.text('url').nullable();
    table.text('observed_at').nullable().comment('ISO 8601');
    table.text('reason').nullable();
    table.bigInteger('false_since').nullable().comment('Milliseconds');
    table.bigInteger('since').notNullable().comment('Of the state');
    table.bigInteger('due_at').nullable().comment('When it contradicts');
    table.primary(['record_id', 'ref', 'assumption_id']);
    table.index(['ref'], 'record_assumptions_ref_idx');
    table.index(['due_at'], 'record_assumptions_due_idx');
  });

  await knex.schema.createTable('revisions', table => {
    table.text('record_id').notNullable();
    table.integer('revision').notNullable();
    table.bigInteger('at').notNullable().comment('Milliseconds');
    table.text('by_ref').nullable();
    table.text('origin').notNullable();
    table.text('change').notNullable();
    table.text('title').notNullable();
    table.text('status').notNullable();
    table.text('content').notNullable();
    table.primary(['record_id', 'revision']);
  });

  await knex.schema.createTable('confirmations', table => {
    table.comment('Who confirmed what a record accepts, by what it meant');
    table.text('record_id').notNullable();
    table.text('meaning').notNullable();
    table.text('by_ref').notNullable();
    table.bigInteger('at').notNullable().comment('Milliseconds');
    table.primary(['record_id', 'meaning']);
  });

  await knex.schema.createTable('notices', table => {
    table.comment('What owners are told, each once');
    table.text('key').primary();
    table.text('record_id').notNullable();
    table.text('kind').notNullable();
    table.text('detail').notNullable().comment('JSON');
    table.bigInteger('created_at').notNullable().comment('Milliseconds');
    table.bigInteger('sent_at').nullable().comment('Milliseconds');
    table.index(['sent_at'], 'notices_sent_idx');
  });

  await knex.schema.createTable('visibility_sets', table => {
    table.comment(
      'What readers with the same conditions may see in the catalog',
    );
    table.increments('id');
    table.text('key').notNullable().comment('Hash of the conditions');
    table.bigInteger('filled_at').notNullable().comment('Milliseconds');
    table.index(['key', 'filled_at'], 'tradeoffs_visibility_key_idx');
  });

  await knex.schema.createTable('visible_entities', table => {
    table.integer('set_id').notNullable();
    table.integer('entity_id').notNullable();
    table.primary(['set_id', 'entity_id']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of [
    'visible_entities',
    'visibility_sets',
    'notices',
    'confirmations',
    'revisions',
    'record_assumptions',
    'record_accepts',
    'record_positions',
    'record_entities',
    'records',
    'repositories',
    'entities',
  ]) {
    await knex.schema.dropTable(table);
  }
};
