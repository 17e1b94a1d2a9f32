import type { CompiledExpression } from '../rules/CompiledExpression';
import type { Template } from '../rules/Template';
import type { CheckParameters } from './CheckParameters';
import type { CheckConfig, WhenEmpty } from './types';

/** A rule over scalar facts, ready to be evaluated. */
export interface CompiledScalarRule {
  kind: 'scalar';
  rule: CompiledExpression;
  when?: CompiledExpression;
  found?: Template;
}

/** A rule over the members of a list, ready to be evaluated. */
export interface CompiledListRule {
  kind: 'list';
  list: string;
  variable: string;
  mode: 'all' | 'any';
  whenEmpty: WhenEmpty;
  rule: CompiledExpression;
  where?: CompiledExpression;
  when?: CompiledExpression;
  found?: Template;
  /** A field of the member; empty where no object is at fault. */
  faultOn?: string;
}

/** One rule of a check. */
export type CompiledRule = CompiledScalarRule | CompiledListRule;

/** The texts of a check. */
export interface CheckTexts {
  title: Template;
  expected: Template;
  found?: Template;
  fixTitle: Template;
  fixSteps: readonly Template[];
}

/**
 * One active check: a column of the matrix.
 *
 * @public
 */
export interface CompiledCheck {
  id: string;
  question: string;
  level: string;
  /** Position of the level, 0 for the lowest. */
  levelIndex: number;
  /** The title as it reads with the default parameters. */
  title: string;
  /** What is expected, as it reads with the default parameters. */
  expected: string;
  /** What to do, as it reads of no entity: "Give every workload an autoscaler". */
  fixTitle: string;
  /** As written. */
  config: CheckConfig;
  acceptable: boolean;
  /** Who answers for the rule, an entity reference. */
  ruleOwner?: string;
  /** Names of all facts that its rules read, sorted. */
  facts: string[];
  /** Kinds of source that can supply them. */
  sourceKinds: string[];
  /** Ids of the configured sources that supply one of them. */
  sources: string[];
  /** @internal */
  rules: readonly CompiledRule[];
  /** @internal */
  texts: CheckTexts;
  /** @internal */
  parameters: CheckParameters;
  /** Index of its predicate, where it has one. @internal */
  appliesTo?: number;
  /** Time alone may change its verdict. @internal */
  readsNow: boolean;
}
