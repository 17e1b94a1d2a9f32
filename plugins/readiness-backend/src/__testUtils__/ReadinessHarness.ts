import { strict as assert } from 'node:assert';
import { mockServices } from '@backstage/backend-test-utils';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  explainScorecard,
  type ChecklistOverrides,
  type DeploymentList,
  type Scorecard,
  type Status,
} from '@airworthy/plugin-readiness-common';
import type {
  EvidenceSource,
  LiveEvidence,
} from '@airworthy/plugin-readiness-node';
import type { TradeoffsService } from '@airworthy/plugin-tradeoffs-node';
import type { JsonObject } from '@backstage/types';
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
import { DeploymentsReader } from '../live';
import { silentMetrics } from './silentMetrics';
import {
  StatedSource,
  type StatedEvidence,
  type StatedLiveEvidence,
} from './StatedSource';

/** @see ReadinessHarness.create */
export interface HarnessOptions {
  knex: Knex;
  entities?: Entity[];
  /** Goes over the default checklist. */
  checklist?: ChecklistOverrides;
  environments?: string[];
  /** More of `readiness` of the config. */
  config?: JsonObject;
  /** What the test's source tells besides facts. */
  emits?: LiveEvidence[];
  /** Beside the catalog's and the test's source. */
  sources?: EvidenceSource[];
  /** How long facts of the test's source hold; for ever unless told. */
  freshnessMs?: number;
  /** What keeps tradeoff records; nothing unless told. */
  tradeoffs?: TradeoffsService;
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
    source.emits = options.emits ?? [];
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
              ...options.config,
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
      sources: [source, ...(options.sources ?? [])],
      facts: [],
      overrides: [],
      tradeoffs: options.tradeoffs,
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

  /** Says what the source tells besides facts from its next run on. */
  tell(live: StatedLiveEvidence): void {
    this.#source.live = live;
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

  /** Asks the test's source about one entity alone. */
  async collectOne(entityRef: string): Promise<void> {
    await this.readiness.collector.collectOne(
      this.#source,
      entityRef,
      new AbortController().signal,
    );
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

  async deployments(entityRef: string): Promise<DeploymentList> {
    const ids = await this.readiness.entities.idsOf([entityRef]);
    return new DeploymentsReader({
      ...this.readiness.live,
      titleOf: id =>
        this.readiness.sources.find(({ descriptor }) => descriptor.id === id)
          ?.descriptor.title ?? id,
      now: () => this.now,
    }).read(
      { id: ids.get(entityRef) ?? -1, ref: entityRef },
      { environment: 'production', limit: 20 },
    );
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
    assert.equal(`${check}: ${explained?.status}`, `${check}: ${status}`);
    const column = this.readiness.checklist.columnOf(check);
    const { items } = await this.list.page(
      this.fleet({
        entityRef,
        statuses: [{ column: column ?? -1, statuses: [status] }],
      }),
      { sort: 'name', descending: false, limit: 1 },
    );
    assert.equal(items.map(item => item.ref).join(), entityRef);
  }
}
