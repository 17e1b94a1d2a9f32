import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import type {
  FactRecord,
  LinkStatus,
} from '@airworthy/plugin-readiness-common';
import type { EntityEvidence } from '@airworthy/plugin-readiness-node';
import {
  deleteRows,
  inValues,
  writeRows,
  type FactRow,
  type LinkStateRow,
} from '../database';
import type { Change } from '../evaluate/Change';
import type {
  EvaluationQueue,
  QueuedChange,
} from '../evaluate/EvaluationQueue';
import { groupBy } from '../util/groupBy';
import { diffFacts } from './diffFacts';
import { commonTimes, readFact, toFactRow } from './factRows';

/** What one write did. */
export interface EvidenceWrite {
  /** Facts written or removed. */
  factsChanged: number;
  /** Entities queued for evaluation. */
  queued: number;
}

type FactKey = Pick<
  FactRow,
  'entity_id' | 'source' | 'environment' | 'name' | 'member'
>;

/** What all the evidence of one batch adds up to. */
interface PlannedWrites {
  links: LinkStateRow[];
  facts: FactRow[];
  removed: FactKey[];
  queue: QueuedChange[];
}

const FACT_KEY = [
  'entity_id',
  'source',
  'environment',
  'name',
  'member',
] satisfies Array<keyof FactKey>;

const FACT_VALUES = [
  'strength',
  'value',
  'missing',
  'origins',
  'observed_at',
  'expires_at',
  'hash',
] satisfies Array<keyof FactRow>;

const LINK_VALUES = [
  'status',
  'message',
  'since',
  'observed_at',
  'expires_at',
  'facts_hash',
] satisfies Array<keyof LinkStateRow>;

/**
 * Stores what sources say. Seeing the same thing again costs one row for the
 * whole entity; of what differs only that is written.
 */
export class EvidenceStore {
  readonly #knex: Knex;
  readonly #queue: EvaluationQueue;

  constructor(options: { knex: Knex; queue: EvaluationQueue }) {
    this.#knex = options.knex;
    this.#queue = options.queue;
  }

  /** Stores a batch of one source and queues the entities that it changed. */
  async write(
    source: string,
    evidence: ReadonlyArray<EntityEvidence & { entityId: number }>,
    now: number,
  ): Promise<EvidenceWrite> {
    if (evidence.length === 0) {
      return { factsChanged: 0, queued: 0 };
    }
    const ids = evidence.map(item => item.entityId);
    const links = await this.#loadLinks(source, ids);
    const hashes = new Map(
      evidence.map(item => [item.entityId, hashOfFacts(item.facts)]),
    );
    const differing = new Set(
      evidence
        .filter(
          item =>
            !item.unchanged &&
            links.get(item.entityId)?.facts_hash !== hashes.get(item.entityId),
        )
        .map(item => item.entityId),
    );
    const stored = await this.#loadFacts(source, [...differing]);

    const planned: PlannedWrites = {
      links: [],
      facts: [],
      removed: [],
      queue: [],
    };
    for (const item of evidence) {
      const before = links.get(item.entityId);
      const link = linkRow(source, item, before, hashes, now);
      const changes = linkChanges(source, before, link, now);
      if (differing.has(item.entityId)) {
        changes.push(
          ...planFacts(planned, item, link, stored.get(item.entityId)),
        );
      }
      if (!before || !sameLink(before, link, item)) {
        planned.links.push(link);
      }
      if (!before) {
        planned.queue.push({
          entityId: item.entityId,
          changes: [{ kind: 'evidence', source }],
        });
      } else if (changes.length > 0) {
        planned.queue.push({ entityId: item.entityId, changes });
      }
    }
    await this.#apply(planned, now);
    return {
      factsChanged: planned.facts.length + planned.removed.length,
      queued: planned.queue.length,
    };
  }

