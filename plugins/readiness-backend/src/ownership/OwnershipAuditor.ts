import { setImmediate } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { EntityStore } from '../entities/EntityStore';
import { judgeOwnership } from './judgeOwnership';
import { OwnerFinder } from './OwnerFinder';
import type { AuditedEntity, OwnershipLimits } from './OwnershipInput';
import type { OwnershipBatch, OwnershipStore } from './OwnershipStore';
import type { OwnershipVerdict } from './types';

/** @see OwnershipAuditor */
export interface OwnershipAuditorOptions {
  store: OwnershipStore;
  entities: Pick<EntityStore, 'listByKind'>;
  /** Deployments to it count. */
  environment: string;
  limits: OwnershipLimits;
  logger: LoggerService;
  /** Milliseconds since the epoch. */
  now: () => number;
}

const BATCH = 500;

/** Other replicas may have seen groups change. */
const OWNERS_LIFETIME_MS = 60_000;

/**
 * Audits the owners of what changed. Evaluation hears of every change, of the
 * catalog and of the evidence, and names the entities: an audit looks at them
 * alone. When a group changes its members the catalog's own facts change of
 * what it owns, and of nothing else.
 *
 * What a crash loses is found by the daily look at each entity.
 */
export class OwnershipAuditor {
  readonly #options: OwnershipAuditorOptions;
  readonly #pending = new Set<number>();
  #owners: { finder: OwnerFinder; readAt: number } | undefined;
  #draining: Promise<void> | undefined;

  constructor(options: OwnershipAuditorOptions) {
    this.#options = options;
  }

  /** Notes entities that changed; {@link drain} audits them. */
  add(entityIds: Iterable<number>): void {
    for (const entityId of entityIds) {
      this.#pending.add(entityId);
    }
  }

  /** Notes what was never audited and what time alone may change. */
  async addDue(): Promise<void> {
    const { store, now } = this.#options;
    this.add(await store.listDue(now()));
  }

  /** Audits what is noted; whoever asks meanwhile waits for the same run. */
  async drain(): Promise<void> {
    this.#draining ??= this.#drain().finally(() => {
      this.#draining = undefined;
    });
    await this.#draining;
  }

  async #drain(): Promise<void> {
    while (this.#pending.size > 0) {
      const ids = [...this.#pending].slice(0, BATCH);
      for (const id of ids) {
        this.#pending.delete(id);
      }
      try {
        await this.#audit(ids);
      } catch (error) {
        // The daily look finds them again: others must not wait for them.
        this.#options.logger.error('Owners were not audited', toError(error));
      }
      // Requests come between batches: SQLite answers in this very thread.
      await setImmediate();
    }
  }

  async #audit(ids: readonly number[]): Promise<void> {
    const { store, environment, now } = this.#options;
    const at = now();
    const batch = await store.load(ids, environment);
    if (batch.touchesOwners) {
      this.#owners = undefined;
    }
    const owners = await this.#readOwners(at);
    const verdicts: Array<{
      entity: AuditedEntity;
      verdict: OwnershipVerdict;
    }> = [];
    for (const entity of batch.entities) {
      const verdict = this.#judge(entity, batch, owners, at);
      if (verdict) {
        verdicts.push({ entity, verdict });
      }
    }
    await store.write(batch, { verdicts, gone: batch.gone }, at);
  }

  #judge(
    entity: AuditedEntity,
    batch: OwnershipBatch,
    owners: OwnerFinder,
    now: number,
  ): OwnershipVerdict | undefined {
    const audit = batch.audits.get(entity.entityId);
    return judgeOwnership({
      entity,
      facts: batch.facts.get(entity.entityId) ?? new Map(),
      deployments: batch.deployments.get(entity.entityId) ?? [],
      confirmation: batch.confirmations.get(entity.entityId),
      knownSince: audit ? Number(audit.known_since) : now,
      ownerGoneAt:
        entity.owner === undefined
          ? undefined
          : batch.ownersGone.get(entity.owner),
      owners,
      limits: this.#options.limits,
      now,
    });
  }

  async #readOwners(now: number): Promise<OwnerFinder> {
    if (!this.#owners || now - this.#owners.readAt > OWNERS_LIFETIME_MS) {
      const known = await this.#options.entities.listByKind(['group', 'user']);
      this.#owners = { finder: new OwnerFinder(known), readAt: now };
    }
    return this.#owners.finder;
  }
}
