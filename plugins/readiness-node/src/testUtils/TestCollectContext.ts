import type { JsonValue } from '@backstage/types';
import type {
  Alert,
  Deployment,
  FactRecord,
  Incident,
} from '@airworthy/plugin-readiness-common';
import type {
  CollectContext,
  EntityEvidence,
  InOwnName,
  SourceEntity,
} from '../sources/EvidenceSource';
import { RecordingLogger } from './RecordingLogger';

/**
 * An entity as a source sees it.
 *
 * @public
 */
export function testEntity(
  name: string,
  annotations: Record<string, string> = {},
  kind = 'Component',
): SourceEntity {
  return {
    ref: `${kind.toLowerCase()}:default/${name}`,
    kind,
    namespace: 'default',
    name,
    tier: 3,
    tags: [],
    annotations,
    entity: { kind, metadata: { name, annotations } },
  };
}

/**
 * Gives a source its context and keeps what it says.
 *
 * @public
 */
export class TestCollectContext {
  readonly evidence = new Map<string, EntityEvidence>();
  /** By key. */
  readonly deployments = new Map<string, InOwnName<Deployment>>();
  /** What the last run said; absent where it did not say. */
  alerts: InOwnName<Alert>[] | undefined;
  /** By key. */
  readonly incidents = new Map<string, InOwnName<Incident>>();
  /** What other sources state, by entity ref. */
  readonly stated = new Map<string, FactRecord[]>();
  readonly problems: string[] = [];
  readonly logger = new RecordingLogger();
  calls = 0;
  now: number;
  readonly #checkpoints = new Map<string, JsonValue>();
  #controller = new AbortController();

  constructor(
    readonly entities: SourceEntity[],
    options: { now?: number } = {},
  ) {
    this.now = options.now ?? Date.parse('2026-11-23T12:00:00Z');
  }

  abort(): void {
    this.#controller.abort();
  }

  /** Runs that start from now on are not aborted. */
  resume(): void {
    this.#controller = new AbortController();
  }

  /** What sources stored for themselves, by key. */
  checkpoints(): Record<string, JsonValue> {
    return Object.fromEntries(this.#checkpoints);
  }

  /** The context of one run; what earlier runs said is forgotten. */
  start(options: { only?: string } = {}): CollectContext {
    this.evidence.clear();
    this.deployments.clear();
    this.alerts = undefined;
    this.incidents.clear();
    this.problems.length = 0;
    this.calls = 0;
    const entities = this.entities.filter(
      ({ ref }) => options.only === undefined || ref === options.only,
    );
    return {
      async *entities() {
        for (const entity of entities) {
          yield [entity];
        }
      },
      ...(options.only ? { only: { entityRef: options.only } } : {}),
      emit: async evidence => {
        for (const item of evidence) {
          this.evidence.set(item.entityRef, item);
        }
      },
      emitDeployments: async deployments => {
        for (const deployment of deployments) {
          this.deployments.set(deployment.key, deployment);
        }
      },
      emitAlerts: async alerts => {
        if (this.alerts) {
          throw new Error('The whole picture is told once in a run');
        }
        this.alerts = alerts;
      },
      emitIncidents: async incidents => {
        for (const incident of incidents) {
          this.incidents.set(incident.key, incident);
        }
      },
      statedFacts: async (name, refs) =>
        new Map(
          refs.map(ref => [
            ref,
            (this.stated.get(ref) ?? []).filter(fact => fact.name === name),
          ]),
        ),
      checkpoint: {
        get: async <T extends JsonValue>(key: string) =>
          this.#checkpoints.get(key) as T | undefined,
        set: async (key, value) => {
          this.#checkpoints.set(key, value);
        },
      },
      countCall: (count = 1) => {
        this.calls += count;
      },
      reportError: ({ message }) => this.problems.push(message),
      logger: this.logger,
      signal: this.#controller.signal,
      now: this.now,
    };
  }

  linkOf(name: string, kind = 'component') {
    return this.evidence.get(`${kind}:default/${name}`)?.link;
  }

  facts(name: string, fact: string): FactRecord[] {
    const evidence = this.evidence.get(`component:default/${name}`);
    return (evidence?.facts ?? []).filter(record => record.name === fact);
  }

  /** Values by member; the reason where there is a gap alone. */
  values(name: string, fact: string): Record<string, unknown> {
    return Object.fromEntries(
      this.facts(name, fact).map(({ member, value, missing }) => [
        member,
        value ?? missing,
      ]),
    );
  }
}
