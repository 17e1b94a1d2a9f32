import {
  type CollectContext,
  type EntityEvidence,
  type EvidenceSource,
  frameOf,
  LinkKeeper,
  type SourceEntity,
  type UpstreamCall,
} from '@airworthy/plugin-readiness-node';
import type { SourceDescriptor } from '@airworthy/plugin-readiness-common';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { RequestToUseConfig, ServerConfig } from '../config';
import {
  readRatios,
  requestToUseFacts,
  WorkloadRatioIndex,
} from '../facts/requestToUseFacts';
import { refuseLink, selectEntity } from '../join';
import { PrometheusApi } from '../prometheus/PrometheusApi';

/** Servers end a query after two minutes unless told otherwise. */
const QUERY_TIMEOUT = 150_000;

/** @see WorkloadUseSource.create */
export interface WorkloadUseSourceOptions {
  server: ServerConfig;
  requestToUse: RequestToUseConfig;
  logger?: LoggerService;
}

/**
 * What workloads request beside what they use over a fortnight. A source of its
 * own, since these are two heavy questions that need asking but rarely, and
 * whose failure must not take the rest of what Prometheus observes with it.
 */
export class WorkloadUseSource implements EvidenceSource {
  readonly descriptor: SourceDescriptor;
  readonly schedule: RequestToUseConfig['schedule'];
  readonly #server: ServerConfig;
  readonly #config: RequestToUseConfig;
  readonly #api: PrometheusApi;
  readonly #links = new LinkKeeper();

  static create(options: WorkloadUseSourceOptions): WorkloadUseSource {
    return new WorkloadUseSource(options);
  }

  private constructor({
    server,
    requestToUse,
    logger,
  }: WorkloadUseSourceOptions) {
    const { name, prometheus, timeout } = server;
    this.#server = server;
    this.#config = requestToUse;
    this.#api = new PrometheusApi({
      name: `Prometheus ${name}`,
      baseUrl: prometheus.url,
      credentials: () => prometheus.credentials,
      secrets: prometheus.secrets,
      timeout: Math.max(timeout, QUERY_TIMEOUT),
      retry: { retries: 1 },
      logger,
    });
    this.schedule = requestToUse.schedule;
    this.descriptor = {
      id: `prometheus:${name}:use`,
      kind: 'prometheus',
      title: `Prometheus ${name}, requests and use`,
      strength: 'observed',
      supplies: ['workloads.requestToUse'],
    };
  }

  async collect(context: CollectContext): Promise<void> {
    await this.#links.run(context, this.#config.freshness, async emit => {
      const index = await this.#observe(context);
      for await (const entities of context.entities()) {
        context.signal.throwIfAborted();
        await emit(
          entities.map(entity => this.#evidenceOf(entity, index, context.now)),
        );
      }
    });
  }

  /** One after the other: the server has others to serve. */
  async #observe(context: CollectContext): Promise<WorkloadRatioIndex> {
    const call: UpstreamCall = {
      signal: context.signal,
      countCall: () => context.countCall(),
    };
    const requests = await this.#api.query(this.#config.requestsQuery, call);
    const use = await this.#api.query(this.#config.useQuery, call);
    return new WorkloadRatioIndex(readRatios(requests, use));
  }

  #evidenceOf(
    entity: SourceEntity,
    index: WorkloadRatioIndex,
    now: number,
  ): EntityEvidence {
    const { environment, joinLabel, name, prometheus } = this.#server;
    const refusal = refuseLink(selectEntity(entity, joinLabel), name);
    const ratios = refusal ? [] : index.find(entity);
    if (ratios.length === 0) {
      return {
        entityRef: entity.ref,
        link: refusal ?? {
          status: 'not-linked',
          message: `No workload called ${entity.name}, or ${entity.name}- and more, is measured: the annotation backstage.io/kubernetes-id names it.`,
        },
        facts: [],
      };
    }
    return {
      entityRef: entity.ref,
      link: { status: 'ok' },
      facts: requestToUseFacts(ratios, {
        frame: frameOf({
          source: this.descriptor.id,
          environment,
          observed: now,
          freshness: this.#config.freshness,
        }),
        publicUrl: prometheus.publicUrl,
        query: this.#config.requestsQuery,
      }),
    };
  }
}
