/**
 * What becomes of an alert. `pending`: not for long enough yet; `firing`;
 * `silenced` by a person; `inhibited` by another alert; `resolved`: it was one
 * of these, and is no more.
 *
 * @public
 */
export type AlertState =
  | 'pending'
  | 'firing'
  | 'silenced'
  | 'inhibited'
  | 'resolved';

/**
 * The states in the order in which people want to see them.
 *
 * @public
 */
export const ALERT_STATES: readonly AlertState[] = [
  'firing',
  'silenced',
  'inhibited',
  'pending',
  'resolved',
];

/**
 * What is wrong with an entity, or was lately.
 *
 * @public
 */
export interface Alert {
  entityRef: string;
  /** The source instance, such as `alertmanager:prod-eu`. */
  source: string;
  /** Unique within source and entity: the same alert told again has the same. */
  key: string;
  environment: string;
  /** The name of its rule. */
  name: string;
  labels: Record<string, string>;
  state: AlertState;
  /** ISO 8601, UTC: when it began. */
  since: string;
  /** ISO 8601, UTC; of a resolved one alone. */
  resolvedAt?: string;
  /** Wakes a person: severity page or critical. */
  pages: boolean;
  summary?: string;
  runbookUrl?: string;
  /** Receivers that notify somebody. */
  receivers: string[];
  /** Who keeps it quiet, until when (ISO 8601, UTC) and why. */
  silence?: { by: string; until: string; comment: string };
  /** Where a person can see it. */
  url: string;
}

const PAGING_SEVERITIES: ReadonlySet<string> = new Set(['page', 'critical']);

/**
 * Whether an alert of this severity wakes a person.
 *
 * @public
 */
export function isPagingSeverity(severity: string | undefined): boolean {
  return PAGING_SEVERITIES.has((severity ?? '').toLowerCase());
}
