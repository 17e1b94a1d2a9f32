import type { FactValue, LinkStatus } from '@airworthy/plugin-readiness-common';

/**
 * Something that changed about an entity since it was last evaluated: what a
 * transition gives as its reason.
 */
export type Change =
  | {
      kind: 'fact';
      source: string;
      /** `runbook.exists`, or `workloads.minReplicas` for a field. */
      fact: string;
      member?: string;
      from?: FactValue;
      to?: FactValue;
    }
  /** The source spoke about the entity for the first time. */
  | { kind: 'evidence'; source: string }
  | { kind: 'link'; source: string; status: LinkStatus; message?: string }
  | { kind: 'entity'; fields: string[] }
  /** A tradeoff record accepts something, or no longer does. */
  | { kind: 'tradeoff' }
  | { kind: 'checklist' };

/** One line for each change, as the queue keeps it. */
export function formatChanges(changes: readonly Change[]): string {
  return changes.map(change => `${JSON.stringify(change)}\n`).join('');
}

/** The inverse of {@link formatChanges}. */
export function parseChanges(text: string): Change[] {
  return text
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line));
}
