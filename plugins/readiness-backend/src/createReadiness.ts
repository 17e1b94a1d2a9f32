import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type {
  ChecklistOverrides,
  CompiledChecklist,
  FactDefinition,
} from '@airworthy/plugin-readiness-common';
import {
  toFactDefinitions,
  type EntityFieldFact,
  type EvidenceSource,
  type UrlFact,
} from '@airworthy/plugin-readiness-node';
import type { TradeoffsService } from '@airworthy/plugin-tradeoffs-node';
import type { Knex } from 'knex';
import { ChecklistVersionStore, loadChecklist } from './checklist';
import type { StoredChecklistVersion } from './checklist';
import { Attestor } from './attestations';
import {
  Collector,
  EvidenceStore,
  EvidenceWriter,
  forgetSources,
  SourceHealthStore,
} from './collect';
import type { ReadinessConfig } from './config';
import { EntityStore } from './entities';
import {
  EvaluationLoop,
  EvaluationQueue,
  Evaluator,
  ScorecardStore,
} from './evaluate';
import { LiveEvidence, LiveRecorder } from './live';
import type { ReadinessMetrics } from './metrics';
import { PushReceiver } from './push';
import { OwnershipAuditor, OwnershipStore } from './ownership';
import { catalogFields, Reconciler } from './reconcile';
import { CatalogSource } from './sources/catalog';
import { createStoredSources } from './sources/stored/createStoredSources';
import { AllowedHosts, UrlSource } from './sources/url';
import { TradeoffSync } from './tradeoffs';

/** @see createReadiness */
export interface ReadinessOptions {
  knex: Knex;
  config: ReadinessConfig;
  catalog: Pick<CatalogService, 'streamEntities'>;
  auth: AuthService;
  logger: LoggerService;
  metrics: ReadinessMetrics;
  queue: EvaluationQueue;
  /** The portal's address. */
  appBaseUrl: string;
  /** What modules brought. */
  sources: readonly EvidenceSource[];
  facts: readonly FactDefinition[];
  overrides: readonly ChecklistOverrides[];
  /** What records accept and assume; nothing where nobody keeps records. */
  tradeoffs?: TradeoffsService;
  /** Called when a scorecard changed, or what happens to a service. */
  onChanged?(): void;
  /** Milliseconds since the epoch. */
  now: () => number;
}

/** The parts that reconcile, collect and evaluate. */
export interface Readiness {
  /** Absent where the config switches attestations off. */
  attestor: Attestor | undefined;
  checklist: CompiledChecklist;
  /** The newest first. */
  versions: readonly StoredChecklistVersion[];
  /** All of them, the catalog's own first. */
  sources: readonly EvidenceSource[];
  catalogSource: EvidenceSource;
  collector: Collector;
  entities: EntityStore;
  evaluator: Evaluator;
  health: SourceHealthStore;
  live: LiveEvidence;
  recorder: LiveRecorder;
  /** Absent where nobody may push. */
  pushReceiver: PushReceiver | undefined;
  /** Removes what is on record for too long. */
  prune(now: number): Promise<void>;
  loop: EvaluationLoop;
  /** Follows evaluation, which hears of every change. */
  ownershipAuditor: OwnershipAuditor;
  queue: EvaluationQueue;
  reconciler: Reconciler;
  scorecards: ScorecardStore;
  /** Absent where nobody keeps tradeoff records. */
  tradeoffSync: TradeoffSync | undefined;
}

/**
 * Puts the parts together that reconcile, collect and evaluate, with no service
 * of a running portal but those it is given.
 *
 * @throws ChecklistError where the checklist of config or of a module is broken
 */
