/**
 * The topic on which the tradeoffs plugin says that records changed, or what
 * they come to.
 *
 * @public
 */
export const TRADEOFFS_RECORDS_CHANGED = 'tradeoffs.records.changed';

/**
 * The payload of {@link TRADEOFFS_RECORDS_CHANGED}.
 *
 * @public
 */
export interface RecordsChangedPayload {
  /** Empty where records of entities were looked at for the first time. */
  recordIds: string[];
  /** Entities that those records name, or named before; those looked at. */
  entityRefs: string[];
}
