import type { Company } from './Company';
import type { CompanyMonitoring } from './types';

/** A group of targets, as Prometheus asks for them over HTTP. */
export interface TargetGroup {
  targets: string[];
  labels: Record<string, string>;
}

/** A group of rules in a rule file. */
export interface RuleGroup {
  name: string;
  rules: Array<Record<string, unknown>>;
}

const OBJECTIVE_LABELS = ['sloth_id', 'sloth_service', 'sloth_slo'];

/** What Prometheus scrapes of the company, and what it is told to watch. */
export class MonitoringModel {
  readonly #seed: CompanyMonitoring;

  constructor(readonly company: Company, seed: CompanyMonitoring) {
    this.#seed = seed;
  }

  /**
   * One target for each service that runs in a cluster.
   *
   * @param host - of the server that answers for all of them
   */
  targets(host: string): TargetGroup[] {
    return this.company.services.flatMap(({ name, runtime }) =>
      runtime
        ? {
            targets: [host],
            labels: {
              __metrics_path__: `/monitoring/metrics/${name}`,
              service: name,
              namespace: runtime.namespace,
              cluster: runtime.cluster,
            },
          }
        : [],
    );
  }

  /**
   * What a service exposes, as Prometheus reads it; undefined for a service
   * that runs nowhere.
   */
  metrics(service: string): string | undefined {
    const known = this.company.service(service);
    if (!known?.runtime) {
      return undefined;
    }
    const version = this.company
      .deploymentsOf(service)
      .filter(({ result }) => result === 'succeeded')
      .at(-1)?.version;
    // Sixty requests a minute since the epoch: a counter must not go back.
    const requests = Math.floor(this.company.now().getTime() / 1000);
    const lines = [
      line('service_info', { version: version ?? 'unknown' }, 1),
      line('http_request_duration_seconds_count', { status: '200' }, requests),
      ...this.#seed.gauges
        .filter(gauge => gauge.service === service)
        .map(({ name, labels = {}, value }) => line(name, labels, value)),
      ...this.#seed.objectives
        .filter(objective => objective.service === service)
        .map(({ name, errorRatio }) =>
          line('service_error_ratio_30d', { slo: name }, errorRatio),
        ),
      ...known.runtime.workloads.flatMap(({ name, kind, replicas }) => {
        const labels = {
          workload: name,
          workload_type: kind.toLowerCase(),
        };
        // Half a core and half a gigabyte asked for, two fifths of it used.
        return ['cpu', 'memory'].flatMap(resource => {
          const asked = (resource === 'cpu' ? 0.5 : 2 ** 29) * replicas;
          const all = { ...labels, resource };
          return [
            line('workload_requests', all, asked),
            line('workload_use', all, asked * 0.4),
          ];
        });
      }),
    ];
    return `${lines.join('\n')}\n`;
  }

  /** Rules that stand in no repository, and those that Sloth would generate. */
  ruleGroups(): RuleGroup[] {
    return [
      { name: 'by-hand', rules: this.#seed.rules.map(rule => ({ ...rule })) },
      {
        name: 'objectives',
        rules: this.#seed.objectives.flatMap(({ service, name, objective }) => {
          const values = [`${service}-${name}`, service, name];
          const labels = Object.fromEntries(
            OBJECTIVE_LABELS.map((label, index) => [label, values[index]]),
          );
          const allowed = Number((1 - objective).toPrecision(6));
          return [
            {
              record: 'slo:objective:ratio',
              expr: `vector(${objective})`,
              labels,
            },
            {
              record: 'slo:period_error_budget_remaining:ratio',
              expr: `max(1 - service_error_ratio_30d{service="${service}", slo="${name}"} / ${allowed})`,
              labels,
            },
          ];
        }),
      },
    ];
  }

  /**
   * Configuration of Alertmanager: pages reach the team, tickets a queue, and
   * what no route names reaches a receiver with nobody behind it.
   *
   * @param eventsUrl - takes what PagerDuty's events API takes
   * @param ticketsUrl - takes webhooks
   */
  alertmanagerConfig(options: {
    eventsUrl: string;
    ticketsUrl: string;
  }): Record<string, unknown> {
    const { eventsUrl, ticketsUrl } = options;
    return {
      route: {
        receiver: 'nobody',
        group_by: ['alertname', 'service'],
        group_wait: '1s',
        routes: this.#seed.routes.map(({ receiver, services }) => ({
          receiver: 'nobody',
          matchers: [`service=~"${services.join('|')}"`],
          routes: [
            { receiver: 'tickets', matchers: ['severity="ticket"'] },
            { receiver, matchers: ['severity="page"'] },
          ],
        })),
      },
      receivers: [
        { name: 'nobody' },
        { name: 'tickets', webhook_configs: [{ url: ticketsUrl }] },
        ...this.#seed.routes.map(({ receiver }) => ({
          name: receiver,
          pagerduty_configs: [
            {
              url: eventsUrl,
              routing_key: `made-up-routing-key-of-${receiver}`,
            },
          ],
        })),
      ],
    };
  }

  /** Silences that were asked for, as Alertmanager takes them. */
  silences(): Array<Record<string, unknown>> {
    const now = this.company.now().getTime();
    return this.#seed.silences.map(
      ({ service, alert, createdBy, comment, hours }) => ({
        matchers: [
          { name: 'service', value: service, isRegex: false, isEqual: true },
          { name: 'alertname', value: alert, isRegex: false, isEqual: true },
        ],
        startsAt: new Date(now).toISOString(),
        endsAt: new Date(now + hours * 3_600_000).toISOString(),
        createdBy,
        comment,
      }),
    );
  }
}

function line(
  name: string,
  labels: Record<string, string>,
  value: number,
): string {
  const pairs = Object.entries(labels)
    .map(([label, text]) => `${label}=${JSON.stringify(text)}`)
    .join(',');
  return `${name}{${pairs}} ${value}`;
}
