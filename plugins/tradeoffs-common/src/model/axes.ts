/**
 * A position on an axis: ordinal, from -2 (the first pole) to +2 (the second).
 * Never a percentage.
 *
 * @public
 */
export type Position = -2 | -1 | 0 | 1 | 2;

/** @public */
export const POSITIONS: readonly Position[] = [-2, -1, 0, 1, 2];

/**
 * One tradeoff, as a line between two poles with words for its five stops.
 *
 * @public
 */
export interface TradeoffAxis {
  id: string;
  title: string;
  /** The poles, the first at -2. */
  poles: readonly [string, string];
  /** Words for each stop, from -2 to +2. */
  stops: readonly [string, string, string, string, string];
  /** Checks whose failure this axis explains most often. */
  checks: readonly string[];
}

/**
 * The six common tradeoffs. Config may add more.
 *
 * @public
 */
export const defaultAxes: readonly TradeoffAxis[] = [
  {
    id: 'cost-availability',
    title: 'Cost versus availability',
    poles: ['cost', 'availability'],
    stops: [
      'cheapest that works',
      'leans to cost',
      'balanced',
      'leans to availability',
      'available above all',
    ],
    checks: ['replicas', 'spread', 'multi-zone', 'disruption-budget'],
  },
  {
    id: 'consistency-availability',
    title: 'Consistency versus availability',
    poles: ['consistency', 'availability'],
    stops: [
      'consistent above all',
      'leans to consistency',
      'balanced',
      'leans to availability',
      'available above all',
    ],
    checks: ['bounded-retries', 'degrades', 'dead-letter'],
  },
  {
    id: 'performance-freshness',
    title: 'Performance versus freshness',
    poles: ['performance', 'freshness'],
    stops: [
      'fast, may be stale',
      'leans to speed',
      'balanced',
      'leans to freshness',
      'always fresh',
    ],
    checks: ['timeouts', 'load-test', 'right-sized'],
  },
  {
    id: 'simplicity-scalability',
    title: 'Simplicity versus scalability',
    poles: ['simplicity', 'scalability'],
    stops: [
      'simplest that works',
      'leans to simplicity',
      'balanced',
      'leans to scale',
      'scales above all',
    ],
    checks: ['stateless', 'autoscaling', 'connection-pool'],
  },
  {
    id: 'automation-control',
    title: 'Automation versus control',
    poles: ['automation', 'control'],
    stops: [
      'fully automatic',
      'leans to automation',
      'balanced',
      'leans to control',
      'a person decides',
    ],
    checks: ['repeatable-pipeline', 'branch-protection', 'schema-migrations'],
  },
  {
    id: 'managed-self-managed',
    title: 'Managed versus self-managed',
    poles: ['managed', 'self-managed'],
    stops: [
      'fully managed',
      'leans to managed',
      'balanced',
      'leans to our own',
      'run it ourselves',
    ],
    checks: ['backup-recent', 'restore-tested', 'encrypted-at-rest'],
  },
];
