export * from './renderGoldenPath';
export * from './TemplateProblem';
