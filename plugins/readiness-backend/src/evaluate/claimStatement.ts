import type { Knex } from 'knex';
import type {
  FactRecord,
  LinkState,
  LinkStatus,
  Strength,
} from '@airworthy/plugin-readiness-common';
import { isPostgres } from '../database';
import { readEntity, type StoredEntity } from '../entities/readEntity';
import { toAcceptance } from '../tradeoffs/tradeoffRows';
import type { ClaimedEntity, StoredScorecard } from './ScorecardStore';

/**
 * One claimed entity as the database gives it. Lists are JSON, aggregated by
 * the database: a row for each fact would cost ten times as much to read.
 */
export interface ClaimedRow extends StoredEntity {
  entity_id: number;
  generation: number;
  changes: string;
  living: boolean | number;
  links: string | LinkTuple[];
  facts: string | FactTuple[];
  scorecards: string | ScorecardTuple[];
  acceptances: string | AcceptanceTuple[];
  assumptions: string | AssumptionTuple[];
}

type LinkTuple = [
  source: string,
  status: LinkStatus,
  message: string | null,
  since: number,
  observedAt: number,
  expiresAt: number | null,
];

type FactTuple = [
  source: string,
  environment: string,
  name: string,
  member: string,
  strength: Strength,
  value: FactRecord['value'] | null,
  missing: string | null,
  observedAt: number | null,
  expiresAt: number | null,
];

type ScorecardTuple = [
  environment: string,
  checklistVersion: number,
  statuses: string,
  level: string,
  preview: boolean | number,
  pass: number,
  fail: number,
  unknown: number,
  notApplicable: number,
  accepted: number,
];

type AcceptanceTuple = [
  recordId: string,
  check: string,
  title: string,
  untilAt: number,
];

type AssumptionTuple = [
  recordId: string,
  assumptionId: string,
  rule: string,
  reported: string | null,
];

const LINK_COLUMNS = [
  'source',
  'status',
  'message',
  'since',
  'observed_at',
  'expires_at',
];
const FACT_COLUMNS = [
  'source',
  'environment',
  'name',
  'member',
  'strength',
  'value',
  'missing',
  'observed_at',
  'expires_at',
];
const SCORECARD_COLUMNS = [
  'environment',
  'checklist_version',
  'statuses',
  'level',
  'preview',
  'pass',
  'fail',
  'unknown',
  'not_applicable',
  'accepted',
];
const ACCEPTANCE_COLUMNS = ['record_id', 'check_id', 'title', 'until_at'];
const ASSUMPTION_COLUMNS = ['record_id', 'assumption_id', 'rule', 'reported'];
const ENTITY_COLUMNS =
  'e.id, e.ref, e.kind, e.namespace, e.name, e.title, e.type, e.lifecycle, ' +
  'e.tier, e.owner, e.system, e.domain, e.projection';

/**
 * A batch holds few distinct times: what a source saw in one run it saw at one
 * moment.
 */
const isoTimes = new Map<number, string>();
const KEPT_TIMES = 1000;

/** @see claimStatement */
export interface ClaimOptions {
  checklist: string;
  limit: number;
  now: number;
  leaseUntil: number;
}

/**
 * The statement that takes queued entities and reads what decides them. On
 * PostgreSQL it leases them, past what other replicas hold; on SQLite there is
 * one process, and nothing to lease them from.
 */
export function claimStatement(knex: Knex, options: ClaimOptions): Knex.Raw {
  const postgres = isPostgres(knex);
  const read = `
    select q.entity_id, q.generation, q.changes, ${ENTITY_COLUMNS},
      e.deleted_at is null as living,
      ${aggregate(postgres, 'link_states', LINK_COLUMNS, '')} as links,
      ${aggregate(postgres, 'facts', FACT_COLUMNS, '')} as facts,
      ${aggregate(
        postgres,
        'scorecards',
        SCORECARD_COLUMNS,
        'and t.checklist = ?',
      )} as scorecards,
      ${aggregate(
        postgres,
        'tradeoff_acceptances',
        ACCEPTANCE_COLUMNS,
        '',
      )} as acceptances,
      ${aggregate(
        postgres,
        'tradeoff_assumptions',
        ASSUMPTION_COLUMNS,
        '',
      )} as assumptions`;
  if (postgres) {
    return knex.raw(
      `with q as (
         update evaluation_queue set leased_until = ?
         where entity_id in (
           select entity_id from evaluation_queue where leased_until <= ?
           order by queued_at, entity_id limit ? for update skip locked
         )
         returning entity_id, generation, changes
       )
       ${read} from q join entities e on e.id = q.entity_id`,
      [options.leaseUntil, options.now, options.limit, options.checklist],
    );
  }
  return knex.raw(
    `${read} from (
       select * from evaluation_queue order by queued_at, entity_id limit ?
     ) q join entities e on e.id = q.entity_id`,
    [options.checklist, options.limit],
  );
}

