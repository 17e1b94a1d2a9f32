import type { FactRecord } from '@airworthy/plugin-readiness-common';

/**
 * What all facts of one observation have in common.
 *
 * @public
 */
export type FactFrame = Pick<
  FactRecord,
  'environment' | 'source' | 'strength' | 'observedAt' | 'expiresAt'
>;

/**
 * The frame of what a source observed at a moment; times in milliseconds.
 *
 * @public
 */
export function frameOf(options: {
  source: string;
  environment: string;
  observed: number;
  freshness: number;
}): FactFrame {
  const { source, environment, observed, freshness } = options;
  return {
    source,
    environment,
    strength: 'observed',
    observedAt: new Date(observed).toISOString(),
    expiresAt: new Date(observed + freshness).toISOString(),
  };
}
