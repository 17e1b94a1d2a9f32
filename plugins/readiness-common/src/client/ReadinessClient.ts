import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import createClient from 'openapi-fetch';
import type { Scorecard } from '../evaluation/types';
import type { Attestation } from '../live';
import type { OwnershipApi } from './OwnershipApi';
import type { EntityTarget, ReadinessApi } from './ReadinessApi';
import type { paths } from './schema';
import type {
  AlertItem,
  AttestationList,
  AttestationRequest,
  CheckList,
  ChecklistResponse,
  DeploymentList,
  DeploymentQuery,
  DraftCheck,
  DraftResult,
  EntityTransition,
  EntityTransitionQuery,
  EvaluationQuery,
  Fix,
  FleetTransition,
  Gate,
  OwnershipConfirmation,
  OwnershipConfirmationRequest,
  OwnershipFilters,
  OwnershipFindingPage,
  OwnershipGroup,
  OwnershipGroupQuery,
  OwnershipPoint,
  OwnershipQuery,
  OwnershipSummary,
  OwnershipTrendQuery,
  Rollup,
  RollupQuery,
  ScorecardFilters,
  ScorecardPage,
  ScorecardQuery,
  SourceHealth,
  TransitionQuery,
  Trend,
  TrendQuery,
  UnlinkedPage,
  UnlinkedQuery,
} from './types';

/** @public */
export interface ReadinessClientOptions {
  /**
   * Makes the calls and signs them; `fetchApiRef` in a browser. The global
   * `fetch` unless told.
   */
  fetchApi?: { fetch: typeof fetch };
  /**
   * Finds the back end. Unless told, addresses are `plugin://readiness/…`,
   * which Backstage's own `fetchApi` resolves.
   */
  discoveryApi?: { getBaseUrl(pluginId: string): Promise<string> };
}

/**
 * Calls the readiness back end.
 *
 * @public
 */
export class ReadinessClient implements ReadinessApi, OwnershipApi {
  readonly #client: ReturnType<typeof createClient<paths>>;
  readonly #discoveryApi: ReadinessClientOptions['discoveryApi'];

