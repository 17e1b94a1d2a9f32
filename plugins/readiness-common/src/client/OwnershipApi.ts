import type {
  OwnershipConfirmation,
  OwnershipConfirmationRequest,
  OwnershipFilters,
  OwnershipFindingPage,
  OwnershipGroup,
  OwnershipGroupQuery,
  OwnershipPoint,
  OwnershipQuery,
  OwnershipSummary,
  OwnershipTrendQuery,
} from './types';

/**
 * The ownership audit of the readiness back end: who answers for what, and where
 * that is doubtful. Methods reject as those of `ReadinessApi` do.
 *
 * @public
 */
export interface OwnershipApi {
  /** The most severe first. */
  listOwnershipFindings(query?: OwnershipQuery): Promise<OwnershipFindingPage>;
  /** The first findings of each group. */
  groupOwnershipFindings(
    query: OwnershipGroupQuery,
  ): Promise<{ items: OwnershipGroup[] }>;
  getOwnershipSummary(query?: OwnershipFilters): Promise<OwnershipSummary>;
  /** One point for each day, the last one now. */
  getOwnershipTrend(
    query?: OwnershipTrendQuery,
  ): Promise<{ items: OwnershipPoint[] }>;
  /** The CSV of all findings that the filters leave. */
  exportOwnershipFindings(query?: OwnershipFilters): Promise<Blob>;
  /** Needs `readiness.ownership.confirm` on each of the entities. */
  confirmOwnership(
    confirmation: OwnershipConfirmationRequest,
  ): Promise<{ items: OwnershipConfirmation[] }>;
}
