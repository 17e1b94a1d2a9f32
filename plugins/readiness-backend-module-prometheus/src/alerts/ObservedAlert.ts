/** An alert of an entity that is pending, firing or kept quiet. */
export interface ObservedAlert {
  entityRef: string;
  /** The source instance, such as `alertmanager:prod-eu`. */
  source: string;
  environment: string;
  /** The name of its rule. */
  name: string;
  labels: Record<string, string>;
  /**
   * `pending`: not for long enough yet; `firing`; `silenced` by a person;
   * `inhibited` by another alert.
   */
  state: 'pending' | 'firing' | 'silenced' | 'inhibited';
  /** ISO 8601, UTC. */
  since: string;
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
