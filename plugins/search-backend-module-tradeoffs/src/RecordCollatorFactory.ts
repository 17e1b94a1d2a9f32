import { Readable } from 'node:stream';
import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import type {
  DocumentCollatorFactory,
  IndexableDocument,
} from '@backstage/plugin-search-common';
import {
  parseRecord,
  splitFrontMatter,
  type TradeoffsOperations,
  type TradeoffsSchemas,
} from '@airworthy/plugin-tradeoffs-common';

/** A tradeoff record as the search knows it. */
export interface RecordDocument extends IndexableDocument {
  /** The id that the record gives itself. */
  name: string;
  status: string;
  entityRef: string;
  owner: string;
  /** Ids of the axes on which it takes a position. */
  axes: string[];
}

type DocumentPage =
  TradeoffsOperations['listDocuments']['responses'][200]['content']['application/json'];

const PAGE_SIZE = 500;

/**
 * Reads all tradeoff records for the search. Each is found by those who see its
 * first entity in the catalog, and by nobody else.
 */
export class RecordCollatorFactory implements DocumentCollatorFactory {
  readonly type = 'tradeoffs';
  readonly visibilityPermission = catalogEntityReadPermission;
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;

  constructor(options: { auth: AuthService; discovery: DiscoveryService }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
  }

  async getCollator(): Promise<Readable> {
    return Readable.from(this.#documents());
  }

  async *#documents(): AsyncGenerator<RecordDocument> {
    let after: string | undefined;
    do {
      const page = await this.#page(after);
      for (const item of page.items) {
        // Without an entity there is nobody who may see it.
        if (item.entityRef !== undefined) {
          yield toDocument(item, item.entityRef);
        }
      }
      after = page.nextCursor;
    } while (after !== undefined);
  }

  async #page(after: string | undefined): Promise<DocumentPage> {
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: await this.#auth.getOwnServiceCredentials(),
      targetPluginId: 'tradeoffs',
    });
    const query = new URLSearchParams({
      limit: String(PAGE_SIZE),
      ...(after !== undefined && { after }),
    });
    const base = await this.#discovery.getBaseUrl('tradeoffs');
    const response = await fetch(`${base}/service/documents?${query}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    // The other side holds its answer against the same document.
    return (await response.json()) as DocumentPage;
  }
}

function toDocument(
  item: TradeoffsSchemas['schemas']['RecordDocument'],
  entityRef: string,
): RecordDocument {
  const { record } = parseRecord({ file: `${item.name}.md`, text: item.text });
  const rationales = (record?.tradeoffs ?? []).flatMap(
    ({ rationale }) => rationale ?? [],
  );
  const body = record?.body ?? splitFrontMatter(item.text).body.text;
  return {
    title: item.title,
    location: `/tradeoffs/records/${encodeURIComponent(item.id)}`,
    text: [item.name, ...rationales, body].join('\n'),
    name: item.name,
    status: item.status,
    entityRef,
    owner: item.owner ?? '',
    axes: (record?.tradeoffs ?? []).map(({ axis }) => axis),
    authorization: { resourceRef: entityRef },
  };
}
