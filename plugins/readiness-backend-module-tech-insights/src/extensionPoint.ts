import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import type { FactRetriever } from '@backstage-community/plugin-tech-insights-node';
import type { Strength } from '@airworthy/plugin-readiness-common';

/**
 * A fact retriever of Tech Insights, and how it serves as a source of evidence.
 *
 * @public
 */
export interface RegisteredFactRetriever {
  factRetriever: FactRetriever;
  /**
   * The first word of the names of its facts: `quality` makes
   * `quality.hasTests` of `hasTests`. The id of the retriever unless told.
   */
  prefix?: string;
  /** `observed` unless told. */
  strength?: Strength;
  /** How long its facts count after a run, in milliseconds; a day unless told. */
  freshness?: number;
  /** Each hour unless told. */
  schedule?: SchedulerServiceTaskScheduleDefinition;
}

/**
 * Takes fact retrievers of Tech Insights.
 *
 * @public
 */
export interface ReadinessFactRetrieversExtensionPoint {
  addFactRetriever(retriever: RegisteredFactRetriever): void;
}

/** @public */
export const readinessFactRetrieversExtensionPoint =
  createExtensionPoint<ReadinessFactRetrieversExtensionPoint>({
    id: 'readiness.tech-insights.fact-retrievers',
  });
