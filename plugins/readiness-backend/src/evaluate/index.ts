export * from './Change';
export * from './EvaluationLoop';
export * from './EvaluationQueue';
export * from './Evaluator';
export * from './ScorecardStore';
export * from './Snapshot';
