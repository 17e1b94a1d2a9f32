/**
 * How a fact came to be known. `observed` (seen running) beats `declared`
 * (written in the repository) beats `attested` (a person said so, until a date).
 *
 * @public
 */
export type Strength = 'observed' | 'declared' | 'attested';

/**
 * Strengths from the strongest to the weakest.
 *
 * @public
 */
export const STRENGTHS: readonly Strength[] = [
  'observed',
  'declared',
  'attested',
];

/**
 * Whether one evidence source can speak about one entity.
 *
 * Only `not-linked`, `not-found` and `disabled` let a weaker source decide:
 * every other state other than `ok` is an outage, and an outage never turns a
 * check green.
 *
 * @public
 */
export type LinkStatus =
  | 'ok'
  | 'not-linked'
  | 'not-found'
  | 'disabled'
  | 'denied'
  | 'stale'
  | 'error';

/**
 * The scalar types a fact or a field of a list fact may have. `strings` is a
 * list of strings; `timestamp` travels as ISO 8601 in UTC and is bound to rules
 * as a CEL timestamp; `int` is bound as a CEL int.
 *
 * @public
 */
export type FactType =
  | 'bool'
  | 'int'
  | 'double'
  | 'string'
  | 'timestamp'
  | 'strings';

/**
 * The JSON form of a value of one of the {@link FactType}s.
 *
 * @public
 */
export type FactValue = boolean | number | string | string[];

/**
 * The kinds of evidence source that the default facts name. A module may bring
 * its own kind: any string is one.
 *
 * @public
 */
export type SourceKind = string;

/**
 * One field of the members of a list fact.
 *
 * @public
 */
export interface FieldDefinition {
  type: FactType;
  /** One sentence, for the docs and for people who write rules. */
  description: string;
  /** Narrows the list's own `suppliedBy`: only these kinds know this field. */
  suppliedBy?: SourceKind[];
}

/**
 * A fact with one value for one entity and environment, such as
 * `runbook.exists`. In a rule it is read by its name.
 *
 * @public
 */
export interface ScalarFactDefinition {
  kind: 'scalar';
  /** Two or more words joined by dots; the first is the rule's root object. */
  name: string;
  type: FactType;
  description: string;
  /** Kinds of source that can supply it, strongest first. */
  suppliedBy: SourceKind[];
  /** A unit for people, such as `ms`; rules see the bare number. */
  unit?: string;
  /**
   * For `strings`: what sources of the same strength name adds up, where each
   * of them sees but a part.
   */
  addsUp?: boolean;
}

/**
 * A fact with one value for each of several members, such as `workloads`.
 * In a rule it is a list of objects; a list check names a member by
 * `singular`.
 *
 * @public
 */
export interface ListFactDefinition {
  kind: 'list';
  /** Plural, one word: the rule's variable. */
  name: string;
  /** Names one member in evidence and messages: `workload`. */
  singular: string;
  description: string;
  suppliedBy: SourceKind[];
  fields: Record<string, FieldDefinition>;
}

/**
 * The declaration of a fact: its name belongs to the domain, never to a vendor.
 *
 * @public
 */
export type FactDefinition = ScalarFactDefinition | ListFactDefinition;

/**
 * Where a value can be seen by a person.
 *
 * @public
 */
export interface Origin {
  /** Path inside the repository, `/` as separator. */
  file?: string;
  /** 1-based. */
  line?: number;
  url?: string;
}

/**
 * One fact as one source stated it.
 *
 * A record without `value` is a gap: the source looked and could not tell, for
 * the reason in `missing`. A gap with an empty `member` on a list fact says
 * that members may be missing from the list. A member with both its fields and
 * a reason could be told in part: the fields that are left out are gaps.
 *
 * @public
 */
export interface FactRecord {
  /** The name of a registered {@link FactDefinition}. */
  name: string;
  /**
   * Empty for scalars. For members of lists the key by which lists from
   * several sources merge: `kind/namespace/name` for Kubernetes objects, with
   * an empty namespace where the source does not know it.
   */
  member: string;
  /** `production`, or empty where the fact is the same in all environments. */
  environment: string;
  /** The source instance, such as `repository` or `kubernetes:prod-eu-1`. */
  source: string;
  strength: Strength;
  /** For a scalar its value; for a member its fields. Absent in a gap. */
  value?: FactValue | Record<string, FactValue>;
  /** Why the value is absent, as half a sentence a person can act on. */
  missing?: string;
  /** ISO 8601, UTC. */
  observedAt: string;
  /** ISO 8601, UTC; after this moment the value is stale. Absent: never. */
  expiresAt?: string;
  /** Keyed by field name; the empty key is the member or scalar itself. */
  origins?: Record<string, Origin>;
}

/**
 * Whether a source instance can speak about an entity, since when, and why not.
 *
 * @public
 */
export interface LinkState {
  /** The source instance. */
  source: string;
  status: LinkStatus;
  /** ISO 8601, UTC: when the state became what it is. */
  since: string;
  /** One sentence for a person: what was answered, or what to do. */
  message?: string;
}

/**
 * A source instance that is configured in this installation.
 *
 * @public
 */
export interface SourceDescriptor {
  /** Unique, such as `repository` or `kubernetes:prod-eu-1`. */
  id: string;
  kind: SourceKind;
  /** For people: `Kubernetes prod-eu-1`. */
  title: string;
  strength: Strength;
  /** Names of the facts that it can supply. */
  supplies: string[];
}
