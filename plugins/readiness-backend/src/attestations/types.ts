/** What `readiness.attestations` of the config says. */
export interface AttestationConfig {
  enabled: boolean;
  /** How far ahead one may end; milliseconds. */
  maxAgeMs: number;
  /** How long one that ended stays for auditors; milliseconds. */
  retentionMs: number;
}
