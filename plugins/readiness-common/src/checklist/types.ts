import type { FilterPredicate } from '@backstage/filter-predicates';

/**
 * The four design qualities.
 *
 * @public
 */
export type Quality =
  | 'availability'
  | 'performance'
  | 'security'
  | 'maintainability';

/**
 * One level that a service can hold. Levels are ordered from the lowest.
 *
 * @public
 */
export interface LevelConfig {
  /** `bronze`, `silver`, `gold` by default. */
  id: string;
  title: string;
}

/**
 * One line of the checklist.
 *
 * @public
 */
export interface QuestionConfig {
  title: string;
  /** Two words at most, for column headers: `Failure`. */
  shortTitle: string;
  quality: Quality;
  /** Place in the checklist, 1-based; absent for what is "also asked". */
  number?: number;
}

/**
 * A threshold: one value, or a value by tier with a default. Bound to the
 * check's expressions as `params.<name>`.
 *
 * @public
 */
export type ParameterConfig =
  | number
  | string
  | boolean
  | {
      default: number | string | boolean;
      /** Keyed by tier, as a string: `{ "1": 3 }`. */
      byTier: Record<string, number | string | boolean>;
    };

/**
 * What emptiness of a list means. There is no `pass`: an empty list never
 * passes by vacuity.
 *
 * @public
 */
export type WhenEmpty = 'unknown' | 'not-applicable' | 'fail';

/**
 * A rule over the entity's scalar facts (and over lists as a whole).
 *
 * @public
 */
export interface ScalarRuleConfig {
  /** CEL, of type bool. */
  rule: string;
  /** CEL, of type bool: where it is false the rule does not apply. */
  when?: string;
  /** Template, see {@link CheckConfig.found}. */
  found?: string;
}

/**
 * A rule held against the members of a list fact one by one.
 *
 * @public
 */
export interface ListRuleConfig {
  /** The list fact. */
  each: string;
  /** The variable that stands for a member; the list's `singular` unless told. */
  as?: string;
  /**
   * `all`: fails if any member fails, else unknown if any is unknown;
   * `any`: passes if any member passes, else unknown if any is unknown.
   */
  mode?: 'all' | 'any';
  /** CEL, of type bool, over the member. */
  rule: string;
  /** CEL, of type bool, over the member: others are not looked at. */
  where?: string;
  /** CEL, of type bool: where it is false the rule does not apply. */
  when?: string;
  /** Required: what it means that the list has no member. */
  whenEmpty: WhenEmpty;
  /** Template over the member, see {@link CheckConfig.found}. */
  found?: string;
  /**
   * A `string` field of the member that holds the key of the object which has
   * to change. A fault stands on that object, else on the member. The empty
   * string says that no object is wrong: one has to be added.
   */
  faultOn?: string;
}

/**
 * One rule of a check.
 *
 * @public
 */
export type RuleConfig = ScalarRuleConfig | ListRuleConfig;

/**
 * How to make a failing check pass.
 *
 * @public
 */
export interface FixConfig {
  /** Imperative, a template: `Give {{ failing }} an autoscaler`. */
  title: string;
  /** Markdown lines, templates; each one step. */
  steps: string[];
  /** A scaffolder template that does it: `template:default/add-autoscaler`. */
  template?: string;
  /** Where the practice is explained. */
  url?: string;
}

/**
 * One machine-evaluated rule, in the shape users write it.
 *
 * Templates hold CEL expressions in double braces: `{{ params.minimum }}`.
 * They see the facts, `entity`, `params`, `now`; `found` of a list rule sees
 * the member too; `fix` and `title` see `failing` (names of failing members).
 *
 * @public
 */
export interface CheckConfig {
  /** Id of the question that it answers. */
  question: string;
  /** Id of its level. */
  level: string;
  /** A statement that is true when it passes, a template: `At least {{ params.minimum }} instances run`. */
  title: string;
  /** Predicate over the entity; the checklist's own `appliesTo` holds besides. */
  appliesTo?: FilterPredicate;
  /** One rule, or several of which the worst verdict counts. */
  rules: RuleConfig[];
  params?: Record<string, ParameterConfig>;
  /** What was found, a template; a rule's own `found` goes first. */
  found?: string;
  /** What is expected, a template. */
  expected: string;
  fix: FixConfig;
  /** Who answers for the rule, an entity reference. */
  ruleOwner?: string;
  /** The same rule elsewhere: `kube-linter minimum-three-replicas`. */
  sameAs?: string[];
  /** Whether a tradeoff record may accept its failure; true unless told. */
  acceptable?: boolean;
  /** Facts to show as evidence besides those that the rules read. */
  evidence?: string[];
}

/**
 * A whole checklist. The default one ships as data in this shape.
 *
 * @public
 */
export interface ChecklistConfig {
  id: string;
  title: string;
  /** Raised with every change of meaning, so that history can tell. */
  version: number;
  levels: LevelConfig[];
  /** Entities that have a scorecard of this checklist. */
  appliesTo: FilterPredicate;
  /** Entities whose scorecard is a preview that rollups leave out. */
  preview?: FilterPredicate;
  /** Who answers for a rule that names nobody. */
  ruleOwner?: string;
  /** Keyed by question id, in order. */
  questions: Record<string, QuestionConfig>;
  /** Keyed by check id, in order within their question. */
  checks: Record<string, CheckConfig>;
}

/**
 * Keys of a check that replace those of the checklist, or a whole new check.
 *
 * @public
 */
export interface CheckOverride extends Partial<Omit<CheckConfig, 'fix'>> {
  /** Merged key by key with the fix of the checklist. */
  fix?: Partial<FixConfig>;
  /** `false` switches the check off. */
  enabled?: boolean;
}

/**
 * What a user writes in `app-config.yaml`: checks added, overridden key by key
 * or switched off.
 *
 * @public
 */
export interface ChecklistOverrides {
  /** Replaces the default checklist instead of extending it. */
  replace?: boolean;
  title?: string;
  version?: number;
  levels?: LevelConfig[];
  appliesTo?: FilterPredicate;
  preview?: FilterPredicate;
  ruleOwner?: string;
  questions?: Record<string, Partial<QuestionConfig>>;
  checks?: Record<string, CheckOverride>;
}
