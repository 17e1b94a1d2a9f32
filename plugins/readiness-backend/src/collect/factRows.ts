import { createHash } from 'node:crypto';
import type { FactRecord, Strength } from '@airworthy/plugin-readiness-common';
import type { FactRow, LinkStateRow } from '../database';

/** When facts were observed, and until when they hold; milliseconds. */
export interface FactTimes {
  observed: number;
  expires?: number;
}

/** The times that most of the facts share; `now` where there is none. */
export function commonTimes(
  facts: readonly FactRecord[],
  now: number,
): FactTimes {
  const counts = new Map<string, { times: FactTimes; count: number }>();
  let best: { times: FactTimes; count: number } | undefined;
  for (const fact of facts) {
    const key = `${fact.observedAt} ${fact.expiresAt ?? ''}`;
    const entry = counts.get(key) ?? { times: timesOf(fact), count: 0 };
    entry.count += 1;
    counts.set(key, entry);
    if (!best || entry.count > best.count) {
      best = entry;
    }
  }
  return best?.times ?? { observed: now };
}

/** The row of a fact; its times only where they differ from the link's. */
export function toFactRow(
  entityId: number,
  fact: FactRecord,
  link: LinkStateRow,
): FactRow {
  const times = timesOf(fact);
  const shared =
    times.observed === Number(link.observed_at) &&
    (times.expires ?? null) ===
      (link.expires_at === null ? null : Number(link.expires_at));
  const row = {
    entity_id: entityId,
    source: fact.source,
    environment: fact.environment,
    name: fact.name,
    member: fact.member,
    strength: fact.strength,
    value: fact.value === undefined ? null : JSON.stringify(fact.value),
    missing: fact.missing ?? null,
    origins: fact.origins ? JSON.stringify(fact.origins) : null,
    observed_at: shared ? null : times.observed,
    expires_at: shared ? null : times.expires ?? null,
  };
  return {
    ...row,
    hash: createHash('sha1').update(JSON.stringify(row)).digest('base64'),
  };
}

/** The columns that {@link readFact} reads. */
export type StoredFact = Omit<FactRow, 'entity_id' | 'hash'>;

/** The fact that a row holds, its times from the link where it has none. */
export function readFact(
  row: StoredFact,
  link: Pick<LinkStateRow, 'observed_at' | 'expires_at'> | undefined,
): FactRecord {
  const own = row.observed_at !== null;
  const observed = own ? row.observed_at : link?.observed_at ?? 0;
  const expires = own ? row.expires_at : link?.expires_at ?? null;
  const fact: FactRecord = {
    name: row.name,
    member: row.member,
    environment: row.environment,
    source: row.source,
    strength: strengthOf(row.strength),
    observedAt: new Date(Number(observed)).toISOString(),
  };
  if (row.value !== null) {
    fact.value = JSON.parse(row.value);
  }
  if (row.missing !== null) {
    fact.missing = row.missing;
  }
  if (expires !== null) {
    fact.expiresAt = new Date(Number(expires)).toISOString();
  }
  if (row.origins !== null) {
    fact.origins = JSON.parse(row.origins);
  }
  return fact;
}

function strengthOf(text: string): Strength {
  return text === 'observed' || text === 'declared' ? text : 'attested';
}

function timesOf(fact: FactRecord): FactTimes {
  const observed = Date.parse(fact.observedAt);
  return fact.expiresAt
    ? { observed, expires: Date.parse(fact.expiresAt) }
    : { observed };
}
