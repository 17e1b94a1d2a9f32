import { isError } from '@backstage/errors';
import { UpstreamError } from '../http';
import type { CollectContext, EntityEvidence } from '../sources';

/** When the last whole run observed, and until when that counts; ISO 8601. */
interface LastRun {
  observedAt: string;
  expiresAt: string;
}

const LAST_RUN = 'lastRun';

/**
 * Runs a collection and sees to the links of entities when it fails.
 *
 * An outage says nothing about any entity: what was known stays and ages, and
 * the health row of the source tells. Two things are worth saying on entities:
 * that a source which never answered did not, since nothing else explains what
 * is missing, and that our credentials are refused, since waiting will not help.
 * In either case facts keep the age they had.
 *
 * @public
 */
export class LinkKeeper {
  /** Those that were linked when a run of this process last spoke of them. */
  readonly #linked = new Set<string>();

  /**
   * @param collect - says what it learns through `emit`, all for one moment
   * @throws what `collect` throws
   */
  async run(
    context: CollectContext,
    freshness: number,
    collect: (
      emit: (evidence: EntityEvidence[]) => Promise<void>,
    ) => Promise<void>,
  ): Promise<void> {
    const told = new Set<string>();
    try {
      await collect(async evidence => {
        for (const { entityRef, link } of evidence) {
          told.add(entityRef);
          if (link.status === 'ok') {
            this.#linked.add(entityRef);
          } else {
            this.#linked.delete(entityRef);
          }
        }
        await context.emit(evidence);
      });
    } catch (error) {
      await this.#sayOutage(context, error, told);
      // Its first run answered, though not to the end: what it said stands.
      const answered = [...told].some(ref => this.#linked.has(ref));
      if (
        answered &&
        !context.only &&
        !(await context.checkpoint.get(LAST_RUN))
      ) {
        await this.#remember(context, freshness);
      }
      throw error;
    }
    if (!context.only) {
      await this.#remember(context, freshness);
    }
  }

  async #remember(context: CollectContext, freshness: number): Promise<void> {
    await context.checkpoint.set(LAST_RUN, {
      observedAt: new Date(context.now).toISOString(),
      expiresAt: new Date(context.now + freshness).toISOString(),
    });
  }

  /** @param told - entities that this run spoke of: their word stands */
  async #sayOutage(
    context: CollectContext,
    error: unknown,
    told: ReadonlySet<string>,
  ): Promise<void> {
    if (context.signal.aborted || context.only) {
      return;
    }
    const denied = error instanceof UpstreamError && error.reason === 'denied';
    const last = await context.checkpoint.get<{
      [key in keyof LastRun]: string;
    }>(LAST_RUN);
    if (last && !denied) {
      return;
    }
    const link: EntityEvidence['link'] = {
      status: denied ? 'denied' : 'error',
      message: isError(error) ? error.message : 'The run failed.',
    };
    for await (const entities of context.entities()) {
      await context.emit(
        entities
          .filter(({ ref }) => !told.has(ref))
          .filter(({ ref }) => !last || this.#linked.has(ref))
          .map(({ ref }) => ({
            entityRef: ref,
            link,
            facts: [],
            ...(last ? { unchanged: last } : {}),
          })),
      );
    }
  }
}