  constructor(options: ReadinessClientOptions = {}) {
    const { fetchApi = { fetch: (...args) => fetch(...args) }, discoveryApi } =
      options;
    this.#discoveryApi = discoveryApi;
    this.#client = createClient<paths>({
      baseUrl: 'plugin://readiness',
      fetch: async request => {
        const response = await fetchApi.fetch(request);
        if (!response.ok) {
          throw await ResponseError.fromResponse(response);
        }
        return response;
      },
    });
  }

  async getChecklist(query?: EvaluationQuery): Promise<ChecklistResponse> {
    return answered(
      await this.#client.GET('/checklist', {
        ...(await this.#target()),
        params: { query },
      }),
    );
  }

  async listScorecards(query?: ScorecardQuery): Promise<ScorecardPage> {
    return answered(
      await this.#client.GET('/scorecards', {
        ...(await this.#target()),
        params: { query },
      }),
    );
  }

  async getScorecard(
    entity: EntityTarget,
    query?: EvaluationQuery,
  ): Promise<Scorecard> {
    return answered(
      await this.#client.GET('/scorecards/{kind}/{namespace}/{name}', {
        ...(await this.#target()),
        params: { path: pathOf(entity), query },
      }),
    );
  }

  async listEntityTransitions(
    entity: EntityTarget,
    query?: EntityTransitionQuery,
  ): Promise<{ items: EntityTransition[] }> {
    return answered(
      await this.#client.GET(
        '/scorecards/{kind}/{namespace}/{name}/transitions',
        {
          ...(await this.#target()),
          params: { path: pathOf(entity), query },
        },
      ),
    );
  }

  async refreshScorecard(entity: EntityTarget): Promise<{ sources: string[] }> {
    return answered(
      await this.#client.POST('/refresh/{kind}/{namespace}/{name}', {
        ...(await this.#target()),
        params: { path: pathOf(entity) },
      }),
    );
  }

  async getRollup(query: RollupQuery): Promise<Rollup> {
    return answered(
      await this.#client.GET('/rollups', {
        ...(await this.#target()),
        params: { query },
      }),
    );
  }

  async listFixes(query?: ScorecardFilters): Promise<{ items: Fix[] }> {
    return answered(
      await this.#client.GET('/fixes', {
        ...(await this.#target()),
        params: { query },
      }),
    );
  }

  async getTrend(query?: TrendQuery): Promise<Trend> {
    return answered(
      await this.#client.GET('/trends', {
        ...(await this.#target()),
        params: { query },
      }),
    );
  }

  async listTransitions(
    query?: TransitionQuery,
  ): Promise<{ items: FleetTransition[]; total: number }> {
    return answered(
      await this.#client.GET('/transitions', {
        ...(await this.#target()),
        params: { query },
      }),
    );
  }

  async listChecks(query?: ScorecardFilters): Promise<CheckList> {
    return answered(
      await this.#client.GET('/checks', {
        ...(await this.#target()),
        params: { query },
      }),
    );
  }

  async tryDraftCheck(draft: DraftCheck): Promise<DraftResult> {
    const { check, ...rest } = draft;
    return answered(
      await this.#client.POST('/checks/draft', {
        ...(await this.#target()),
        body: { ...rest, check: { ...check } },
      }),
    );
  }

  async listSources(): Promise<{ items: SourceHealth[] }> {
    return answered(await this.#client.GET('/sources', await this.#target()));
  }

  async listUnlinkedEntities(
    source: string,
    query?: UnlinkedQuery,
  ): Promise<UnlinkedPage> {
    return answered(
      await this.#client.GET('/sources/{id}/unlinked', {
        ...(await this.#target()),
        params: { path: { id: source }, query },
      }),
    );
  }

  async runSource(
    source: string,
  ): Promise<{ source: string; started: boolean }> {
    return answered(
      await this.#client.POST('/sources/{id}/run', {
        ...(await this.#target()),
        params: { path: { id: source } },
      }),
    );
  }

  async listDeployments(
    entity: EntityTarget,
    query?: DeploymentQuery,
  ): Promise<DeploymentList> {
    return answered(
      await this.#client.GET('/deployments/{kind}/{namespace}/{name}', {
        ...(await this.#target()),
        params: { path: pathOf(entity), query },
      }),
    );
  }

  async listAlerts(entity: EntityTarget): Promise<{ items: AlertItem[] }> {
    return answered(
      await this.#client.GET('/alerts/{kind}/{namespace}/{name}', {
        ...(await this.#target()),
        params: { path: pathOf(entity) },
      }),
    );
  }

  async listAttestations(entity: EntityTarget): Promise<AttestationList> {
    return answered(
      await this.#client.GET('/attestations/{kind}/{namespace}/{name}', {
        ...(await this.#target()),
        params: { path: pathOf(entity) },
      }),
    );
  }

  async createAttestation(
    attestation: AttestationRequest,
  ): Promise<Attestation> {
    return answered(
      await this.#client.POST('/attestations', {
        ...(await this.#target()),
        body: attestation,
      }),
    );
  }

  async deleteAttestation(id: string): Promise<Attestation> {
    return answered(
      await this.#client.DELETE('/attestations/{id}', {
        ...(await this.#target()),
        params: { path: { id } },
      }),
    );
  }
  async listOwnershipFindings(
    query?: OwnershipQuery,
  ): Promise<OwnershipFindingPage> {
    return answered(
      await this.#client.GET('/ownership', {
        ...(await this.#target()),
        params: { query },
      }),
    );
  }

  async groupOwnershipFindings(
    query: OwnershipGroupQuery,
  ): Promise<{ items: OwnershipGroup[] }> {
    return answered(
      await this.#client.GET('/ownership/groups', {
        ...(await this.#target()),
        params: { query },
      }),
    );
  }

  async getOwnershipSummary(
    query?: OwnershipFilters,
  ): Promise<OwnershipSummary> {
    return answered(
      await this.#client.GET('/ownership/summary', {
        ...(await this.#target()),
        params: { query },
      }),
    );
  }

  async getOwnershipTrend(
    query?: OwnershipTrendQuery,
  ): Promise<{ items: OwnershipPoint[] }> {
    return answered(
      await this.#client.GET('/ownership/trend', {
        ...(await this.#target()),
        params: { query },
      }),
    );
  }

  async exportOwnershipFindings(query?: OwnershipFilters): Promise<Blob> {
    return answered(
      await this.#client.GET('/ownership/export.csv', {
        ...(await this.#target()),
        params: { query },
        parseAs: 'blob',
      }),
    );
  }

  async confirmOwnership(
    confirmation: OwnershipConfirmationRequest,
  ): Promise<{ items: OwnershipConfirmation[] }> {
    return answered(
      await this.#client.POST('/ownership/confirmations', {
        ...(await this.#target()),
        body: confirmation,
      }),
    );
  }

  async exportScorecards(query?: ScorecardFilters): Promise<Blob> {
    return answered(
      await this.#client.GET('/export.csv', {
        ...(await this.#target()),
        params: { query },
        parseAs: 'blob',
      }),
    );
  }

  async getGate(
    entity: EntityTarget,
    query?: EvaluationQuery & { level?: string },
  ): Promise<Gate> {
    return answered(
      await this.#client.GET('/gate/{kind}/{namespace}/{name}', {
        ...(await this.#target()),
        params: { path: pathOf(entity), query },
      }),
    );
  }

  async #target(): Promise<{ baseUrl?: string }> {
    return this.#discoveryApi
      ? { baseUrl: await this.#discoveryApi.getBaseUrl('readiness') }
      : {};
  }
}

function pathOf(entity: EntityTarget) {
  const { kind, namespace, name } =
    typeof entity === 'string' ? parseEntityRef(entity) : entity;
  return { kind, namespace, name };
}

/** Errors are thrown where the response arrives, so an answer has data. */
function answered<TData>(result: { data?: TData; response: Response }): TData {
  if (result.data === undefined) {
    throw new Error(`${result.response.url} answered without a body`);
  }
  return result.data;
}
