import type { CompoundEntityRef } from '@backstage/catalog-model';
import type { Scorecard } from '../evaluation/types';
import type {
  CheckList,
  ChecklistResponse,
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
  /** The CSV of all rows that the filters leave. */
  exportScorecards(query?: ScorecardFilters): Promise<Blob>;
  getGate(
    entity: EntityTarget,
    query?: EvaluationQuery & { level?: string },
  ): Promise<Gate>;
}
