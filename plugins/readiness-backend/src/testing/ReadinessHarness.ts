import { mockServices } from '@backstage/backend-test-utils';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  explainScorecard,
  type ChecklistOverrides,
  type FactRecord,
  type FactValue,
  type LinkStatus,
  type Scorecard,
  type SourceDescriptor,
  type Status,
} from '@airworthy/plugin-readiness-common';
import type {
  CollectContext,
  EntityEvidence,
  EvidenceSource,
} from '@airworthy/plugin-readiness-node';
import type { Knex } from 'knex';
import { readReadinessConfig } from '../config';
import { createReadiness, type Readiness } from '../createReadiness';
import { migrationsDirectory } from '../database';
import { EvaluationQueue } from '../evaluate';
import {
  FleetCounts,
  FleetHistory,
  ScorecardList,
  ScorecardReader,
} from '../fleet';
import type { Fleet } from '../fleet/fleetQuery';
import type { FleetFilters } from '../fleet/FleetFilters';
import { silentMetrics } from './silentMetrics';

/** A value of a fact, in the words of a test. */
export interface StatedFact {
  name: string;
  member?: string;
  environment?: string;
  value?: FactRecord['value'];
  missing?: string;
  origins?: FactRecord['origins'];
}

/** What a test's source says about one entity. */
export interface StatedEvidence {
  status?: LinkStatus;
  message?: string;
  facts?: StatedFact[];
}

/** @see ReadinessHarness.create */
export interface HarnessOptions {
  knex: Knex;
  entities?: Entity[];
  /** Goes over the default checklist. */
  checklist?: ChecklistOverrides;
  environments?: string[];
  /** How long facts of the test's source hold; for ever unless told. */
  freshnessMs?: number;
  /** Keeps the clock of another harness on the same database. */
  startAt?: number;
}

const START = Date.parse('2026-11-02T09:00:00Z');

/**
 * A back end without HTTP: a catalog, one evidence source that says what the
 * test tells it to, and a clock that the test moves.
 */
export class ReadinessHarness {
  readonly readiness: Readiness;
  readonly knex: Knex;
  readonly catalogEntities: Map<string, Entity>;
  readonly list: ScorecardList;
  readonly counts: FleetCounts;
  readonly history: FleetHistory;
  readonly reader: ScorecardReader;
  readonly #source: StatedSource;
  readonly #clock: { now: number };

  static async create(options: HarnessOptions): Promise<ReadinessHarness> {
    const { knex } = options;
    await knex.migrate.latest({ directory: migrationsDirectory() });
    const clock = { now: options.startAt ?? START };
    const source = new StatedSource(options.freshnessMs);
    const entities = new Map(
      (options.entities ?? []).map(entity => [
        stringifyEntityRef(entity),
        entity,
      ]),
    );
    const readiness = await createReadiness({
      knex,
      config: readReadinessConfig(
        mockServices.rootConfig({
          data: {
            readiness: {
              ...(options.checklist
                ? { checklist: JSON.parse(JSON.stringify(options.checklist)) }
                : {}),
              environments: options.environments ?? ['production'],
            },
          },
        }),
      ),
      catalog: {
        streamEntities: (request, call) =>
          catalogServiceMock({
            entities: [...entities.values()],
          }).streamEntities(request, call),
      },
      auth: mockServices.auth(),
      logger: mockServices.logger.mock(),
      metrics: silentMetrics,
      queue: new EvaluationQueue({ knex }),
      appBaseUrl: 'https://portal.example.com',
      sources: [source],
      facts: [],
      overrides: [],
      now: () => clock.now,
    });
    return new ReadinessHarness(readiness, knex, entities, source, clock);
  }

  private constructor(
    readiness: Readiness,
    knex: Knex,
    entities: Map<string, Entity>,
    source: StatedSource,
    clock: { now: number },
  ) {
    this.readiness = readiness;
    this.knex = knex;
    this.catalogEntities = entities;
    this.#source = source;
    this.#clock = clock;
    this.list = new ScorecardList({ knex });
    this.counts = new FleetCounts({ knex });
    this.history = new FleetHistory({ knex });
    this.reader = new ScorecardReader({ knex });
  }

  get now(): number {
    return this.#clock.now;
  }

  /** Lets time pass. */
  wait(milliseconds: number): void {
    this.#clock.now += milliseconds;
  }

  /** Says what the source finds for an entity from its next run on. */
  state(entityRef: string, evidence: StatedEvidence): void {
    this.#source.stated.set(entityRef, evidence);
  }

