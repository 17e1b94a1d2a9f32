import type {
  OwnerSuggestion,
  OwnershipFindingType,
  OwnershipSeverity,
} from '@airworthy/plugin-readiness-common';
import type { StoredTime } from '../database';

/** Kinds that have an owner. */
export const AUDITED_KINDS: readonly string[] = [
  'component',
  'api',
  'resource',
  'system',
  'domain',
  'template',
];

/** The severities, the highest first: their places plus 1 are what is stored. */
export const SEVERITIES: readonly OwnershipSeverity[] = [
  'high',
  'medium',
  'low',
];

/** Every finding there is, in the order in which people read them. */
export const FINDING_TYPES: readonly OwnershipFindingType[] = [
  'no-owner',
  'owner-not-found',
  'owner-is-person',
  'empty-group',
  'single-member-group',
  'no-contact',
  'no-on-call',
  'on-call-differs',
  'codeowners-differs',
  'codeowners-invalid',
  'owner-not-deploying',
  'not-confirmed',
  'orphan',
];

/** Findings that end when a person confirms the owner. */
export const CONFIRMABLE: ReadonlySet<OwnershipFindingType> =
  new Set<OwnershipFindingType>([
    'on-call-differs',
    'codeowners-differs',
    'owner-not-deploying',
    'not-confirmed',
  ]);

/** What an audit says of an entity as a whole. */
export type OwnershipState = 'clear' | 'doubtful' | 'unowned';

/** One finding, as it is found. */
export interface FoundFinding {
  finding: OwnershipFindingType;
  severity: OwnershipSeverity;
  /** What was seen, in words. */
  text: string;
  /** Title of who says so. */
  source: string;
  url?: string;
}

/** What the audit of one entity comes to. */
export interface OwnershipVerdict {
  findings: FoundFinding[];
  state: OwnershipState;
  ownerIsGroup: boolean;
  hasMember: boolean;
  hasContact: boolean;
  confirmed: boolean;
  /** Absent where no source of on-call knows the entity. */
  onCall: boolean | undefined;
  suggestion: OwnerSuggestion | undefined;
  editUrl: string | undefined;
  /** Milliseconds; time alone may change the verdict then. */
  dueAt: number;
}

/** @see migrations/20261124110000_ownership.js */
export interface OwnershipAuditRow {
  entity_id: number;
  state: string;
  known_since: StoredTime;
  audited_at: StoredTime;
  due_at: StoredTime;
  owner_is_group: boolean | number;
  has_member: boolean | number;
  has_contact: boolean | number;
  confirmed: boolean | number;
  on_call: boolean | number | null;
  suggested_owner: string | null;
  suggested_from: string | null;
  suggested_text: string | null;
  edit_url: string | null;
}

export interface OwnershipFindingRow {
  entity_id: number;
  finding: string;
  severity: number;
  tier: number;
  ref: string;
  since: StoredTime;
  text: string;
  source: string;
  url: string | null;
}

export interface OwnershipConfirmationRow {
  id: number;
  entity_id: number;
  owner: string;
  until: StoredTime;
  confirmed_by: string;
  confirmed_at: StoredTime;
  note: string | null;
}

export interface OwnershipTransitionRow {
  id: number;
  entity_id: number;
  at: StoredTime;
  from_state: string | null;
  to_state: string | null;
}
