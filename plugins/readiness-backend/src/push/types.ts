import type { FilterPredicate } from '@backstage/filter-predicates';

/** One of `readiness.push.callers` of the config. */
export interface PushCaller {
  /** For people: who it is in logs, audit events and evidence. */
  name: string;
  /** The subject of a service token, or a user's entity reference. */
  subject?: string;
  /** Signs bodies by HMAC-SHA256. */
  secret?: string;
  /** Entities that it may speak of. */
  entities: FilterPredicate;
}

/** What `readiness.push` of the config says. */
export interface PushConfig {
  callers: readonly PushCaller[];
  /** How long a pushed fact counts that names no expiry; milliseconds. */
  maxAgeMs: number;
  /** How long idempotency keys are remembered; milliseconds. */
  receiptsMs: number;
}
