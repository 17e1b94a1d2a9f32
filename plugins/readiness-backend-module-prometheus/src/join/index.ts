export * from './EntitySelector';
export * from './LabelIndex';
export * from './RuleIndex';
export * from './linkEntity';
export * from './RuleReader';
