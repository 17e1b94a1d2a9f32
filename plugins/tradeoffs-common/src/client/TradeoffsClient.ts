import {
  parseEntityRef,
  type CompoundEntityRef,
} from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import createClient from 'openapi-fetch';
import type { RecordStatus } from '../model/types';
import type { paths } from './schema';
import type { TradeoffsApi } from './TradeoffsApi';
import type {
  AxisList,
  CurrentText,
  DiffQuery,
  EntityTradeoffs,
  FleetPage,
  FleetQuery,
  RecordDetail,
  RecordDiff,
  RecordPage,
  RecordQuery,
  RecordRevision,
  RecordSave,
  RecordValidation,
  RevisionEntry,
} from './types';

/** @public */
export interface TradeoffsClientOptions {
  /**
   * Makes the calls and signs them; `fetchApiRef` in a browser. The global
   * `fetch` unless told.
   */
  fetchApi?: { fetch: typeof fetch };
  /**
   * Finds the back end. Unless told, addresses are `plugin://tradeoffs/…`,
   * which Backstage's own `fetchApi` resolves.
   */
  discoveryApi?: { getBaseUrl(pluginId: string): Promise<string> };
}

/**
 * Calls the tradeoffs back end.
 *
 * @public
 */
export class TradeoffsClient implements TradeoffsApi {
  readonly #client: ReturnType<typeof createClient<paths>>;
  readonly #discoveryApi: TradeoffsClientOptions['discoveryApi'];

  constructor(options: TradeoffsClientOptions = {}) {
    const { fetchApi = { fetch: (...args) => fetch(...args) }, discoveryApi } =
      options;
    this.#discoveryApi = discoveryApi;
    this.#client = createClient<paths>({
      baseUrl: 'plugin://tradeoffs',
      fetch: async request => {
        const response = await fetchApi.fetch(request);
        // A conflict carries the text that is stored now: an outcome.
        if (!response.ok && response.status !== 409) {
          throw await ResponseError.fromResponse(response);
        }
        return response;
      },
    });
  }

  async listAxes(): Promise<AxisList> {
    return answered(await this.#client.GET('/axes', await this.#target()));
  }

  async listRecords(query?: RecordQuery): Promise<RecordPage> {
    return answered(
      await this.#client.GET('/records', {
        ...(await this.#target()),
        params: { query },
      }),
    );
  }

  async getRecord(id: string): Promise<RecordDetail> {
    return answered(
      await this.#client.GET('/records/{id}', {
        ...(await this.#target()),
        params: { path: { id } },
      }),
    );
  }

  async listRevisions(id: string): Promise<{ items: RevisionEntry[] }> {
    return answered(
      await this.#client.GET('/records/{id}/revisions', {
        ...(await this.#target()),
        params: { path: { id } },
      }),
    );
  }

  async getRevision(id: string, revision: number): Promise<RecordRevision> {
    return answered(
      await this.#client.GET('/records/{id}/revisions/{revision}', {
        ...(await this.#target()),
        params: { path: { id, revision } },
      }),
    );
  }

  async diffRecord(id: string, query?: DiffQuery): Promise<RecordDiff> {
    return answered(
      await this.#client.GET('/records/{id}/diff', {
        ...(await this.#target()),
        params: { path: { id }, query },
      }),
    );
  }

  async exportRecord(id: string): Promise<Blob> {
    return answered(
      await this.#client.GET('/records/{id}/export', {
        ...(await this.#target()),
        params: { path: { id } },
        parseAs: 'blob',
      }),
    );
  }

  async getEntityTradeoffs(
    entity: string | CompoundEntityRef,
  ): Promise<EntityTradeoffs> {
    const { kind, namespace, name } =
      typeof entity === 'string' ? parseEntityRef(entity) : entity;
    return answered(
      await this.#client.GET('/entities/{kind}/{namespace}/{name}', {
        ...(await this.#target()),
        params: { path: { kind, namespace, name } },
      }),
    );
  }

  async getFleet(query?: FleetQuery): Promise<FleetPage> {
    return answered(
      await this.#client.GET('/fleet', {
        ...(await this.#target()),
        params: { query },
      }),
    );
  }

  async validateRecord(input: {
    content: string;
    entityRef?: string;
  }): Promise<RecordValidation> {
    return answered(
      await this.#client.POST('/validate', {
        ...(await this.#target()),
        body: input,
      }),
    );
  }

  async createRecord(input: {
    entityRef: string;
    content: string;
  }): Promise<RecordDetail> {
    return answered(
      await this.#client.POST('/records', {
        ...(await this.#target()),
        body: input,
      }),
    );
  }

  async updateRecord(
    id: string,
    input: { content: string; revision: number },
  ): Promise<RecordSave> {
    return saved(
      await this.#client.PUT('/records/{id}', {
        ...(await this.#target()),
        params: { path: { id } },
        body: input,
      }),
    );
  }

  async setRecordStatus(
    id: string,
    input: { status: RecordStatus; revision: number; supersededBy?: string },
  ): Promise<RecordSave> {
    return saved(
      await this.#client.POST('/records/{id}/status', {
        ...(await this.#target()),
        params: { path: { id } },
        body: input,
      }),
    );
  }

  async reviewRecord(
    id: string,
    input: { revision: number },
  ): Promise<RecordSave> {
    return saved(
      await this.#client.POST('/records/{id}/review', {
        ...(await this.#target()),
        params: { path: { id } },
        body: input,
      }),
    );
  }

  async confirmAcceptances(
    id: string,
    input: { revision: number },
  ): Promise<RecordSave> {
    return saved(
      await this.#client.POST('/records/{id}/acceptances/confirm', {
        ...(await this.#target()),
        params: { path: { id } },
        body: input,
      }),
    );
  }

  async proposeRecord(
    id: string,
    input: { revision: number },
  ): Promise<RecordSave<{ url: string }>> {
    return saved(
      await this.#client.POST('/records/{id}/propose', {
        ...(await this.#target()),
        params: { path: { id } },
        body: input,
      }),
    );
  }

  async #target(): Promise<{ baseUrl?: string }> {
    return this.#discoveryApi
      ? { baseUrl: await this.#discoveryApi.getBaseUrl('tradeoffs') }
      : {};
  }
}

/** Errors are thrown where the response arrives, so an answer has data. */
function answered<TData>(result: { data?: TData; response: Response }): TData {
  if (result.data === undefined) {
    throw new Error(
      `${result.response.url} answered ${result.response.status} without a result`,
    );
  }
  return result.data;
}

function saved<TData>(result: {
  data?: TData;
  error?: { current?: CurrentText; error: { message: string } };
  response: Response;
}): RecordSave<TData> {
  const { error } = result;
  if (error) {
    if (!error.current) {
      throw new Error(error.error.message);
    }
    return { outcome: 'conflict', current: error.current };
  }
  return { outcome: 'saved', result: answered(result) };
}