export async function createReadiness(
  options: ReadinessOptions,
): Promise<Readiness> {
  const { knex, config, queue, metrics, logger, now } = options;
  const entities = new EntityStore({ knex });
  const health = new SourceHealthStore({ knex });
  const catalogSource = new CatalogSource({
    entities,
    appBaseUrl: options.appBaseUrl,
    resourceTypes: config.resourceTypes,
    fieldFacts: config.facts.filter(
      (fact): fact is EntityFieldFact => fact.from === 'entity',
    ),
    schedule: config.reconcileSchedule,
  });
  const urlFacts = config.facts.filter(
    (fact): fact is UrlFact => fact.from === 'url',
  );
  const fetching = [
    catalogSource,
    ...(urlFacts.length > 0
      ? [
          new UrlSource({
            facts: urlFacts,
            hosts: new AllowedHosts(config.factHosts),
            schedule: config.urlFactsSchedule,
          }),
        ]
      : []),
    ...options.sources,
  ];
  const facts = [...options.facts, ...toFactDefinitions(config.facts)];
  const live = new LiveEvidence({ knex });
  const stored = createStoredSources({
    knex,
    config,
    entities,
    facts,
    live,
    logger,
    sources: fetching,
    tradeoffs: options.tradeoffs,
    appBaseUrl: options.appBaseUrl,
  });
  const checklist = loadChecklist({
    facts,
    sources: [
      ...fetching.map(source => source.descriptor),
      ...stored.descriptors,
    ],
    overrides: [
      ...options.overrides,
      ...(config.checklist ? [config.checklist] : []),
    ],
  });
  const writer = new EvidenceWriter({
    entities,
    evidence: new EvidenceStore({ knex, queue }),
    registry: checklist.registry,
  });
  const { attestations, deployments, pushed, records } = stored.connect(writer);
  const sources: EvidenceSource[] = [
    ...fetching,
    ...[deployments, pushed, attestations, records].flatMap(
      source => source ?? [],
    ),
  ];
  const recorder = new LiveRecorder({
    entities,
    live,
    deploymentSource: deployments,
    onChanged: options.onChanged,
  });
  await forgetSources(
    knex,
    sources.map(source => source.descriptor.id),
  );
  const { versions, changed } = await new ChecklistVersionStore({ knex }).sync(
    {
      config: checklist.config,
      columns: checklist.columns.map(column => column.id),
    },
    now(),
  );
  if (changed) {
    await queue.addAll(now(), { kind: 'checklist' });
  }
  const version = versions[0]?.version ?? checklist.version;
  const tradeoffSync = options.tradeoffs?.installed
    ? new TradeoffSync({
        knex,
        tradeoffs: options.tradeoffs,
        designs: records,
        entities,
        queue,
        logger,
        now,
      })
    : undefined;
  const scorecards = new ScorecardStore({ knex, checklist: checklist.id });
  const titles = new Map(
    sources.map(({ descriptor: { id, title } }) => [id, title]),
  );
  const ownershipAuditor = new OwnershipAuditor({
    store: new OwnershipStore({
      knex,
      titleOf: source => titles.get(source) ?? source,
    }),
    entities,
    environment: config.environments[0],
    limits: config.ownership,
    logger,
    now,
  });
  const evaluator = new Evaluator({
    checklist,
    versions,
    environments: config.environments,
    store: scorecards,
    metrics,
    logger,
    onChanged: options.onChanged,
    onJudged: reports => tradeoffSync?.report(reports),
    onEvaluated: ids => ownershipAuditor.add(ids),
    now,
  });
  return {
    ownershipAuditor,
    attestor: attestations
      ? new Attestor({
          store: stored.attestationStore,
          source: attestations,
          registry: checklist.registry,
          config: config.attestations,
          now,
        })
      : undefined,
    pushReceiver: pushed
      ? new PushReceiver({
          config: config.push,
          entities,
          environments: config.environments,
          live: recorder,
          logger,
          registry: checklist.registry,
          source: pushed,
          store: stored.pushStore,
          now,
        })
      : undefined,
    live,
    recorder,
    prune: async at => {
      await live.prune(at, config.liveRetention);
      await stored.attestationStore.prune(at - config.attestations.retentionMs);
      await stored.pushStore.prune({
        receipts: at - config.push.receiptsMs,
        facts: at - config.attestations.retentionMs,
      });
    },
    checklist,
    versions,
    sources,
    catalogSource,
    entities,
    evaluator,
    health,
    queue,
    scorecards,
    tradeoffSync,
    collector: new Collector({
      entities,
      writer,
      live: recorder,
      health,
      metrics,
      logger,
      now,
    }),
    loop: new EvaluationLoop({
      evaluator,
      queue,
      logger,
      afterDrain: () => ownershipAuditor.drain(),
      now,
    }),
    reconciler: new Reconciler({
      catalog: options.catalog,
      auth: options.auth,
      entities,
      retire: async (ids, at) => {
        await scorecards.retire(ids, version, at);
        ownershipAuditor.add(ids);
      },
      queue,
      logger,
      fields: catalogFields(
        checklist.entityFields,
        ...sources.map(source => source.fields ?? []),
      ),
    }),
  };
}
