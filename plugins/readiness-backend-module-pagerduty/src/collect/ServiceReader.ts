import type {
  CollectContext,
  UpstreamCall,
} from '@airworthy/plugin-readiness-node';
import type { NextPage, PagerDutyApi } from '../api/PagerDutyApi';
import { type PagerService, readService } from './PagerService';

/** How far an interrupted run came. */
type Progress = {
  /** When it began, milliseconds since the epoch. */
  startedAt: number;
  /** Pages that it read. */
  pages: number;
};

type StoredPage = { services: PagerService[]; next: NextPage | null };

const PROGRESS = 'services';

/**
 * Reads all services page by page, and keeps each page, so that a run that was
 * interrupted goes on where it stopped.
 */
export class ServiceReader {
  readonly #api: PagerDutyApi;
  readonly #resumeWithin: number;

  /** @param options.resumeWithin - milliseconds; what is older begins anew */
  constructor(options: { api: PagerDutyApi; resumeWithin: number }) {
    this.#api = options.api;
    this.#resumeWithin = options.resumeWithin;
  }

  /** @throws UpstreamError */
  async read(
    context: CollectContext,
    call: UpstreamCall,
  ): Promise<PagerService[]> {
    const { checkpoint, now } = context;
    const stored = await checkpoint.get<Progress | false>(PROGRESS);
    const resumed =
      stored && now - stored.startedAt < this.#resumeWithin
        ? stored
        : undefined;
    const startedAt = resumed?.startedAt ?? now;
    const found = new Map<string, PagerService>();
    let next: NextPage = 0;
    for (let page = 0; typeof next === 'number'; page++) {
      context.signal.throwIfAborted();
      const kept: StoredPage | undefined =
        resumed && page < resumed.pages
          ? await checkpoint.get<StoredPage>(pageKey(page))
          : undefined;
      const read: StoredPage = kept ?? (await this.#readPage(next, call));
      for (const service of read.services) {
        found.set(service.id, service);
      }
      if (!kept) {
        await checkpoint.set(pageKey(page), read);
        await checkpoint.set(PROGRESS, { startedAt, pages: page + 1 });
      }
      next = read.next ?? undefined;
    }
    if (next === 'limit') {
      await this.#readByTeam(found, context, call);
    }
    return [...found.values()];
  }

  /** To be called when the whole run came to its end. */
  async finish({ checkpoint }: CollectContext): Promise<void> {
    await checkpoint.set(PROGRESS, false);
  }

  /** The services of the last run, for one that asks about a single entity. */
  async readKept({
    checkpoint,
  }: Pick<CollectContext, 'checkpoint'>): Promise<PagerService[]> {
    const found = new Map<string, PagerService>();
    let next: NextPage | null = 0;
    for (let page = 0; typeof next === 'number'; page++) {
      const kept: StoredPage | undefined = await checkpoint.get<StoredPage>(
        pageKey(page),
      );
      for (const service of kept?.services ?? []) {
        found.set(service.id, service);
      }
      next = kept?.next ?? null;
    }
    return [...found.values()];
  }

  async #readPage(offset: number, call: UpstreamCall): Promise<StoredPage> {
    const { services, next } = await this.#api.services({ offset }, call);
    return { services: services.map(readService), next: next ?? null };
  }

  /** Beyond what may be paged through, services are asked for by their teams. */
  async #readByTeam(
    found: Map<string, PagerService>,
    context: CollectContext,
    call: UpstreamCall,
  ): Promise<void> {
    for (const teams of await this.#api.teamGroups(call)) {
      let next: NextPage = 0;
      while (typeof next === 'number') {
        context.signal.throwIfAborted();
        const offset: number = next;
        const page = await this.#api.services({ offset, teams }, call);
        for (const service of page.services) {
          found.set(service.id, readService(service));
        }
        next = page.next;
      }
      if (next === 'limit') {
        context.reportError({
          message: `More than 10,000 services belong to the teams ${teams.join(
            ', ',
          )}: PagerDuty does not tell of all of them.`,
        });
      }
    }
  }
}

function pageKey(page: number): string {
  return `services:${page}`;
}
