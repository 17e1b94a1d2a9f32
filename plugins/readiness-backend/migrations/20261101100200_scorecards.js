// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('evaluation_queue', table => {
    table.comment('Entities to evaluate');
    table.integer('entity_id').notNullable().primary();
    table
      .integer('generation')
      .notNullable()
      .comment(
        'Raised when queued again: what was claimed before stays queued',
      );
    table.bigInteger('queued_at').notNullable().comment('Milliseconds');
    table
      .bigInteger('leased_until')
      .notNullable()
      .comment('Milliseconds; another replica may claim it from then on');
    table
      .text('changes')
      .notNullable()
      .comment('What changed, one JSON object in each line');
    table.index(['leased_until', 'queued_at'], 'evaluation_queue_due_idx');
  });

  await knex.schema.createTable('scorecards', table => {
    table.comment('The present: one row for each entity and environment');
    table.text('checklist').notNullable();
    table.text('environment').notNullable();
    table.integer('entity_id').notNullable();
    table.integer('checklist_version').notNullable();
    table
      .text('statuses')
      .notNullable()
      .comment('One character for each column');
    table.text('level').notNullable();
    table.smallint('level_rank').notNullable().comment('0 for none');
    table.double('score').notNullable();
    table.smallint('pass').notNullable();
    table.smallint('fail').notNullable();
    table.smallint('unknown').notNullable();
    table.smallint('not_applicable').notNullable();
    table.smallint('accepted').notNullable();
    table.smallint('to_next').notNullable();
    table.boolean('preview').notNullable();
    table.boolean('stale').notNullable();
    table.bigInteger('evaluated_at').notNullable();
    table.bigInteger('reevaluate_at').nullable();
    table
      .text('rule_errors')
      .nullable()
      .comment('JSON; rules that went wrong on this entity');
    table.primary(['checklist', 'environment', 'entity_id']);
    table.index(['entity_id'], 'scorecards_entity_idx');
    table.index(['reevaluate_at'], 'scorecards_due_idx');
  });

  await knex.schema.createTable('transitions', table => {
    table.comment(
      'Append only. A row with a check says how one status changed; a row ' +
        'without says what the whole scorecard was before',
    );
    table.bigIncrements('id');
    table.text('checklist').notNullable();
    table.text('environment').notNullable();
    table.integer('entity_id').notNullable();
    table.bigInteger('at').notNullable().comment('Milliseconds');
    table
      .text('cause')
      .notNullable()
      .comment('first, change, checklist or gone');
    table.text('check_id').notNullable().comment('Empty: the whole scorecard');
    table
      .text('from_value')
      .nullable()
      .comment('A status, or a level; absent at first');
    table
      .text('to_value')
      .nullable()
      .comment('A status, or a level; absent when gone');
    table.text('why').nullable();
    table
      .text('before')
      .nullable()
      .comment('The whole scorecard before: JSON of counts, statuses, preview');
    table.index(['entity_id', 'check_id', 'at'], 'transitions_entity_idx');
    table.index(['check_id', 'at'], 'transitions_at_idx');
    table.index(['at'], 'transitions_age_idx');
  });

  await knex.schema.createTable('checklist_versions', table => {
    table.comment('So that a dip explained by a rule change is shown as one');
    table.text('checklist').notNullable();
    table.integer('version').notNullable();
    table.bigInteger('at').notNullable().comment('Milliseconds');
    table.text('title').notNullable();
    table.text('hash').notNullable();
    table
      .text('columns')
      .notNullable()
      .comment('JSON: check ids with a hash of each, in order');
    table.text('added').notNullable().comment('JSON: check ids');
    table.text('removed').notNullable().comment('JSON: check ids');
    table.text('changed').notNullable().comment('JSON: check ids');
    table.primary(['checklist', 'version']);
  });

  await knex.schema.createTable('daily_rollups', table => {
    table.comment('Kept for ever: the end of each day, by group');
    table.text('checklist').notNullable();
    table.text('environment').notNullable();
    table.text('day').notNullable().comment('YYYY-MM-DD, UTC');
    table
      .text('dimension')
      .notNullable()
      .comment('all, owner, system, domain or tier');
    table.text('key').notNullable().comment('Empty for all, or not given');
    table.integer('services').notNullable();
    table.text('levels').notNullable().comment('JSON: services by level');
    table.integer('pass').notNullable();
    table.integer('fail').notNullable();
    table.integer('unknown').notNullable();
    table.integer('not_applicable').notNullable();
    table.integer('accepted').notNullable();
    table.primary(['checklist', 'environment', 'dimension', 'key', 'day']);
  });

  await knex.schema.createTable('visibility_sets', table => {
    table.comment(
      'What readers with the same conditions may see in the catalog',
    );
    table.increments('id');
    table.text('key').notNullable().comment('Hash of the conditions');
    table.bigInteger('filled_at').notNullable().comment('Milliseconds');
    table.index(['key', 'filled_at'], 'visibility_sets_key_idx');
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
  await knex.schema.dropTable('visible_entities');
  await knex.schema.dropTable('visibility_sets');
  await knex.schema.dropTable('daily_rollups');
  await knex.schema.dropTable('checklist_versions');
  await knex.schema.dropTable('transitions');
  await knex.schema.dropTable('scorecards');
  await knex.schema.dropTable('evaluation_queue');
};
