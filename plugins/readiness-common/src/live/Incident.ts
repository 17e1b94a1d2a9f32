/**
 * How soon somebody has to answer an incident.
 *
 * @public
 */
export type IncidentUrgency = 'high' | 'low';

/**
 * Somebody was called about an entity, or should have been.
 *
 * @public
 */
export interface Incident {
  entityRef: string;
  /** The source instance, such as `pagerduty:acme`. */
  source: string;
  /** Unique within source and entity. */
  key: string;
  title: string;
  /** ISO 8601, UTC. */
  startedAt: string;
  /** ISO 8601, UTC; absent while it lasts. */
  resolvedAt?: string;
  urgency?: IncidentUrgency;
  /** Where a person can see it. */
  url?: string;
}