  /** What all sources state of one fact of some entities, by their ids. */
  async stated(
    name: string,
    ids: readonly number[],
  ): Promise<Map<number, FactRecord[]>> {
    if (ids.length === 0) {
      return new Map();
    }
    const rows = await this.#knex<FactRow>('facts')
      .where({ name })
      .where(inValues(this.#knex, 'entity_id', [...ids]))
      .select();
    const links = await this.#knex<LinkStateRow>('link_states')
      .where(inValues(this.#knex, 'entity_id', [...ids]))
      .select();
    const linkOf = new Map(
      links.map(link => [`${link.entity_id} ${link.source}`, link]),
    );
    const stated = new Map<number, FactRecord[]>();
    for (const [entityId, own] of groupBy(rows, row => row.entity_id)) {
      stated.set(
        entityId,
        own.map(row => readFact(row, linkOf.get(`${entityId} ${row.source}`))),
      );
    }
    return stated;
  }

  async #loadLinks(
    source: string,
    ids: number[],
  ): Promise<Map<number, LinkStateRow>> {
    const rows = await this.#knex<LinkStateRow>('link_states')
      .where({ source })
      .where(inValues(this.#knex, 'entity_id', ids))
      .select();
    return new Map(rows.map(row => [row.entity_id, row]));
  }

  async #loadFacts(
    source: string,
    ids: number[],
  ): Promise<Map<number, FactRow[]>> {
    if (ids.length === 0) {
      return new Map();
    }
    const rows = await this.#knex<FactRow>('facts')
      .where({ source })
      .where(inValues(this.#knex, 'entity_id', ids))
      .select();
    return groupBy(rows, row => row.entity_id);
  }

  async #apply(planned: PlannedWrites, now: number): Promise<void> {
    await this.#knex.transaction(async transaction => {
      await deleteRows<FactKey>(transaction, {
        table: 'facts',
        columns: FACT_KEY,
        rows: planned.removed,
      });
      await writeRows<FactRow>(transaction, {
        table: 'facts',
        columns: [...FACT_KEY, ...FACT_VALUES],
        rows: planned.facts,
        conflict: { key: FACT_KEY, update: { columns: FACT_VALUES } },
      });
      await writeRows<LinkStateRow>(transaction, {
        table: 'link_states',
        columns: ['entity_id', 'source', ...LINK_VALUES],
        rows: planned.links,
        conflict: {
          key: ['entity_id', 'source'],
          update: { columns: LINK_VALUES },
        },
      });
      await this.#queue.add(planned.queue, now, transaction);
    });
    if (planned.queue.length > 0) {
      this.#queue.notify();
    }
  }
}

function linkRow(
  source: string,
  item: EntityEvidence & { entityId: number },
  before: LinkStateRow | undefined,
  hashes: Map<number, string>,
  now: number,
): LinkStateRow & { status: LinkStatus } {
  const times = item.unchanged
    ? {
        observed: Date.parse(item.unchanged.observedAt),
        expires: item.unchanged.expiresAt
          ? Date.parse(item.unchanged.expiresAt)
          : undefined,
      }
    : commonTimes(item.facts, now);
  const sameStatus = before?.status === item.link.status;
  return {
    entity_id: item.entityId,
    source,
    status: item.link.status,
    message: item.link.message ?? null,
    since: sameStatus ? Number(before.since) : now,
    observed_at: times.observed,
    expires_at: times.expires ?? null,
    facts_hash: item.unchanged
      ? before?.facts_hash ?? ''
      : hashes.get(item.entityId) ?? '',
  };
}

/**
 * Whether the row says what was said before. Where there are no facts it does
 * not matter when none was seen.
 */
function sameLink(
  before: LinkStateRow,
  after: LinkStateRow,
  item: EntityEvidence,
): boolean {
  const expiryOf = (row: LinkStateRow) =>
    row.expires_at === null ? null : Number(row.expires_at);
  return (
    before.status === after.status &&
    before.message === after.message &&
    before.facts_hash === after.facts_hash &&
    expiryOf(before) === expiryOf(after) &&
    (Number(before.observed_at) === Number(after.observed_at) ||
      (item.facts.length === 0 && !item.unchanged))
  );
}

/** What about the link makes the entity worth evaluating again. */
function linkChanges(
  source: string,
  before: LinkStateRow | undefined,
  after: LinkStateRow & { status: LinkStatus },
  now: number,
): Change[] {
  if (before?.status !== after.status) {
    return [
      {
        kind: 'link',
        source,
        status: after.status,
        ...(after.message ? { message: after.message } : {}),
      },
    ];
  }
  // What was stale counts again, though it says the same.
  const wasStale =
    before.expires_at !== null && Number(before.expires_at) <= now;
  return wasStale ? [{ kind: 'link', source, status: after.status }] : [];
}

function planFacts(
  planned: PlannedWrites,
  item: EntityEvidence & { entityId: number },
  link: LinkStateRow,
  stored: readonly FactRow[] = [],
): Change[] {
  const changes: Change[] = [];
  const left = new Map(stored.map(row => [keyOf(row), row]));
  const seen = new Set<string>();
  for (const fact of item.facts) {
    const row = toFactRow(item.entityId, fact, link);
    const key = keyOf(row);
    if (seen.has(key)) {
      continue;
    }
    seen.add(key);
    const before = left.get(key);
    left.delete(key);
    if (before?.hash === row.hash) {
      continue;
    }
    planned.facts.push(row);
    changes.push(...changesOf(fact.source, before, row));
  }
  for (const gone of left.values()) {
    const { entity_id, source, environment, name, member } = gone;
    planned.removed.push({ entity_id, source, environment, name, member });
    changes.push(...changesOf(gone.source, gone, undefined));
  }
  return changes;
}

function changesOf(
  source: string,
  before: FactRow | undefined,
  after: FactRow | undefined,
): Change[] {
  const row = after ?? before;
  if (!row) {
    return [];
  }
  const { name, member } = row;
  const changes = diffFacts({
    source,
    name,
    member,
    before: parsed(before?.value),
    after: parsed(after?.value),
  });
  // A new reason, place or time is no new value, but words may depend on it.
  return changes.length > 0
    ? changes
    : [{ kind: 'fact', source, fact: name, ...(member ? { member } : {}) }];
}

function parsed(value: string | null | undefined): FactRecord['value'] {
  return value === null || value === undefined ? undefined : JSON.parse(value);
}

function keyOf(row: FactKey): string {
  return `${row.environment}\n${row.name}\n${row.member}`;
}

/** The same for the same facts in any order, whenever they were observed. */
function hashOfFacts(facts: readonly FactRecord[]): string {
  const hash = createHash('sha1');
  const times = commonTimes(facts, 0);
  for (const line of facts.map(fact => lineOf(fact, times)).sort()) {
    hash.update(line);
  }
  return hash.digest('base64');
}

function lineOf(
  fact: FactRecord,
  times: { observed: number; expires?: number },
): string {
  const { observedAt, expiresAt, ...rest } = fact;
  const own =
    Date.parse(observedAt) !== times.observed ||
    (expiresAt ? Date.parse(expiresAt) : undefined) !== times.expires;
  return JSON.stringify([rest, own ? [observedAt, expiresAt] : []]);
}
