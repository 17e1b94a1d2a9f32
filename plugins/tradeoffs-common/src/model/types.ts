import type { DesignStepState } from './designSteps';
import type { Position } from './axes';

/**
 * Where a record stands in its life.
 *
 * @public
 */
export type RecordStatus =
  | 'draft'
  | 'proposed'
  | 'accepted'
  | 'rejected'
  | 'deprecated'
  | 'superseded';

/**
 * The dialect a record is written in. All of them load unedited.
 *
 * @public
 */
export type RecordFormat =
  | 'airworthy'
  | 'madr-4'
  | 'madr-3'
  | 'madr-2'
  | 'log4brains'
  | 'nygard'
  | 'unknown';

/**
 * How a decision changes one quality of the system.
 *
 * @public
 */
export interface QualityAttribute {
  name: string;
  effect: 'improves' | 'degrades' | 'neutral';
}

/**
 * A claim over facts that the decision rests on.
 *
 * @public
 */
export interface Assumption {
  id: string;
  /** CEL over facts, as in the rules of checks. */
  rule: string;
  /** How long it has to be false before it contradicts, such as `24h`; at once without it. */
  for?: string;
  /** In words, for people who do not read rules. */
  claim?: string;
}

/** @public */
export interface RecordEvidence {
  title: string;
  url: string;
  /** `YYYY-MM-DD`. */
  observedAt?: string;
}

/**
 * A position on one axis, with its reasons.
 *
 * @public
 */
export interface Tradeoff {
  axis: string;
  position: Position;
  rationale?: string;
  qualityAttributes: QualityAttribute[];
  scenario?: { stimulus?: string; response?: string; responseMeasure?: string };
  assumptions: Assumption[];
  revisitWhen: string[];
  evidence: RecordEvidence[];
}

/**
 * A check whose failure the record accepts.
 *
 * @public
 */
export interface AcceptedCheck {
  check: string;
  /** `YYYY-MM-DD`: the acceptance ends with this day, UTC. */
  until?: string;
}

/** @public */
export interface RecordLink {
  kind: string;
  target: string;
}

/**
 * A heading of the body, with the text below it.
 *
 * @public
 */
export interface RecordSection {
  title: string;
  /** 1 to 6. */
  depth: number;
  /** 1-based, in the file. */
  line: number;
  /** Plain text of what stands below it, subsections included. */
  text: string;
  /** Targets of the links in that text, in order. */
  links: string[];
}

/**
 * A decision with its position on one or more tradeoff axes.
 *
 * @public
 */
export interface TradeoffRecord {
  /** Stable, not the path: `airworthy.id`, else made from the file's name. */
  id: string;
  title: string;
  format: RecordFormat;
  status: RecordStatus;
  /** What replaced it, as written, where the status names it. */
  supersededBy?: string;
  /** `YYYY-MM-DD`. */
  date?: string;
  decisionMakers: string[];
  consulted: string[];
  informed: string[];
  /** `YYYY-MM-DD`. */
  lastReviewedOn?: string;
  /** Such as `6 months`. */
  reviewIn?: string;
  links: RecordLink[];
  entityRefs: string[];
  reversibility?: 'one-way' | 'two-way';
  tradeoffs: Tradeoff[];
  accepts: AcceptedCheck[];
  design: Record<string, { state: DesignStepState; heading?: string }>;
  sections: RecordSection[];
  /** Titles of the options that were considered. */
  options: string[];
  /** The option that was chosen, as written. */
  chosenOption?: string;
  /** Markdown below the front matter. */
  body: string;
}

/** @public */
export type ProblemSeverity = 'error' | 'warning';

/**
 * What is wrong with a record, and where.
 *
 * @public
 */
export interface RecordProblem {
  file: string;
  /** 1-based. */
  line: number;
  /** 1-based. */
  column: number;
  severity: ProblemSeverity;
  /** Stable, for programs: `invalid-date`. */
  code: string;
  message: string;
}
