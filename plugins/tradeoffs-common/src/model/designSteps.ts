/**
 * One of the eight steps in which a design is explained.
 *
 * @public
 */
export interface DesignStep {
  id: string;
  title: string;
  /** Headings of a record that cover the step, lower case. */
  headings: readonly string[];
}

/**
 * The eight steps, in their order.
 *
 * @public
 */
export const designSteps: readonly DesignStep[] = [
  { id: 'requirements', title: 'Requirements', headings: ['requirements'] },
  {
    id: 'traffic-pattern',
    title: 'Traffic or usage pattern',
    headings: ['traffic', 'traffic pattern', 'usage pattern', 'load'],
  },
  {
    id: 'core-components',
    title: 'Core components',
    headings: ['components', 'core components'],
  },
  { id: 'data-flow', title: 'Data flow', headings: ['data flow'] },
  {
    id: 'failure-handling',
    title: 'Failure handling',
    headings: ['failure handling', 'failure modes'],
  },
  {
    id: 'monitoring-alerting',
    title: 'Monitoring and alerting',
    headings: ['monitoring', 'alerting', 'monitoring and alerting'],
  },
  {
    id: 'security-access',
    title: 'Security and access',
    headings: ['security', 'access', 'security and access'],
  },
  {
    id: 'tradeoffs',
    title: 'Tradeoffs',
    headings: ['tradeoffs', 'trade-offs'],
  },
];

/**
 * Whether a design step is explained by a record.
 *
 * @public
 */
export type DesignStepState = 'covered' | 'missing' | 'not-applicable';
