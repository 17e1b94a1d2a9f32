import type { JsonObject } from '@backstage/types';
import type {
  FactRecord,
  FactValue,
  LinkState,
  LinkStatus,
  Strength,
} from '../facts/types';
import type { Quality } from '../checklist/types';

/**
 * The status of a check.
 *
 * @public
 */
export type Status =
  | 'pass'
  | 'fail'
  | 'unknown'
  | 'not-applicable'
  | 'accepted';

/**
 * One character for each check in the order of the checklist's columns:
 * `p` pass, `f` fail, `u` unknown, `n` not applicable, `a` accepted; upper case
 * where declared and observed evidence drift apart.
 *
 * @public
 */
export type PackedStatuses = string;

/**
 * How many checks have each status.
 *
 * @public
 */
export interface StatusCounts {
  pass: number;
  fail: number;
  unknown: number;
  'not-applicable': number;
  accepted: number;
}

/**
 * What the engine knows of an entity besides facts. Bound to rules as `entity`.
 *
 * @public
 */
export interface EntitySummary {
  /** `component:default/payments-api`, lower case. */
  ref: string;
  kind: string;
  namespace: string;
  name: string;
  title?: string;
  type?: string;
  lifecycle?: string;
  /** 1 is the most critical; 3 where none is given. */
  tier: number;
  owner?: string;
  system?: string;
  domain?: string;
  tags: string[];
  /** The catalog entity, or the projection of it that predicates read. */
  entity: JsonObject;
}

/**
 * A tradeoff record's acceptance of a failing check.
 *
 * @public
 */
export interface Acceptance {
  check: string;
  /** ISO 8601, UTC: the acceptance counts before this moment. */
  until: string;
  recordId: string;
  recordTitle: string;
  recordUrl?: string;
  /** One sentence: why. */
  reason?: string;
}

/**
 * Everything that decides one scorecard. Nothing else does: the engine reads
 * no clock and no network.
 *
 * @public
 */
export interface EvaluationInput {
  entity: EntitySummary;
  facts: readonly FactRecord[];
  links: readonly LinkState[];
  acceptances?: readonly Acceptance[];
  /** `production` unless told. */
  environment?: string;
  /** Milliseconds since the epoch. */
  now: number;
}

/**
 * The result for one entity that is stored: small, and enough for every list.
 *
 * @public
 */
export interface Evaluation {
  entityRef: string;
  /** ISO 8601, UTC: the `now` of the input. */
  evaluatedAt: string;
  /** ISO 8601: earliest moment at which time alone may change a status. */
  reevaluateAt?: string;
  statuses: PackedStatuses;
  /** Id of the level held; `none` below the first. */
  level: string;
  /** pass ÷ (pass + fail + unknown + accepted), 0 to 1; 0 without checks. */
  score: number;
  counts: StatusCounts;
  /** Checks that stand between the service and its next level. */
  toNextLevel: number;
  preview: boolean;
  /** Rules that went wrong; their checks are unknown. Absent without any. */
  ruleErrors?: RuleError[];
}

/**
 * A rule that went wrong for another reason than a missing fact: the rule is at
 * fault, not the entity, so that it is never a verdict.
 *
 * @public
 */
export interface RuleError {
  check: string;
  /** Position among the rules of the check, 0-based. */
  rule: number;
  /** The column in the expression, and the reason. */
  message: string;
}

/**
 * One value among those that speak about a fact.
 *
 * @public
 */
export interface Evidence {
  /** `workload.minReplicas` or `runbook.exists`. */
  fact: string;
  /** The member's key, for list facts. */
  member?: string;
  value: FactValue;
  strength: Strength;
  /** The source instance. */
  source: string;
  sourceTitle: string;
  /** This value decided the status; others are shown beside it. */
  decided: boolean;
  /** Past its freshness limit. */
  stale: boolean;
  observedAt: string;
  expiresAt?: string;
  file?: string;
  line?: number;
  url?: string;
}

/**
 * A fact that a rule needs and that no source supplied.
 *
 * @public
 */
export interface MissingFact {
  fact: string;
  member?: string;
  /** One sentence: why it is missing. */
  reason: string;
  /** Each source that could supply it, and its link state. */
  sources: Array<{
    source: string;
    title: string;
    status: LinkStatus;
    since?: string;
    message?: string;
  }>;
}

/**
 * The verdict on one member of a list check.
 *
 * @public
 */
export interface MemberVerdict {
  /** The member's key: `Deployment/payments/payments-api`. */
  member: string;
  /** Short name for people: `payments-api`. */
  name: string;
  status: Status;
  found?: string;
  /**
   * Key of the object that has to change, where it is not the member; empty
   * where no object has to change: one has to be added.
   */
  faultOn?: string;
}

/**
 * Where declared and observed evidence differ.
 *
 * @public
 */
export interface Drift {
  fact: string;
  member?: string;
  declared: FactValue;
  observed: FactValue;
  declaredSource: string;
  observedSource: string;
  file?: string;
  line?: number;
  url?: string;
}

/**
 * Everything a person needs to understand and change one status.
 *
 * @public
 */
export interface CheckExplanation {
  id: string;
  level: string;
  status: Status;
  title: string;
  /** One sentence that states the verdict. */
  message: string;
  found?: string;
  expected: string;
  evidence: Evidence[];
  missing: MissingFact[];
  members: MemberVerdict[];
  drift: Drift[];
  fix: {
    title: string;
    steps: string[];
    template?: string;
    url?: string;
  };
  acceptance?: Acceptance;
  acceptable: boolean;
  /** The rules as written. */
  rules: string[];
  /** Why a rule could not be evaluated, where one went wrong. */
  ruleError?: string;
  ruleOwner?: string;
  sameAs: string[];
  /** ISO 8601: since when it has this status; filled from transitions. */
  since?: string;
}

/**
 * A check that no configured source can answer.
 *
 * @public
 */
export interface InactiveCheck {
  id: string;
  question: string;
  level: string;
  title: string;
  /** Source kinds of which one would activate it. */
  activatedBy: string[];
}

/**
 * One question with its checks.
 *
 * @public
 */
export interface QuestionExplanation {
  id: string;
  title: string;
  quality: Quality;
  number?: number;
  /** The worst of fail, unknown, accepted, pass; not applicable only if all are. */
  status: Status;
  counts: StatusCounts;
  checks: CheckExplanation[];
}

/**
 * Progress towards one level: the checks that bear this level alone.
 *
 * @public
 */
export interface LevelProgress {
  id: string;
  title: string;
  counts: StatusCounts;
  /** Checks of this level and below that still block it. */
  toGo: number;
  held: boolean;
}

/**
 * One entity's answers to one checklist, explained.
 *
 * @public
 */
export interface Scorecard {
  schemaVersion: 1;
  entityRef: string;
  checklist: { id: string; title: string; version: number };
  environment: string;
  evaluatedAt: string;
  level: string;
  /** ISO 8601: since when the level is held; filled from transitions. */
  levelSince?: string;
  score: number;
  counts: StatusCounts;
  levels: LevelProgress[];
  /** The next level and the checks that block it, the failing ones first. */
  next?: { level: string; title: string; checks: string[] };
  preview: boolean;
  questions: QuestionExplanation[];
  inactive: InactiveCheck[];
  links: Array<LinkState & { title: string }>;
}
