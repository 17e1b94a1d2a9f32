import type {
  CollectContext,
  UpstreamCall,
} from '@airworthy/plugin-readiness-node';
import type { PagerDutyApi } from '../api/PagerDutyApi';
import type { IncidentAnswer } from '../api/schemas';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

/** PagerDuty answers for at most half a year at a time. */
const WINDOW = 150 * DAY;

/** What the last run knew. */
type Known = {
  /** It saw what began before; ISO 8601. */
  until: string;
  /** When the incidents that were open began, by id. */
  open: { [id: string]: string };
};

const KNOWN = 'incidents';

/**
 * Reads the incidents that are new, those that are open, and what became of
 * those that were: a question for the new ones, one for the open ones, and one
 * for each that was closed, however long it lasted.
 */
export class IncidentReader {
  readonly #api: PagerDutyApi;
  readonly #history: number;

  /** @param options.history - milliseconds that the first run goes back */
  constructor(options: { api: PagerDutyApi; history: number }) {
    this.#api = options.api;
    this.#history = options.history;
  }

  /**
   * What has to be told, and a function that remembers that it was.
   *
   * @throws UpstreamError
   */
  async read(
    context: CollectContext,
    call: UpstreamCall,
  ): Promise<{ incidents: IncidentAnswer[]; remember(): Promise<void> }> {
    const { checkpoint, now } = context;
    const known = await checkpoint.get<Known>(KNOWN);
    // An hour again, since lists of the vendor lag behind.
    const since = known ? Date.parse(known.until) - HOUR : now - this.#history;
    const found = new Map<string, IncidentAnswer>();
    for (let from = since; from < now; from += WINDOW) {
      context.signal.throwIfAborted();
      keep(
        found,
        await this.#api.incidents(
          iso(from),
          iso(Math.min(from + WINDOW, now)),
          call,
        ),
      );
    }
    const open = await this.#api.openIncidents(call);
    keep(found, open);
    for (const [id, startedAt] of Object.entries(known?.open ?? {})) {
      if (!found.has(id)) {
        context.signal.throwIfAborted();
        const until = iso(Date.parse(startedAt) + 1000);
        keep(found, await this.#api.incidents(startedAt, until, call));
      }
    }
    return {
      incidents: [...found.values()],
      remember: () =>
        checkpoint.set(KNOWN, {
          until: iso(now),
          open: Object.fromEntries(
            open.map(({ id, created_at: startedAt }) => [id, startedAt]),
          ),
        }),
    };
  }
}

function keep(
  found: Map<string, IncidentAnswer>,
  incidents: readonly IncidentAnswer[],
): void {
  for (const incident of incidents) {
    found.set(incident.id, incident);
  }
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
