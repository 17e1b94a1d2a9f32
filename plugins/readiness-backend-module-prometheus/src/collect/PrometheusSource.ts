import {
  type CollectContext,
  type EntityEvidence,
  type EvidenceSource,
  frameOf,
  LinkKeeper,
  type SourceEntity,
  type UpstreamCall,
  type UpstreamClientOptions,
  UpstreamError,
} from '@airworthy/plugin-readiness-node';
import type { SourceDescriptor } from '@airworthy/plugin-readiness-common';
import type { ServerConfig } from '../config';
import { alertFacts } from '../facts/alertFacts';
import { scrapeFacts } from '../facts/scrapeFacts';
import {
  labelsOfSlo,
  type ObservedSlo,
  readSlos,
  SLO_QUERY,
  sloFacts,
} from '../facts/sloFacts';
import {
  LabelIndex,
  LINKING_ANNOTATIONS,
  missingLink,
  refuseLink,
  type RuleIndex,
  RuleReader,
  selectEntity,
} from '../join';
import { PrometheusApi } from '../prometheus/PrometheusApi';
import type { Target } from '../prometheus/types';

interface Observation {
  rules: RuleIndex;
  targets: LabelIndex<Target>;
  /** A reason where the server cannot say. */
  slos: LabelIndex<ObservedSlo> | string;
}

/**
 * What one Prometheus observes of all entities: a handful of calls in all,
 * joined in memory.
 */
export class PrometheusSource implements EvidenceSource {
  readonly descriptor: SourceDescriptor;
  readonly schedule: ServerConfig['schedule'];
  readonly linkedBy = LINKING_ANNOTATIONS;
  readonly #config: ServerConfig;
  readonly #api: PrometheusApi;
  readonly #links = new LinkKeeper();
  readonly #rules = new RuleReader();

  static create(
    config: ServerConfig,
    options: Pick<UpstreamClientOptions, 'logger' | 'retry'> = {},
  ): PrometheusSource {
    return new PrometheusSource(
      config,
      new PrometheusApi({
        name: `Prometheus ${config.name}`,
        baseUrl: config.prometheus.url,
        credentials: () => config.prometheus.credentials,
        secrets: config.prometheus.secrets,
        timeout: config.timeout,
        ...options,
      }),
    );
  }

  private constructor(config: ServerConfig, api: PrometheusApi) {
    this.#config = config;
    this.#api = api;
    this.schedule = config.schedule;
    this.descriptor = {
      id: `prometheus:${config.name}`,
      kind: 'prometheus',
      title: `Prometheus ${config.name}`,
      strength: 'observed',
      supplies: ['alerts', 'slos', 'metrics.scraped'],
    };
  }

  async collect(context: CollectContext): Promise<void> {
    await this.#links.run(context, this.#config.freshness, async emit => {
      const observation = await this.#observe(context);
      for await (const entities of context.entities()) {
        context.signal.throwIfAborted();
        await emit(
          entities.map(entity =>
            this.#evidenceOf(entity, observation, context.now),
          ),
        );
      }
    });
  }

  async #observe(context: CollectContext): Promise<Observation> {
    const call: UpstreamCall = {
      signal: context.signal,
      countCall: () => context.countCall(),
    };
    const { joinLabel } = this.#config;
    const [rules, targets, slos] = await Promise.all([
      this.#api.alertingRules(call),
      this.#api.activeTargets(call),
      this.#askSlos(context, call),
    ]);
    return {
      rules: await this.#rules.index(rules, context.signal),
      targets: new LabelIndex(targets, ({ labels }) => Object.entries(labels)),
      slos:
        typeof slos === 'string'
          ? slos
          : new LabelIndex(slos, slo => labelsOfSlo(slo, joinLabel)),
    };
  }

  async #askSlos(
    context: CollectContext,
    call: UpstreamCall,
  ): Promise<ObservedSlo[] | string> {
    try {
      return readSlos(await this.#api.query(SLO_QUERY, call));
    } catch (error) {
      return reportRefusal(context, error);
    }
  }

  #evidenceOf(
    entity: SourceEntity,
    observation: Observation,
    now: number,
  ): EntityEvidence {
    const { environment, freshness, joinLabel, name, prometheus } =
      this.#config;
    const { publicUrl } = prometheus;
    const selector = selectEntity(entity, joinLabel);
    const refusal = refuseLink(selector, name);
    if (refusal) {
      return { entityRef: entity.ref, link: refusal, facts: [] };
    }
    const rules = observation.rules.find(selector);
    const targets = observation.targets.find(selector.labels);
    const slos =
      typeof observation.slos === 'string'
        ? []
        : observation.slos.find(selector.labels);
    if (rules.length + targets.length + slos.length === 0) {
      return {
        entityRef: entity.ref,
        link: missingLink(selector, 'alerting rule, target or objective'),
        facts: [],
      };
    }
    const frame = frameOf({
      source: this.descriptor.id,
      environment,
      observed: now,
      freshness,
    });
    const facts = [
      ...alertFacts(rules, { frame, now, publicUrl }),
      ...scrapeFacts(targets, { frame, selector, publicUrl }),
      ...sloFacts(slos, { frame, publicUrl }),
    ];
    if (typeof observation.slos === 'string') {
      facts.push({
        ...frame,
        name: 'slos',
        member: '',
        missing: observation.slos,
      });
    }
    return { entityRef: entity.ref, link: { status: 'ok' }, facts };
  }
}

/**
 * A query that the server refuses is a lack of this one fact; anything else is
 * a failure of the run.
 */
function reportRefusal(context: CollectContext, error: unknown): string {
  const refused =
    error instanceof UpstreamError &&
    ['refused', 'not-found'].includes(error.reason);
  if (!refused) {
    throw error;
  }
  context.reportError({ message: error.message });
  return error.message;
}
