import { worstAssumption } from '@airworthy/plugin-tradeoffs-common';
import type { Knex } from 'knex';
import {
  inValues,
  updateRows,
  type AssumptionRow,
  type RecordEntityRow,
  type RecordRowStored,
} from '../database';
import { addNotices, type NewNotice } from '../notify/notices';
import { resolveSupersession, type LinkedRecord } from './resolveSupersession';

type StandingColumns = Pick<
  RecordRowStored,
  'id' | 'supersedes' | 'superseded_by' | 'in_force' | 'state'
>;

const READ = [
  'id',
  'name',
  'repository',
  'file',
  'status',
  'links',
  'supersedes',
  'superseded_by',
  'in_force',
  'state',
] as const;

/**
 * Brings up to date what records come to beside each other: which takes the
 * place of which, which are in force, and what their assumptions make of them.
 * Looks at the given records, at those of their repositories, and at those that
 * name the same entities; a few statements for any number.
 *
 * @param options.isNew - records that were not known before: what they always
 *   were is no news to anybody
 * @returns ids of all records of which anything changed
 */
export async function refreshStanding(
  knex: Knex,
  options: {
    recordIds: readonly string[];
    /** Entities whose records may be concerned, too. */
    entityRefs?: readonly string[];
    repositories?: readonly string[];
    isNew?: ReadonlySet<string>;
    now: number;
  },
): Promise<string[]> {
  const { recordIds, now, isNew = new Set<string>() } = options;
  const rows = await neighbours(knex, options);
  if (rows.length === 0) {
    return [];
  }
  const ids = rows.map(row => row.id);
  const entities = await knex<RecordEntityRow>('record_entities')
    .where(inValues(knex, 'record_id', ids))
    .orderBy('position');
  const refs = new Map<string, string[]>();
  for (const { record_id: id, ref } of entities) {
    refs.set(id, [...(refs.get(id) ?? []), ref]);
  }
  const assumptions = await knex<AssumptionRow>('record_assumptions')
    .where(inValues(knex, 'record_id', ids))
    .select('record_id', 'state', 'assumption_id', 'ref', 'since');
  const statesOf = new Map<string, typeof assumptions>();
  for (const row of assumptions) {
    statesOf.set(row.record_id, [...(statesOf.get(row.record_id) ?? []), row]);
  }
  const supersession = resolveSupersession(
    rows.map(
      (row): LinkedRecord => ({
        id: row.id,
        name: row.name,
        repository: row.repository ?? undefined,
        file: row.file ?? undefined,
        status: row.status,
        links: JSON.parse(row.links),
        entityRefs: refs.get(row.id) ?? [],
      }),
    ),
  );

  const changed: StandingColumns[] = [];
  const notices: NewNotice[] = [];
  for (const row of rows) {
    const place = supersession.get(row.id);
    const supersededBy = place?.supersededBy ?? null;
    const inForce = row.status === 'accepted' && supersededBy === null;
    const states = statesOf.get(row.id) ?? [];
    const next: StandingColumns = {
      id: row.id,
      supersedes: JSON.stringify(place?.supersedes ?? []),
      superseded_by: supersededBy,
      in_force: inForce,
      state: inForce
        ? worstAssumption(states.map(({ state }) => state))
        : 'none',
    };
    if (
      next.supersedes === row.supersedes &&
      next.superseded_by === row.superseded_by &&
      inForce === Boolean(row.in_force) &&
      next.state === row.state
    ) {
      continue;
    }
    changed.push(next);
    if (
      supersededBy !== null &&
      supersededBy !== row.superseded_by &&
      !isNew.has(row.id)
    ) {
      notices.push({
        key: `superseded:${row.id}:${supersededBy}`,
        record_id: row.id,
        kind: 'superseded',
        detail: { by: supersededBy },
      });
    }
    if (next.state === 'contradicted' && row.state !== 'contradicted') {
      const contradicted = states.filter(
        ({ state }) => state === 'contradicted',
      );
      const since = Math.max(...contradicted.map(entry => Number(entry.since)));
      notices.push({
        key: `contradicted:${row.id}:${since}`,
        record_id: row.id,
        kind: 'contradicted',
        detail: {
          assumptions: contradicted.map(entry => [
            entry.ref,
            entry.assumption_id,
          ]),
        },
      });
    }
  }
  await updateRows<StandingColumns>(knex, {
    table: 'records',
    key: ['id'],
    values: ['supersedes', 'superseded_by', 'in_force', 'state'],
    rows: changed,
  });
  await addNotices(knex, notices, now);
  return [...new Set([...recordIds, ...changed.map(({ id }) => id)])];
}

async function neighbours(
  knex: Knex,
  options: {
    recordIds: readonly string[];
    entityRefs?: readonly string[];
    repositories?: readonly string[];
  },
): Promise<Array<Pick<RecordRowStored, (typeof READ)[number]>>> {
  const { recordIds, entityRefs = [], repositories = [] } = options;
  const own = await knex<RecordRowStored>('records')
    .where(inValues(knex, 'id', recordIds))
    .distinct('repository')
    .pluck('repository');
  const named = await knex<RecordEntityRow>('record_entities')
    .where(inValues(knex, 'record_id', recordIds))
    .distinct('ref')
    .pluck('ref');
  const shared = knex<RecordEntityRow>('record_entities')
    .where(inValues(knex, 'ref', [...new Set([...named, ...entityRefs])]))
    .select('record_id');
  return knex<RecordRowStored>('records')
    .where(query =>
      query
        .where(inValues(knex, 'id', recordIds))
        .orWhere(
          inValues(
            knex,
            'repository',
            [...own, ...repositories].filter(
              (key): key is string => key !== null,
            ),
          ),
        )
        .orWhereIn('id', shared),
    )
    .select(...READ);
}
