import { tracingChannel } from 'node:diagnostics_channel';

/**
 * One batch of evaluations, as those see it who subscribe to
 * {@link EVALUATION_CHANNEL}.
 *
 * @public
 */
export interface EvaluationTrace {
  /** Entities that the batch took; 0 until it claimed them, and where none waits. */
  entities: number;
}

/**
 * The name of the tracing channel (`node:diagnostics_channel`) around each batch
 * of evaluations, with an {@link EvaluationTrace} as its context. Profilers and
 * benchmarks tell by it what belongs to evaluation; without a subscriber it
 * costs nothing.
 *
 * @public
 */
export const EVALUATION_CHANNEL = 'airworthy.readiness.evaluation';

/** @see EVALUATION_CHANNEL */
export const evaluationChannel =
  tracingChannel<EvaluationTrace>(EVALUATION_CHANNEL);
