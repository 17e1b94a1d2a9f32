import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import type {
  AssumptionReport,
  CountingAcceptance,
  EntityDesign,
  OpenAssumption,
  TradeoffsService,
} from '@airworthy/plugin-tradeoffs-node';
import type { TradeoffsSchemas } from '@airworthy/plugin-tradeoffs-common';

/** Entity references in one question: an address has its limits. */
const REFS_PER_REQUEST = 50;
const REPORTS_PER_REQUEST = 500;
/** References in the body of one question. */
const DESIGNS_PER_REQUEST = 500;
const PAGE_SIZE = 1000;

interface Page<TItem> {
  items: TItem[];
  nextCursor?: string;
}

/** Asks the tradeoffs back end, wherever it runs, as the plugin that asks. */
export class HttpTradeoffs implements TradeoffsService {
  readonly installed = true;
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;

  constructor(options: { auth: AuthService; discovery: DiscoveryService }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
  }

  async getAcceptances(
    options: { entityRefs?: readonly string[] } = {},
  ): Promise<CountingAcceptance[]> {
    return this.#readAll<TradeoffsSchemas['schemas']['CountingAcceptance']>(
      'acceptances',
      options.entityRefs,
    );
  }

  async getAssumptions(
    options: { entityRefs?: readonly string[] } = {},
  ): Promise<OpenAssumption[]> {
    return this.#readAll<TradeoffsSchemas['schemas']['OpenAssumption']>(
      'assumptions',
      options.entityRefs,
    );
  }

  async getDesigns(entityRefs: readonly string[]): Promise<EntityDesign[]> {
    const designs: EntityDesign[] = [];
    for (
      let start = 0;
      start < entityRefs.length;
      start += DESIGNS_PER_REQUEST
    ) {
      const response = await this.#post('designs', {
        entityRefs: entityRefs.slice(start, start + DESIGNS_PER_REQUEST),
      });
      // The other side holds its answer against the same document.
      const { items } = (await response.json()) as Page<
        TradeoffsSchemas['schemas']['EntityDesign']
      >;
      designs.push(...items);
    }
    return designs;
  }

  async reportAssumptionStates(
    reports: readonly AssumptionReport[],
  ): Promise<void> {
    for (let start = 0; start < reports.length; start += REPORTS_PER_REQUEST) {
      await this.#post('assumptions', {
        items: reports.slice(start, start + REPORTS_PER_REQUEST),
      });
    }
  }

  async #readAll<TItem>(
    path: string,
    entityRefs: readonly string[] | undefined,
  ): Promise<TItem[]> {
    if (entityRefs === undefined) {
      return this.#readPages<TItem>(path, []);
    }
    const items: TItem[] = [];
    for (let start = 0; start < entityRefs.length; start += REFS_PER_REQUEST) {
      items.push(
        ...(await this.#readPages<TItem>(
          path,
          entityRefs.slice(start, start + REFS_PER_REQUEST),
        )),
      );
    }
    return items;
  }

  async #readPages<TItem>(
    path: string,
    entityRefs: readonly string[],
  ): Promise<TItem[]> {
    const items: TItem[] = [];
    let after: string | undefined;
    do {
      const query = new URLSearchParams({ limit: String(PAGE_SIZE) });
      entityRefs.forEach(ref => query.append('entity', ref));
      if (after !== undefined) {
        query.set('after', after);
      }
      const response = await this.#fetch(`${path}?${query}`);
      // The other side holds its answer against the same document.
      const page = (await response.json()) as Page<TItem>;
      items.push(...page.items);
      after = page.nextCursor;
    } while (after !== undefined);
    return items;
  }

  async #post(path: string, body: object): Promise<Response> {
    return this.#fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  /** @throws ResponseError where the other side refuses */
  async #fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: await this.#auth.getOwnServiceCredentials(),
      targetPluginId: 'tradeoffs',
    });
    const base = await this.#discovery.getBaseUrl('tradeoffs');
    const response = await fetch(`${base}/service/${path}`, {
      ...init,
      headers: { ...init.headers, authorization: `Bearer ${token}` },
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}
