export * from './collect';
export * from './config';
export * from './database';
export * from './http';
export * from './repository';
export * from './signatures';
export * from './sources';
export * from './visibility';
export * from './scanner';
export * from './facts';
export {
  classifyAlert,
  type AlertSubject,
} from './scanner/detectors/alerts/classifyAlert';
export {
  readPromql,
  type PromqlExpression,
} from './scanner/detectors/alerts/promql';
export {
  codeownersRuleOf,
  readCodeowners,
  type CodeownersProblem,
  type CodeownersRule,
} from './scanner/detectors/codeowners/readCodeowners';
export { statedRecoveryObjectives } from './scanner/detectors/statedRecoveryObjectives';
export { normalizeFolder } from './scanner/attribution/scanEntities';
