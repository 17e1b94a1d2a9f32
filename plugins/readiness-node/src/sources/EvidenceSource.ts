import type {
  LoggerService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { JsonObject, JsonValue } from '@backstage/types';
import type {
  Alert,
  Deployment,
  EntitySummary,
  FactRecord,
  Incident,
  LinkStatus,
  SourceDescriptor,
} from '@airworthy/plugin-readiness-common';

/**
 * An entity as evidence sources see it: the summary, and the projection of the
 * catalog entity that the sources asked for by {@link EvidenceSource.fields}.
 *
 * @public
 */
export interface SourceEntity extends EntitySummary {
  /** `metadata.annotations` of the entity. */
  annotations: Record<string, string>;
  /** The projected catalog entity, relations included. */
  entity: JsonObject;
}

/**
 * All that a source says about one entity in one run. It replaces what the same
 * source said before: facts that are not named again are removed, unless
 * `unchanged` is set.
 *
 * @public
 */
export interface EntityEvidence {
  entityRef: string;
  link: { status: LinkStatus; message?: string };
  facts: FactRecord[];
  /**
   * The source knows that nothing changed since its last run: the facts are
   * kept and their age is renewed to this moment, ISO 8601. `facts` is empty.
   */
  unchanged?: { observedAt: string; expiresAt?: string };
}

/**
 * What a source states in its own name, which it need not repeat; the name of
 * another source is refused.
 *
 * @public
 */
export type InOwnName<T extends { source: string }> = Omit<T, 'source'> & {
  source?: string;
};

/**
 * What a source may tell besides facts.
 *
 * @public
 */
export type LiveEvidence = 'deployments' | 'alerts' | 'incidents';

/**
 * What a source is given for one run.
 *
 * @public
 */
export interface CollectContext {
  /**
   * The entities of the catalog that have a scorecard or an owner, in batches
   * ordered by ref. Asking again starts again.
   */
  entities(): AsyncIterable<SourceEntity[]>;
  /** One entity, for "refresh this one": absent in a scheduled run. */
  only?: { entityRef: string };
  /** Stores what it is given at once; only what changed is written. */
  emit(evidence: EntityEvidence[]): Promise<void>;
  /**
   * Records deployments, or what became of them: one that is known by its key
   * is updated, and one that says the same again writes nothing. Old ones are
   * kept as long as `readiness.retention.deployments` says, though the upstream
   * may forget them.
   */
  emitDeployments(deployments: InOwnName<Deployment>[]): Promise<void>;
  /**
   * Says what is wrong now: the whole picture of this source, in one call for
   * a run (in a run for one entity, the whole picture of that one). What was
   * active before and is not named becomes resolved.
   */
  emitAlerts(
    alerts: InOwnName<Alert>[],
    scope: { complete: true },
  ): Promise<void>;
  /** Records incidents, or what became of them, by their key. */
  emitIncidents(incidents: InOwnName<Incident>[]): Promise<void>;
  /**
   * What all sources state just now of one fact, keyed by entity ref: for a
   * source that fills fields of members which others find.
   */
  statedFacts(
    name: string,
    entityRefs: readonly string[],
  ): Promise<Map<string, FactRecord[]>>;
  /** What this source last stored for itself, such as etags; JSON. */
  checkpoint: {
    get<T extends JsonValue>(key: string): Promise<T | undefined>;
    set(key: string, value: JsonValue): Promise<void>;
  };
  /** Counts one call to the upstream, for the health row. */
  countCall(calls?: number): void;
  /** A problem that does not end the run; shown on the source's health row. */
  reportError(error: {
    message: string;
    entityRef?: string;
    file?: string;
    line?: number;
    column?: number;
  }): void;
  logger: LoggerService;
  signal: AbortSignal;
  /** Milliseconds since the epoch: the time of this run. */
  now: number;
}

/**
 * A collector that fills facts for many entities at a time.
 *
 * @public
 */
export interface EvidenceSource {
  readonly descriptor: SourceDescriptor;
  readonly schedule: SchedulerServiceTaskScheduleDefinition;
  /**
   * Fields of the catalog entity that it needs, as dot paths: the reconciler
   * asks the catalog for the union of all sources' fields.
   */
  readonly fields?: string[];
  /**
   * Annotation that links an entity to this source, for "unlinked" messages.
   */
  readonly linkedBy?: string[];
  /**
   * A likely value of the first of `linkedBy` for an entity of that name, such
   * as `my-organisation/cart`; the name itself unless told.
   */
  suggestLink?(entityName: string): string;
  /** What it tells besides facts; nothing unless told. */
  readonly emits?: readonly LiveEvidence[];
  /**
   * Collects. Work is proportional to what changed upstream; never one
   * upstream call for each entity where a bulk call exists. A failure of the
   * whole run is thrown; the last facts then stay and age.
   */
  collect(context: CollectContext): Promise<void>;
}
