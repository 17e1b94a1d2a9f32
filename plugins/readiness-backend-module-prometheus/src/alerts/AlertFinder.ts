import type { ManagedAlert, Silence } from '../alertmanager/AlertmanagerApi';
import { pages, runbookOf } from '../facts/alertFacts';
import type { EntitySelector, KeyedRule } from '../join';
import type { ServerAlert } from '../prometheus/types';
import { belongsToRule } from './belongsToRule';
import type { ObservedAlert } from './ObservedAlert';

/** What is known about all alerts of a server and its Alertmanager. */
export interface AlertSnapshot {
  /** Of Prometheus: pending and firing. */
  server: readonly ServerAlert[];
  /** Of Alertmanager: firing, silenced and inhibited. */
  managed: readonly ManagedAlert[];
  silences: readonly Silence[];
  /** Receivers that notify somebody. */
  notifying: ReadonlySet<string>;
}

/**
 * Finds the alerts of an entity. Alertmanager knows best what becomes of an
 * alert; Prometheus adds those that it has not sent yet.
 */
export class AlertFinder {
  readonly #managed: Map<string, ManagedAlert[]>;
  readonly #unsent: Map<string, ServerAlert[]>;
  readonly #silences: Map<string, Silence>;

  constructor(
    private readonly snapshot: AlertSnapshot,
    private readonly place: {
      source: string;
      environment: string;
      /** Of Prometheus. */
      serverUrl: string;
      /** Of Alertmanager. */
      managerUrl: string;
    },
  ) {
    this.#managed = byName(snapshot.managed);
    // Alertmanager has the labels of Prometheus and the external ones.
    this.#unsent = byName(
      snapshot.server.filter(
        alert =>
          !(this.#managed.get(alert.labels.alertname ?? '') ?? []).some(sent =>
            includes(sent.labels, alert.labels),
          ),
      ),
    );
    this.#silences = new Map(
      snapshot.silences.map(silence => [silence.id, silence]),
    );
  }

  /** Those that bear the entity's labels, or that its rules made. */
  find(
    entityRef: string,
    selector: EntitySelector,
    rules: readonly KeyedRule[],
  ): ObservedAlert[] {
    const isOwn = (labels: Record<string, string>) =>
      (selector.labels.length > 0 &&
        selector.labels.every(([name, value]) => labels[name] === value)) ||
      rules.some(({ rule }) => belongsToRule(labels, rule));
    const own = <T extends { labels: Record<string, string> }>(
      alerts: Map<string, T[]>,
    ) => [...alerts.values()].flat().filter(({ labels }) => isOwn(labels));
    return [
      ...own(this.#managed).map(alert => this.#managedAlert(entityRef, alert)),
      ...own(this.#unsent).map(alert => this.#unsentAlert(entityRef, alert)),
    ];
  }

  #managedAlert(entityRef: string, alert: ManagedAlert): ObservedAlert {
    const { status, startsAt, receivers } = alert;
    const silence = status.silencedBy
      .map(id => this.#silences.get(id))
      .find(found => found?.status.state === 'active');
    return {
      ...this.#common(entityRef, alert, this.place.managerUrl),
      state: stateOf(status),
      since: new Date(startsAt).toISOString(),
      receivers: receivers
        .map(({ name }) => name)
        .filter(name => this.snapshot.notifying.has(name)),
      ...(silence
        ? {
            silence: {
              by: silence.createdBy,
              until: new Date(silence.endsAt).toISOString(),
              comment: silence.comment,
            },
          }
        : {}),
    };
  }

  #unsentAlert(entityRef: string, alert: ServerAlert): ObservedAlert {
    return {
      ...this.#common(entityRef, alert, this.place.serverUrl),
      state: alert.state === 'pending' ? 'pending' : 'firing',
      since: new Date(alert.activeAt ?? 0).toISOString(),
      receivers: [],
    };
  }

  #common(
    entityRef: string,
    { labels, annotations }: Pick<ServerAlert, 'labels' | 'annotations'>,
    baseUrl: string,
  ) {
    const name = labels.alertname ?? '';
    const runbookUrl = runbookOf(annotations);
    const { source, environment, managerUrl } = this.place;
    return {
      entityRef,
      source,
      environment,
      name,
      labels,
      pages: pages(labels),
      ...(annotations.summary ? { summary: annotations.summary } : {}),
      ...(runbookUrl ? { runbookUrl } : {}),
      url:
        baseUrl === managerUrl
          ? `${baseUrl}/#/alerts?filter=${encodeURIComponent(
              `{alertname="${name}"}`,
            )}`
          : `${baseUrl}/alerts?search=${encodeURIComponent(name)}`,
    };
  }
}

function stateOf(status: ManagedAlert['status']): ObservedAlert['state'] {
  if (status.silencedBy.length > 0) {
    return 'silenced';
  }
  return status.inhibitedBy.length > 0 ? 'inhibited' : 'firing';
}

function byName<T extends { labels: Record<string, string> }>(
  alerts: readonly T[],
): Map<string, T[]> {
  const map = new Map<string, T[]>();
  for (const alert of alerts) {
    const name = alert.labels.alertname ?? '';
    const known = map.get(name);
    if (known) {
      known.push(alert);
    } else {
      map.set(name, [alert]);
    }
  }
  return map;
}

function includes(
  all: Readonly<Record<string, string>>,
  some: Readonly<Record<string, string>>,
): boolean {
  return Object.entries(some).every(([name, value]) => all[name] === value);
}