  /** The next runs of the source fail. */
  breakSource(message: string | undefined): void {
    this.#source.failure = message;
  }

  async reconcile(): Promise<void> {
    await this.readiness.reconciler.reconcile(
      this.now,
      new AbortController().signal,
    );
  }

  /** Runs the catalog's source and the test's. */
  async collect(): Promise<void> {
    for (const source of this.readiness.sources) {
      await this.readiness.collector.collect(
        source,
        new AbortController().signal,
      );
    }
  }

  async evaluate(): Promise<void> {
    await this.readiness.loop.drain();
  }

  /** Reconciles, collects and evaluates. */
  async run(): Promise<void> {
    await this.reconcile();
    await this.collect();
    await this.evaluate();
  }

  fleet(
    filters: FleetFilters = {},
    scope: Fleet['scope'] = { kind: 'all' },
  ): Fleet {
    return {
      checklist: this.readiness.checklist.id,
      environment: 'production',
      scope,
      filters,
    };
  }

  async scorecard(entityRef: string): Promise<Scorecard> {
    const stored = await this.reader.find(this.fleet(), entityRef);
    if (!stored) {
      throw new Error(`${entityRef} has no scorecard`);
    }
    return explainScorecard(this.readiness.checklist, stored);
  }

  /** The status that is stored and the one that is explained must be this. */
  async expectStatus(
    check: string,
    status: Status,
    entityRef: string,
  ): Promise<void> {
    const scorecard = await this.scorecard(entityRef);
    const explained = scorecard.questions
      .flatMap(question => question.checks)
      .find(explanation => explanation.id === check);
    expect({ check, status: explained?.status }).toEqual({ check, status });
    const column = this.readiness.checklist.columnOf(check);
    const { items } = await this.list.page(
      this.fleet({
        entityRef,
        statuses: [{ column: column ?? -1, statuses: [status] }],
      }),
      { sort: 'name', descending: false, limit: 1 },
    );
    expect(items.map(item => item.ref)).toEqual([entityRef]);
  }
}

/** Says what a test tells it to; what it is not told about is not linked. */
class StatedSource implements EvidenceSource {
  readonly stated = new Map<string, StatedEvidence>();
  failure: string | undefined;
  readonly descriptor: SourceDescriptor;
  readonly schedule = {
    frequency: { minutes: 5 },
    timeout: { minutes: 5 },
  };
  readonly #freshnessMs: number | undefined;

  constructor(freshnessMs: number | undefined) {
    this.#freshnessMs = freshnessMs;
    this.descriptor = {
      id: 'repository',
      kind: 'repository',
      title: 'Repository',
      strength: 'declared',
      supplies: [
        'workloads',
        'autoscalers',
        'runbook.exists',
        'codeowners.owners',
      ],
    };
  }

  async collect(context: CollectContext): Promise<void> {
    if (this.failure !== undefined) {
      throw new Error(this.failure);
    }
    context.countCall();
    for await (const batch of context.entities()) {
      await context.emit(
        batch
          .filter(entity => entity.kind === 'component')
          .map(entity => this.#evidence(entity.ref, context.now)),
      );
    }
  }

  #evidence(entityRef: string, now: number): EntityEvidence {
    const stated = this.stated.get(entityRef);
    return {
      entityRef,
      link: {
        status: stated?.status ?? (stated ? 'ok' : 'not-linked'),
        message: stated?.message,
      },
      facts: (stated?.facts ?? []).map(fact => ({
        environment: '',
        member: '',
        source: this.descriptor.id,
        strength: this.descriptor.strength,
        observedAt: new Date(now).toISOString(),
        ...(this.#freshnessMs === undefined
          ? {}
          : { expiresAt: new Date(now + this.#freshnessMs).toISOString() }),
        ...fact,
      })),
    };
  }
}

/** One workload as a fact, with the fields that matter to a test. */
export function workload(
  name: string,
  fields: Record<string, FactValue>,
): StatedFact {
  return {
    name: 'workloads',
    member: `Deployment/shop/${name}`,
    environment: 'production',
    value: {
      kind: 'Deployment',
      name,
      longRunning: true,
      scalable: true,
      ...fields,
    },
  };
}

/** A service of the catalog. */
export function service(
  name: string,
  spec: Record<string, string | number> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default', uid: `uid-${name}` },
    spec: {
      type: 'service',
      lifecycle: 'production',
      owner: 'group:default/shop',
      ...spec,
    },
  };
}
