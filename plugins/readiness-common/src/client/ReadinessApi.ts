import type { CompoundEntityRef } from '@backstage/catalog-model';
import type { Scorecard } from '../evaluation/types';
import type { Attestation } from '../live';
import type {
  AlertItem,
  AttestationList,
  AttestationRequest,
  CheckList,
  ChecklistResponse,
  DeploymentList,
  DeploymentQuery,
  DraftCheck,
  DraftResult,
  EntityTransition,
  EntityTransitionQuery,
  EvaluationQuery,
  Fix,
  FleetTransition,
  Gate,
  Rollup,
  RollupQuery,
  ScorecardFilters,
  ScorecardPage,
  ScorecardQuery,
  SourceHealth,
  TransitionQuery,
  Trend,
  TrendQuery,
  UnlinkedPage,
  UnlinkedQuery,
} from './types';

/**
 * One entity: its reference as a string, or in parts.
 *
 * @public
 */
export type EntityTarget = string | CompoundEntityRef;

/**
 * Reads of the readiness back end, and the few writes it has.
 *
 * Every method rejects with the `ResponseError` of `@backstage/errors`:
 * `NotFoundError` where there is no scorecard or the caller may not see the
 * entity, `NotAllowedError` where the caller may see the entity but not its
 * scorecard, `ServiceUnavailableError` where it cannot be told what the caller
 * may see.
 *
 * @public
 */
export interface ReadinessApi {
  getChecklist(query?: EvaluationQuery): Promise<ChecklistResponse>;
  listScorecards(query?: ScorecardQuery): Promise<ScorecardPage>;
  getScorecard(
    entity: EntityTarget,
    query?: EvaluationQuery,
  ): Promise<Scorecard>;
  listEntityTransitions(
    entity: EntityTarget,
    query?: EntityTransitionQuery,
  ): Promise<{ items: EntityTransition[] }>;
  /** Resolves to the ids of the sources that are asked again. */
  refreshScorecard(entity: EntityTarget): Promise<{ sources: string[] }>;
  getRollup(query: RollupQuery): Promise<Rollup>;
  listFixes(query?: ScorecardFilters): Promise<{ items: Fix[] }>;
  getTrend(query?: TrendQuery): Promise<Trend>;
  listTransitions(
    query?: TransitionQuery,
  ): Promise<{ items: FleetTransition[]; total: number }>;
  listChecks(query?: ScorecardFilters): Promise<CheckList>;
  tryDraftCheck(draft: DraftCheck): Promise<DraftResult>;
  listSources(): Promise<{ items: SourceHealth[] }>;
  /** Entities that a source says nothing about. */
  listUnlinkedEntities(
    source: string,
    query?: UnlinkedQuery,
  ): Promise<UnlinkedPage>;
  /** Needs `readiness.source.run`; `started` is false where it runs already. */
  runSource(source: string): Promise<{ source: string; started: boolean }>;
  /** The newest first. */
  listDeployments(
    entity: EntityTarget,
    query?: DeploymentQuery,
  ): Promise<DeploymentList>;
  /** What fires first, what was resolved lately last. */
  listAlerts(entity: EntityTarget): Promise<{ items: AlertItem[] }>;
  listAttestations(entity: EntityTarget): Promise<AttestationList>;
  /** Needs `readiness.attestation.create` on the entity. */
  createAttestation(attestation: AttestationRequest): Promise<Attestation>;
  /** Resolves to what counts no more. */
  deleteAttestation(id: string): Promise<Attestation>;
  /** The CSV of all rows that the filters leave. */
  exportScorecards(query?: ScorecardFilters): Promise<Blob>;
  getGate(
    entity: EntityTarget,
    query?: EvaluationQuery & { level?: string },
  ): Promise<Gate>;
}
