import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import type { ChecklistConfig } from '@airworthy/plugin-readiness-common';
import {
  updateRows,
  type ChecklistVersionRow,
  type ScorecardRecord,
} from '../database';
import { remapStatuses } from './remapStatuses';

/** One version of the checklist as this installation had it. */
export interface StoredChecklistVersion {
  version: number;
  /** Milliseconds. */
  at: number;
  title: string;
  /** Ids of the active checks, in the order of packed statuses. */
  columns: string[];
  /** The questions that they answered, in the same order. */
  questions: string[];
  added: string[];
  removed: string[];
  changed: string[];
}

/** The checklist in force, as far as history cares. */
export interface ChecklistInForce {
  config: ChecklistConfig;
  /** Ids of the active checks, in the order of packed statuses. */
  columns: readonly string[];
}

/** The versions of the checklist, so that history can tell rules from services. */
export class ChecklistVersionStore {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  /**
   * Puts the checklist on record where it differs from the one before, and
   * brings stored statuses into the order of its columns.
   *
   * @returns all versions, the newest first, and whether there is a new one
   */
  async sync(
    inForce: ChecklistInForce,
    now: number,
  ): Promise<{ versions: StoredChecklistVersion[]; changed: boolean }> {
    const { config, columns } = inForce;
    const checks = columns.map(id => ({
      id,
      question: config.checks[id].question,
      hash: hashOf(config.checks[id]),
    }));
    const { version: _, title: __, checks: ___, ...frame } = config;
    const hash = hashOf([frame, checks]);
    const rows = await this.#list(config.id);
    const last = rows.at(0);
    if (last?.hash === hash) {
      return { versions: rows.map(readVersion), changed: false };
    }
    const row = nextVersion(config, checks, hash, last, now);
    await this.#knex.transaction(async transaction => {
      await transaction<ChecklistVersionRow>('checklist_versions')
        .insert(row)
        .onConflict(['checklist', 'version'])
        .ignore();
      if (last) {
        await remapScorecards(
          transaction,
          config.id,
          readVersion(last).columns,
          columns,
        );
      }
    });
    return {
      versions: (await this.#list(config.id)).map(readVersion),
      changed: true,
    };
  }

  async #list(checklist: string): Promise<ChecklistVersionRow[]> {
    return this.#knex<ChecklistVersionRow>('checklist_versions')
      .where({ checklist })
      .orderBy('version', 'desc')
      .select();
  }
}

interface HashedCheck {
  id: string;
  question: string;
  hash: string;
}

function nextVersion(
  config: ChecklistConfig,
  checks: HashedCheck[],
  hash: string,
  last: ChecklistVersionRow | undefined,
  now: number,
): ChecklistVersionRow {
  const before: HashedCheck[] = last ? JSON.parse(last.columns) : [];
  const hashes = new Map(before.map(check => [check.id, check.hash]));
  const present = new Set(checks.map(check => check.id));
  const added = last
    ? checks.filter(check => !hashes.has(check.id)).map(check => check.id)
    : [];
  const removed = before
    .filter(check => !present.has(check.id))
    .map(check => check.id);
  const changed = checks
    .filter(
      check => hashes.has(check.id) && hashes.get(check.id) !== check.hash,
    )
    .map(check => check.id);
  return {
    checklist: config.id,
    version: Math.max(config.version, (last?.version ?? 0) + 1),
    at: now,
    title: titleOf({ first: !last, added, removed, changed }),
    hash,
    columns: JSON.stringify(checks),
    added: JSON.stringify(added),
    removed: JSON.stringify(removed),
    changed: JSON.stringify(changed),
  };
}

/** What changed, in words: `Added disruption-budget; changed replicas`. */
function titleOf(change: {
  first: boolean;
  added: string[];
  removed: string[];
  changed: string[];
}): string {
  if (change.first) {
    return 'First version';
  }
  const parts = [
    named('added', change.added),
    named('removed', change.removed),
    named('changed', change.changed),
  ].filter(part => part !== undefined);
  const text = parts.join('; ') || 'levels or applicability changed';
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function named(verb: string, ids: string[]): string | undefined {
  if (ids.length === 0) {
    return undefined;
  }
  return ids.length > 3
    ? `${verb} ${ids.length} checks`
    : `${verb} ${ids.join(', ')}`;
}

async function remapScorecards(
  knex: Knex,
  checklist: string,
  from: readonly string[],
  to: readonly string[],
): Promise<void> {
  const rows = await knex<ScorecardRecord>('scorecards')
    .where({ checklist })
    .select('checklist', 'environment', 'entity_id', 'statuses');
  await updateRows(knex, {
    table: 'scorecards',
    key: ['checklist', 'environment', 'entity_id'],
    values: ['statuses'],
    rows: rows.map(row => ({
      ...row,
      statuses: remapStatuses(row.statuses, from, to),
    })),
  });
}

function hashOf(value: unknown): string {
  return createHash('sha1').update(JSON.stringify(value)).digest('base64');
}

function readVersion(row: ChecklistVersionRow): StoredChecklistVersion {
  const columns: HashedCheck[] = JSON.parse(row.columns);
  return {
    version: row.version,
    at: Number(row.at),
    title: row.title,
    columns: columns.map(column => column.id),
    questions: columns.map(column => column.question),
    added: JSON.parse(row.added),
    removed: JSON.parse(row.removed),
    changed: JSON.parse(row.changed),
  };
}
