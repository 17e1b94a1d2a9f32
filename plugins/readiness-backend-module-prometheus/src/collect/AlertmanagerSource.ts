import {
  type CollectContext,
  type EntityEvidence,
  type EvidenceSource,
  frameOf,
  LinkKeeper,
  type SourceEntity,
  type UpstreamCall,
} from '@airworthy/plugin-readiness-node';
import type {
  Alert,
  SourceDescriptor,
} from '@airworthy/plugin-readiness-common';
import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  AlertmanagerApi,
  type ManagedAlert,
} from '../alertmanager/AlertmanagerApi';
import { AlertFinder } from '../alerts/AlertFinder';
import { belongsToRule } from '../alerts/belongsToRule';
import {
  type AlertLabelling,
  knownLabels,
  readAlertLabelling,
  UNKNOWN_LABELLING,
} from '../alerts/knownLabels';
import type { EndpointConfig, ServerConfig } from '../config';
import { receiverFacts } from '../facts/receiverFacts';
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
import type { AlertingRule } from '../prometheus/types';
import type { RouteTree } from '../routing';

interface Observation {
  rules: RuleIndex;
  labelling: AlertLabelling;
  tree: RouteTree;
  managed: LabelIndex<ManagedAlert>;
  alerts: AlertFinder;
}

/** @see AlertmanagerSource.create */
export interface AlertmanagerSourceOptions {
  server: ServerConfig;
  alertmanager: EndpointConfig;
  logger?: LoggerService;
}

/**
 * Where the alerts of all entities go: the rules come from Prometheus, the
 * routing tree and what fires from its Alertmanager.
 */
export class AlertmanagerSource implements EvidenceSource {
  readonly descriptor: SourceDescriptor;
  readonly schedule: ServerConfig['schedule'];
  readonly linkedBy = LINKING_ANNOTATIONS;
  readonly emits = ['alerts'] as const;
  readonly #server: ServerConfig;
  readonly #publicUrl: string;
  readonly #prometheus: PrometheusApi;
  readonly #alertmanager: AlertmanagerApi;
  readonly #links = new LinkKeeper();
  readonly #rules = new RuleReader();

  static create(options: AlertmanagerSourceOptions): AlertmanagerSource {
    return new AlertmanagerSource(options);
  }

  private constructor(options: AlertmanagerSourceOptions) {
    const { server, alertmanager, logger } = options;
    const clientOptions = (title: string, endpoint: EndpointConfig) => ({
      name: `${title} ${server.name}`,
      baseUrl: endpoint.url,
      credentials: () => endpoint.credentials,
      secrets: endpoint.secrets,
      timeout: server.timeout,
      logger,
    });
    this.#server = server;
    this.#publicUrl = alertmanager.publicUrl;
    this.#prometheus = new PrometheusApi(
      clientOptions('Prometheus', server.prometheus),
    );
    this.#alertmanager = new AlertmanagerApi(
      clientOptions('Alertmanager', alertmanager),
    );
    this.schedule = server.schedule;
    this.descriptor = {
      id: `alertmanager:${server.name}`,
      kind: 'alertmanager',
      title: `Alertmanager ${server.name}`,
      strength: 'observed',
      // Whether somebody is on call behind a receiver is for others to say.
      supplies: ['alerts.receiver'],
    };
  }

  async collect(context: CollectContext): Promise<void> {
    await this.#links.run(context, this.#server.freshness, async emit => {
      const observation = await this.#observe(callOf(context));
      const alerts: Alert[] = [];
      for await (const entities of context.entities()) {
        context.signal.throwIfAborted();
        for (const entity of entities) {
          alerts.push(...this.#alertsOf(entity, observation));
        }
        await emit(
          entities.map(entity =>
            this.#evidenceOf(entity, observation, context.now),
          ),
        );
      }
      await context.emitAlerts(alerts, { complete: true });
    });
  }

  async #observe(call: UpstreamCall): Promise<Observation> {
    const [rules, config, tree, server, managed, silences] = await Promise.all([
      this.#prometheus.alertingRules(call),
      this.#prometheus.config(call),
      this.#alertmanager.routeTree(call),
      this.#prometheus.alerts(call),
      this.#alertmanager.alerts(call),
      this.#alertmanager.silences(call),
    ]);
    const labelling =
      config === undefined ? UNKNOWN_LABELLING : readAlertLabelling(config);
    return {
      rules: await this.#rules.index(rules, call.signal),
      labelling,
      tree,
      managed: new LabelIndex(managed, ({ labels }) => Object.entries(labels)),
      alerts: new AlertFinder(
        {
          server,
          managed,
          silences,
          notifying: tree.notifying,
          external: labelling.external,
        },
        {
          source: this.descriptor.id,
          environment: this.#server.environment,
          serverUrl: this.#server.prometheus.publicUrl,
          managerUrl: this.#publicUrl,
        },
      ),
    };
  }

  #alertsOf(entity: SourceEntity, { alerts, rules }: Observation): Alert[] {
    const selector = selectEntity(entity, this.#server.joinLabel);
    return refuseLink(selector, this.#server.name)
      ? []
      : alerts.find(entity.ref, selector, rules.find(selector));
  }

  #evidenceOf(
    entity: SourceEntity,
    { rules, labelling, tree, managed }: Observation,
    now: number,
  ): EntityEvidence {
    const { environment, freshness, joinLabel, name } = this.#server;
    const selector = selectEntity(entity, joinLabel);
    const refusal = refuseLink(selector, name);
    const own = refusal ? [] : rules.find(selector);
    if (own.length === 0) {
      return {
        entityRef: entity.ref,
        link: refusal ?? missingLink(selector, 'alerting rule'),
        facts: [],
      };
    }
    return {
      entityRef: entity.ref,
      link: { status: 'ok' },
      facts: receiverFacts(own, {
        frame: frameOf({
          source: this.descriptor.id,
          environment,
          observed: now,
          freshness,
        }),
        tree,
        labelsOf: rule => knownLabels(rule, labelling),
        receiversNow: rule => receiversOf(rule, managed),
        publicUrl: this.#publicUrl,
      }),
    };
  }
}

function receiversOf(
  rule: AlertingRule,
  managed: LabelIndex<ManagedAlert>,
): string[] {
  return managed
    .find([['alertname', rule.name]])
    .filter(({ labels }) => belongsToRule(labels, rule))
    .flatMap(({ receivers }) => receivers.map(({ name }) => name));
}

function callOf(context: CollectContext): UpstreamCall {
  return { signal: context.signal, countCall: () => context.countCall() };
}
