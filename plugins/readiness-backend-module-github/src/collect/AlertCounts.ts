import {
  type CollectContext,
  type UpstreamCall,
  UpstreamError,
} from '@airworthy/plugin-readiness-node';
import type { GithubApi } from '../api/GithubApi';
import type { AlertKind } from '../config';

/** How many alerts are open, or why nobody can tell. */
export type AlertCount = { value: number } | { missing: string };

/** The open alerts of an organization, counted for each repository. */
export class AlertCounts {
  readonly #counts: ReadonlyMap<AlertKind, Map<string, number> | string>;

  /**
   * Reads the lists of these kinds. A list that is refused is a gap in the facts
   * that need it; anything else ends the run.
   *
   * @throws UpstreamError
   */
  static async read(options: {
    api: GithubApi;
    kinds: readonly AlertKind[];
    context: CollectContext;
    call: UpstreamCall;
  }): Promise<AlertCounts> {
    const { api, kinds, context, call } = options;
    const counts = new Map<AlertKind, Map<string, number> | string>();
    await Promise.all(
      kinds.map(async kind => {
        try {
          const slugs = await api.openAlerts(kind, context, call);
          counts.set(kind, countBySlug(slugs));
        } catch (error) {
          const words = refusalOf(error);
          context.reportError({ message: words });
          counts.set(kind, words);
        }
      }),
    );
    return new AlertCounts(counts);
  }

  private constructor(
    counts: ReadonlyMap<AlertKind, Map<string, number> | string>,
  ) {
    this.#counts = counts;
  }

  /**
   * Undefined where alerts of this kind are not asked for.
   *
   * @param slug - in lower case
   */
  of(kind: AlertKind, slug: string): AlertCount | undefined {
    const counts = this.#counts.get(kind);
    if (counts === undefined) {
      return undefined;
    }
    return typeof counts === 'string'
      ? { missing: counts }
      : { value: counts.get(slug) ?? 0 };
  }
}

/** The words of an error that concerns one list alone. */
function refusalOf(error: unknown): string {
  const concernsList =
    error instanceof UpstreamError &&
    error.status !== 401 &&
    ['denied', 'not-found', 'refused'].includes(error.reason);
  if (!concernsList) {
    throw error;
  }
  return error.message;
}

function countBySlug(slugs: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const slug of slugs.map(written => written.toLowerCase())) {
    counts.set(slug, (counts.get(slug) ?? 0) + 1);
  }
  return counts;
}
