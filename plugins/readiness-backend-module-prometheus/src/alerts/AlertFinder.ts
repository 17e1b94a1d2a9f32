import { createHash } from 'node:crypto';
import type { Alert } from '@airworthy/plugin-readiness-common';
import type { ManagedAlert, Silence } from '../alertmanager/AlertmanagerApi';
import { pages, runbookOf } from '../facts/alertFacts';
import type { EntitySelector, KeyedRule } from '../join';
import type { ServerAlert } from '../prometheus/types';
import { AlertIndex } from './AlertIndex';

/** What is known about all alerts of a server and its Alertmanager. */
export interface AlertSnapshot {
  /** Of Prometheus: pending and firing. */
  server: readonly ServerAlert[];
  /** Of Alertmanager: firing, silenced and inhibited. */
  managed: readonly ManagedAlert[];
  silences: readonly Silence[];
  /** Receivers that notify somebody. */
  notifying: ReadonlySet<string>;
  /** Labels that Alertmanager has of all alerts of the server. */
  external: Readonly<Record<string, string>>;
}

/**
 * Finds the alerts of an entity. Alertmanager knows best what becomes of an
 * alert; Prometheus adds those that it has not sent yet.
 */
export class AlertFinder {
  readonly #managed: AlertIndex<ManagedAlert>;
  readonly #unsent: AlertIndex<ServerAlert>;
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
    this.#managed = new AlertIndex(snapshot.managed);
    // Alertmanager has the labels of Prometheus and the external ones.
    this.#unsent = new AlertIndex(
      snapshot.server.filter(
        alert =>
          !this.#managed
            .named(alert.labels.alertname ?? '')
            .some(sent => includes(sent.labels, alert.labels)),
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
  ): Alert[] {
    return [
      ...this.#managed
        .find(selector, rules)
        .map(alert => this.#managedAlert(entityRef, alert)),
      ...this.#unsent
        .find(selector, rules)
        .map(alert => this.#unsentAlert(entityRef, alert)),
    ];
  }

  #managedAlert(entityRef: string, alert: ManagedAlert): Alert {
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

  #unsentAlert(entityRef: string, alert: ServerAlert): Alert {
    return {
      ...this.#common(entityRef, alert, this.place.serverUrl),
      state: alert.state === 'pending' ? 'pending' : 'firing',
      since: new Date(alert.activeAt ?? 0).toISOString(),
      receivers: [],
    };
  }

  /** The same before and after it was sent, and from run to run. */
  #keyOf(labels: Readonly<Record<string, string>>): string {
    const { external } = this.snapshot;
    const own = Object.entries(labels)
      .filter(([name, value]) => external[name] !== value)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return createHash('sha1').update(JSON.stringify(own)).digest('base64url');
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
      key: this.#keyOf(labels),
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

function stateOf(status: ManagedAlert['status']): Alert['state'] {
  if (status.silencedBy.length > 0) {
    return 'silenced';
  }
  return status.inhibitedBy.length > 0 ? 'inhibited' : 'firing';
}

function includes(
  all: Readonly<Record<string, string>>,
  some: Readonly<Record<string, string>>,
): boolean {
  return Object.entries(some).every(([name, value]) => all[name] === value);
}
