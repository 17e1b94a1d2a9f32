import type { FactFrame } from '@airworthy/plugin-readiness-node';
import type { FactRecord } from '@airworthy/plugin-readiness-common';
import type { EntitySelector } from '../join';
import type { Target } from '../prometheus/types';

/**
 * The fact `metrics.scraped`: up is one target at least. Where no target bears
 * the entity's labels nobody can tell whether none is scraped or one under
 * other labels, which is a gap and no failure.
 */
export function scrapeFacts(
  targets: readonly Target[],
  options: { frame: FactFrame; selector: EntitySelector; publicUrl: string },
): FactRecord[] {
  const { frame, selector, publicUrl } = options;
  const labels = selector.labels
    .map(([name, value]) => `${name}="${value}"`)
    .join(', ');
  const fact = {
    ...frame,
    name: 'metrics.scraped',
    member: '',
    origins: { '': { url: `${publicUrl}/targets` } },
  };
  return [
    targets.length > 0
      ? { ...fact, value: targets.some(({ health }) => health === 'up') }
      : { ...fact, missing: `no active target carries ${labels}` },
  ];
}
