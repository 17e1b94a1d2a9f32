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
  recordIds: string[];
  /** Entities that those records name, or named before. */
  entityRefs: string[];
}
