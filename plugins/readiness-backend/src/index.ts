export { readinessPlugin as default } from './plugin';
export {
  EVALUATION_CHANNEL,
  type EvaluationTrace,
} from './evaluate/evaluationChannel';
export {
  createScorecardConditionalDecision,
  scorecardConditions,
} from './visibility/scorecardConditions';
