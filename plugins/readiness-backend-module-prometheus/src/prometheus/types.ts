/** An alerting rule that a server evaluates. */
export interface AlertingRule {
  name: string;
  /** PromQL. */
  query: string;
  /** Those of the rule and its group; values may be templates. */
  labels: Record<string, string>;
  annotations: Record<string, string>;
  /** `ok`, `err` or `unknown`. */
  health?: string;
  /** ISO 8601; the year 1 where it was never evaluated. */
  lastEvaluation?: string;
}

/** What a server scrapes. */
export interface Target {
  labels: Record<string, string>;
  /** `up`, `down` or `unknown`. */
  health: string;
}

/** An alert that a server holds, pending or firing. */
export interface ServerAlert {
  labels: Record<string, string>;
  annotations: Record<string, string>;
  state: string;
  /** ISO 8601. */
  activeAt?: string;
}

/** One element of an instant vector. */
export interface Sample {
  labels: Record<string, string>;
  value: number;
}
