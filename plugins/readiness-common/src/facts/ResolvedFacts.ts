import type {
  FactRecord,
  FactValue,
  ListFactDefinition,
  SourceDescriptor,
} from './types';

/**
 * One source's word about one fact or one member of a list.
 *
 * @public
 */
export interface Statement {
  record: FactRecord;
  source: SourceDescriptor;
  /** Position of its strength in `STRENGTHS`: 0 is the strongest. */
  rank: number;
  /** Milliseconds since the epoch. */
  observed: number;
  /** Past its freshness limit. */
  expired: boolean;
}

/**
 * Why a fact has no value that a rule could read.
 *
 * - `unsupplied`: no configured source supplies it;
 * - `unlinked`: no source that supplies it is linked to the entity;
 * - `silent`: the sources answered and state nothing about it;
 * - `outage`: a source that supplies it does not answer, or never has;
 * - `stale`: the strongest value is past its freshness limit;
 * - `gap`: a source looked and could not tell.
 *
 * The first three mean that the fact is absent, the others that it is
 * undecided: there may be a value that nobody can see now.
 *
 * @public
 */
export type MissingCause =
  | { kind: 'unsupplied' | 'unlinked' | 'silent' }
  | { kind: 'outage'; source: SourceDescriptor }
  | { kind: 'stale'; statement: Statement }
  | { kind: 'gap'; statement: Statement; reason: string };

/**
 * One fact, or one field of a member, as decided among its sources.
 *
 * @public
 */
export interface ResolvedValue {
  state: 'known' | 'absent' | 'undecided';
  /** Only where it is known. */
  value?: FactValue;
  /** The statement that decided. Only where it is known. */
  decidedBy?: Statement;
  /** Only where it is not known. */
  cause?: MissingCause;
  /** Whatever any source said, the strongest and freshest first. */
  statements: readonly Statement[];
  /** Fresh statements that contradict each other. */
  drift?: { declared: Statement; observed: Statement };
}

/**
 * One member of a list, merged field by field among its sources.
 *
 * @public
 */
export interface ResolvedMember {
  /** `Deployment/payments/payments-api`. */
  key: string;
  /** Short name for people: `payments-api`. */
  name: string;
  /** Keyed by field, for the fields that were asked for. */
  fields: Readonly<Record<string, ResolvedValue>>;
  statements: readonly Statement[];
  /** A field of it drifts. */
  drifts: boolean;
}

/**
 * A list fact as decided among its sources.
 *
 * @public
 */
export interface ResolvedList {
  definition: ListFactDefinition;
  state: 'known' | 'absent' | 'undecided';
  /** Only where it is not known. */
  cause?: MissingCause;
  /** Why members may be missing although the list is known. */
  incomplete?: MissingCause;
  /** How many members there are beyond those that rules look at. */
  beyondLimit: number;
  /** Ordered by key. */
  members: readonly ResolvedMember[];
}

/**
 * All facts of one entity, resolved.
 *
 * @public
 */
export interface ResolvedFacts {
  scalars: ReadonlyMap<string, ResolvedValue>;
  lists: ReadonlyMap<string, ResolvedList>;
  /** Earliest future moment at which a statement expires, in milliseconds. */
  nextExpiry?: number;
  /** Declared and observed evidence differ somewhere. */
  drifts: boolean;
}

/** The value that a statement gives a scalar, or a field of a member. */
export function statedValue(
  statement: Statement,
  field: string | undefined,
): FactValue | undefined {
  const { value } = statement.record;
  if (field === undefined) {
    return isFields(value) ? undefined : value;
  }
  return isFields(value) && Object.hasOwn(value, field)
    ? value[field]
    : undefined;
}

function isFields(
  value: FactRecord['value'],
): value is Record<string, FactValue> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