function aggregate(
  postgres: boolean,
  table: string,
  columns: readonly string[],
  condition: string,
): string {
  const values = columns
    .map(column => {
      if (column !== 'value') {
        return `t.${column}`;
      }
      return postgres ? 't.value::json' : 'json(t.value)';
    })
    .join(', ');
  const list = postgres
    ? `coalesce(json_agg(json_build_array(${values})), '[]')`
    : `json_group_array(json_array(${values}))`;
  return `(select ${list} from ${table} t where t.entity_id = e.id ${condition})`;
}

/** A link's tuple, with its times in the form that facts carry. */
interface DecodedLink {
  state: LinkState;
  observedAt: string;
  expiresAt?: string;
}

/** What a claimed row says. */
export function decodeClaim(
  row: ClaimedRow,
  checklist: string,
): Omit<ClaimedEntity, 'changes'> {
  const links = decode(row.links).map(decodeLink);
  const bySource = new Map(links.map(link => [link.state.source, link]));
  return {
    entityId: row.entity_id,
    generation: row.generation,
    ...(row.living ? { entity: readEntity(row) } : {}),
    links: links.map(link => link.state),
    facts: decode(row.facts).map(fact =>
      decodeFact(fact, bySource.get(fact[0])),
    ),
    scorecards: new Map(
      decode(row.scorecards).map(tuple => [
        tuple[0],
        decodeScorecard(checklist, row.entity_id, tuple),
      ]),
    ),
    acceptances: decode(row.acceptances).map(
      ([recordId, check, title, untilAt]) =>
        toAcceptance({
          record_id: recordId,
          check_id: check,
          title,
          until_at: untilAt,
        }),
    ),
    assumptions: decode(row.assumptions).map(
      ([recordId, assumptionId, rule, reported]) => ({
        recordId,
        assumptionId,
        rule,
        ...(reported !== null && { reported }),
      }),
    ),
  };
}

/** PostgreSQL's driver has taken the JSON apart already. */
function decode<T>(list: string | T[]): T[] {
  return typeof list === 'string' ? JSON.parse(list) : list;
}

function decodeLink(tuple: LinkTuple): DecodedLink {
  const [source, status, message, since, observedAt, expiresAt] = tuple;
  return {
    state: {
      source,
      status,
      since: isoTime(since),
      ...(message === null ? {} : { message }),
    },
    observedAt: isoTime(observedAt),
    ...(expiresAt === null ? {} : { expiresAt: isoTime(expiresAt) }),
  };
}

function decodeFact(
  tuple: FactTuple,
  link: DecodedLink | undefined,
): FactRecord {
  const [
    source,
    environment,
    name,
    member,
    strength,
    value,
    missing,
    observedAt,
    expiresAt,
  ] = tuple;
  const fact: FactRecord = {
    name,
    member,
    environment,
    source,
    strength,
    observedAt:
      observedAt === null
        ? link?.observedAt ?? isoTime(0)
        : isoTime(observedAt),
  };
  if (value !== null) {
    fact.value = value;
  }
  if (missing !== null) {
    fact.missing = missing;
  }
  const own = expiresAt === null ? undefined : isoTime(expiresAt);
  const expires = observedAt === null ? link?.expiresAt : own;
  if (expires !== undefined) {
    fact.expiresAt = expires;
  }
  return fact;
}

function decodeScorecard(
  checklist: string,
  entityId: number,
  tuple: ScorecardTuple,
): StoredScorecard {
  const [environment, version, statuses, level, preview, ...counts] = tuple;
  const [pass, fail, unknown, notApplicable, accepted] = counts;
  return {
    checklist,
    environment,
    entity_id: entityId,
    checklist_version: version,
    statuses,
    level,
    preview,
    pass,
    fail,
    unknown,
    not_applicable: notApplicable,
    accepted,
  };
}

function isoTime(milliseconds: number): string {
  let time = isoTimes.get(milliseconds);
  if (time === undefined) {
    if (isoTimes.size >= KEPT_TIMES) {
      isoTimes.clear();
    }
    time = new Date(milliseconds).toISOString();
    isoTimes.set(milliseconds, time);
  }
  return time;
}
