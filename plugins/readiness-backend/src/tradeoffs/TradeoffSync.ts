import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { EventsService } from '@backstage/plugin-events-node';
import {
  TRADEOFFS_RECORDS_CHANGED,
  type AssumptionReport,
  type CountingAcceptance,
  type OpenAssumption,
  type TradeoffsService,
} from '@airworthy/plugin-tradeoffs-node';
import type { Knex } from 'knex';
import { z } from 'zod';
import { deleteRows, inValues, updateRows, writeRows } from '../database';
import type { EntityStore } from '../entities';
import type { EvaluationQueue } from '../evaluate';
import type { StoredSource } from '../sources/stored';
import type { AcceptanceRow, AssumptionRow } from './tradeoffRows';

/** What was made of an assumption, and by what it is known again. */
export interface PendingReport extends AssumptionReport {
  entityId: number;
  fingerprint: string;
}

const ACCEPTANCE_KEY = ['entity_id', 'record_id', 'check_id'] satisfies Array<
  keyof AcceptanceRow
>;
const ASSUMPTION_KEY = [
  'entity_id',
  'record_id',
  'assumption_id',
] satisfies Array<keyof AssumptionRow>;

/** Entities whose designs are asked for at a time. */
const BATCH = 500;

const payloadSchema = z.object({ entityRefs: z.array(z.string()) });

/** @see TradeoffSync */
export interface TradeoffSyncOptions {
  knex: Knex;
  tradeoffs: TradeoffsService;
  /** What records say of designs, as evidence. */
  designs?: Pick<StoredSource, 'publish'>;
  entities: Pick<EntityStore, 'idsOf' | 'withMembers'>;
  queue: EvaluationQueue;
  logger: LoggerService;
  /** Milliseconds since the epoch. */
  now: () => number;
}

/**
 * Keeps what tradeoff records accept and assume beside the facts, so that an
 * evaluation reads it in the same statement; and tells the tradeoffs plugin what
 * the facts make of the assumptions.
 */
export class TradeoffSync {
  readonly #options: TradeoffSyncOptions;
  /** One thing after another: a later answer must not be overtaken. */
  #work: Promise<void> = Promise.resolve();

  constructor(options: TradeoffSyncOptions) {
    this.#options = options;
  }

  /** Looks again whenever records change. */
  async subscribe(events: EventsService): Promise<void> {
    if (!this.#options.tradeoffs.installed) {
      return;
    }
    await events.subscribe({
      id: 'readiness-tradeoffs',
      topics: [TRADEOFFS_RECORDS_CHANGED],
      onEvent: async ({ eventPayload }) => {
        const parsed = payloadSchema.safeParse(eventPayload);
        // An event that cannot be read still says that something changed.
        await this.sync(parsed.success ? parsed.data.entityRefs : undefined);
      },
    });
  }

  /**
   * Asks for the acceptances and assumptions of entities, of all unless told,
   * and queues the entities for which they changed.
   */
  async sync(entityRefs?: readonly string[]): Promise<void> {
    const { tradeoffs, logger } = this.#options;
    if (!tradeoffs.installed || entityRefs?.length === 0) {
      return;
    }
    await this.#after(async () => {
      try {
        const [acceptances, assumptions] = await Promise.all([
          tradeoffs.getAcceptances({ entityRefs }),
          tradeoffs.getAssumptions({ entityRefs }),
        ]);
        await this.#store(acceptances, assumptions, entityRefs);
      } catch (error) {
        // What was known stays, and its own ends still end it.
        logger.warn(
          `Tradeoff records were not asked: ${stringifyError(error)}`,
        );
      }
      // A regular look is the source's own; this one is about what changed.
      await this.#publishDesigns(entityRefs ?? []);
    });
  }

  async #publishDesigns(entityRefs: readonly string[]): Promise<void> {
    const { designs, entities, logger, now } = this.#options;
    if (!designs || entityRefs.length === 0) {
      return;
    }
    try {
      // What a system decides holds for all that belongs to it.
      const concerned = await entities.withMembers(entityRefs);
      for (let start = 0; start < concerned.length; start += BATCH) {
        await designs.publish(concerned.slice(start, start + BATCH), now());
      }
    } catch (error) {
      logger.warn(
        `What tradeoff records say of designs was not asked: ${stringifyError(
          error,
        )}`,
      );
    }
  }

  /** Reports in the background what the facts make of assumptions. */
  report(reports: readonly PendingReport[]): void {
    if (reports.length === 0) {
      return;
    }
    const { knex, tradeoffs, logger } = this.#options;
    void this.#after(async () => {
      try {
        await tradeoffs.reportAssumptionStates(
          reports.map(({ entityId: _, fingerprint: __, ...report }) => report),
        );
        await updateRows<AssumptionRow>(knex, {
          table: 'tradeoff_assumptions',
          key: ASSUMPTION_KEY,
          values: ['reported'],
          rows: reports.map(({ entityId, fingerprint, ...report }) => ({
            entity_id: entityId,
            record_id: report.recordId,
            assumption_id: report.assumptionId,
            rule: report.rule,
            reported: fingerprint,
          })),
        });
      } catch (error) {
        // Not marked as reported, so the next regular look tries again.
        logger.warn(
          `What facts make of tradeoff records was not reported: ${stringifyError(
            error,
          )}`,
        );
      }
    });
  }

  /** Resolves when nothing is under way any more. */
  async settled(): Promise<void> {
    await this.#work;
  }

  #after(run: () => Promise<void>): Promise<void> {
    this.#work = this.#work.then(run);
    return this.#work;
  }

  async #store(
    acceptances: readonly CountingAcceptance[],
    assumptions: readonly OpenAssumption[],
    entityRefs: readonly string[] | undefined,
  ): Promise<void> {
    const { knex, entities, queue, now } = this.#options;
    const ids = await entities.idsOf([
      ...new Set([
        ...acceptances.map(item => item.entityRef),
        ...assumptions.map(item => item.entityRef),
        ...(entityRefs ?? []),
      ]),
    ]);
    const wanted = {
      acceptances: acceptances.flatMap((item): AcceptanceRow[] => {
        const id = ids.get(item.entityRef);
        return id === undefined
          ? []
          : [
              {
                entity_id: id,
                record_id: item.recordId,
                check_id: item.check,
                title: item.recordTitle,
                until_at: Date.parse(item.until),
              },
            ];
      }),
      assumptions: assumptions.flatMap(item => {
        const id = ids.get(item.entityRef);
        return id === undefined
          ? []
          : [
              {
                row: {
                  entity_id: id,
                  record_id: item.recordId,
                  assumption_id: item.assumptionId,
                  rule: item.rule,
                  reported: null,
                } satisfies AssumptionRow,
                isReported: item.reported,
              },
            ];
      }),
    };
    await knex.transaction(async transaction => {
      const only = entityRefs && [...ids.values()];
      const changed = new Set([
        ...(await syncAcceptances(transaction, wanted.acceptances, only)),
        ...(await syncAssumptions(transaction, wanted.assumptions, only)),
      ]);
      await queue.add(
        [...changed].map(entityId => ({
          entityId,
          changes: [{ kind: 'tradeoff' }],
        })),
        now(),
        transaction,
      );
    });
    queue.notify();
  }
}

