export * from './types';
export { evaluateScorecard, NO_LEVEL } from './evaluateScorecard';
export {
  diffStatuses,
  packStatuses,
  unpackStatuses,
  type StatusChange,
  type UnpackedStatus,
} from './packedStatuses';
export {
  applicableCount,
  countStatuses,
  emptyCounts,
  scoreOf,
  worstStatus,
} from './aggregates';
export { ruleAsWritten } from './explainCheck';
export { explainScorecard } from './explainScorecard';
export { AssumptionJudge, type JudgedAssumption } from './AssumptionJudge';
export { judgeMembers, type MemberFault } from './judgeMembers';
