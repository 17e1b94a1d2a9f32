export * from './types';
export * from './define';
export { defaultFacts } from './catalogue/defaultFacts';
export { FactRegistry } from './FactRegistry';
export {
  FactResolver,
  type FactInput,
  type FactResolverOptions,
} from './FactResolver';
export { resolveFacts } from './resolveFacts';
export { MAX_LIST_MEMBERS, refusalOfValue } from './factValues';
export type {
  MissingCause,
  ResolvedFacts,
  ResolvedList,
  ResolvedMember,
  ResolvedValue,
  Statement,
} from './ResolvedFacts';