/** @returns ids of the entities for which something changed */
async function syncAcceptances(
  knex: Knex,
  wanted: readonly AcceptanceRow[],
  only: readonly number[] | undefined,
): Promise<number[]> {
  const query = knex<AcceptanceRow>('tradeoff_acceptances');
  const known = new Map(
    (await (only ? query.where(inValues(knex, 'entity_id', only)) : query)).map(
      row => [keyOf(row, row.check_id), row],
    ),
  );
  const kept = new Set(wanted.map(row => keyOf(row, row.check_id)));
  const gone = [...known].flatMap(([key, row]) => (kept.has(key) ? [] : [row]));
  const differing = wanted.filter(row => {
    const before = known.get(keyOf(row, row.check_id));
    return (
      before?.title !== row.title ||
      Number(before.until_at) !== Number(row.until_at)
    );
  });
  await deleteRows<AcceptanceRow>(knex, {
    table: 'tradeoff_acceptances',
    columns: ACCEPTANCE_KEY,
    rows: gone,
  });
  await writeRows<AcceptanceRow>(knex, {
    table: 'tradeoff_acceptances',
    columns: [...ACCEPTANCE_KEY, 'title', 'until_at'],
    rows: differing,
    conflict: {
      key: ACCEPTANCE_KEY,
      update: { columns: ['title', 'until_at'] },
    },
  });
  return [...gone, ...differing].map(row => row.entity_id);
}

/** @returns ids of the entities whose assumptions are to be judged again */
async function syncAssumptions(
  knex: Knex,
  wanted: ReadonlyArray<{ row: AssumptionRow; isReported: boolean }>,
  only: readonly number[] | undefined,
): Promise<number[]> {
  const query = knex<AssumptionRow>('tradeoff_assumptions');
  const known = new Map(
    (await (only ? query.where(inValues(knex, 'entity_id', only)) : query)).map(
      row => [keyOf(row, row.assumption_id), row],
    ),
  );
  const kept = new Set(wanted.map(({ row }) => keyOf(row, row.assumption_id)));
  const gone = [...known].flatMap(([key, row]) => (kept.has(key) ? [] : [row]));
  const differing = wanted.filter(({ row, isReported }) => {
    const before = known.get(keyOf(row, row.assumption_id));
    return before?.rule !== row.rule || !isReported || before.reported === null;
  });
  await deleteRows<AssumptionRow>(knex, {
    table: 'tradeoff_assumptions',
    columns: ASSUMPTION_KEY,
    rows: gone,
  });
  await writeRows<AssumptionRow>(knex, {
    table: 'tradeoff_assumptions',
    columns: [...ASSUMPTION_KEY, 'rule', 'reported'],
    rows: differing.map(({ row }) => row),
    conflict: {
      key: ASSUMPTION_KEY,
      update: { columns: ['rule', 'reported'] },
    },
  });
  return differing.map(({ row }) => row.entity_id);
}

function keyOf(
  row: { entity_id: number; record_id: string },
  part: string,
): string {
  return JSON.stringify([row.entity_id, row.record_id, part]);
}
