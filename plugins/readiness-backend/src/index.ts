export { readinessPlugin as default } from './plugin';
export {
  createScorecardConditionalDecision,
  scorecardConditions,
} from './visibility/scorecardConditions';
