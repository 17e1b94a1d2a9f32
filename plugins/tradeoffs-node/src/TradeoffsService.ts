/**
 * A check of one entity that a record accepts, and that counts now: the record
 * is accepted, confirmed, reviewed in time, not superseded, not contradicted.
 *
 * @public
 */
export interface CountingAcceptance {
  entityRef: string;
  check: string;
  recordId: string;
  recordTitle: string;
  /** ISO 8601, UTC: the last moment at which it counts. */
  until: string;
}

/**
 * Something that a record in force assumes about the facts of one entity.
 *
 * @public
 */
export interface OpenAssumption {
  entityRef: string;
  recordId: string;
  /** Unique within the record. */
  assumptionId: string;
  /** CEL over facts. */
  rule: string;
  /** Something is known of it; what is not is to be reported. */
  reported: boolean;
}

/**
 * What the facts make of an assumption. How long it has to be false before it
 * contradicts the record is not the reporter's matter.
 *
 * @public
 */
export interface AssumptionReport extends Omit<OpenAssumption, 'reported'> {
  outcome: 'true' | 'false' | 'unknown';
  /** What the facts are, in words. */
  value?: string;
  /** The evidence source that says so. */
  source?: string;
  /** Where a person can see it. */
  url?: string;
  /** ISO 8601, UTC. */
  observedAt?: string;
  /** Why it is unknown. */
  reason?: string;
}

/**
 * Something that a record in force says.
 *
 * @public
 */
export interface StatedByRecord {
  name: string;
  /** The newest record that states it. */
  recordId: string;
}

/**
 * What records in force, of an entity and of its system, say of its design.
 *
 * @public
 */
export interface EntityDesign {
  entityRef: string;
  /**
   * Its repository and that of its system were read at least once: what is
   * missing here is on no record.
   */
  complete: boolean;
  /** Ids of the axes on which a position was taken. */
  axes: StatedByRecord[];
  /** Ids of those of the eight design steps that are covered or do not apply. */
  designSteps: StatedByRecord[];
  /** Of `RPO` and `RTO`, those that are stated with an amount. */
  recoveryObjectives: StatedByRecord[];
}

/**
 * What other back ends ask of tradeoff records, with their own credentials.
 *
 * Every method rejects with the error of the tradeoffs back end where that
 * cannot be reached.
 *
 * @public
 */
export interface TradeoffsService {
  /** Whether the portal has the tradeoffs plugin at all. */
  readonly installed: boolean;
  /** All that count now, or those of some entities. */
  getAcceptances(options?: {
    entityRefs?: readonly string[];
  }): Promise<CountingAcceptance[]>;
  /** All of records in force, or those of some entities. */
  getAssumptions(options?: {
    entityRefs?: readonly string[];
  }): Promise<OpenAssumption[]>;
  /**
   * What records say of the design of entities. Entities that the tradeoffs
   * plugin does not know are left out.
   */
  getDesigns(entityRefs: readonly string[]): Promise<EntityDesign[]>;
  /** Says what the facts make of assumptions; the same again changes nothing. */
  reportAssumptionStates(reports: readonly AssumptionReport[]): Promise<void>;
}
