import type { LevelConfig } from '@airworthy/plugin-readiness-common';

/**
 * Place of a level from the lowest, 1-based; 0 for `none`, -1 where the
 * checklist does not know it.
 */
export function levelRank(levels: readonly LevelConfig[], id: string): number {
  if (id === 'none') {
    return 0;
  }
  const index = levels.findIndex(level => level.id === id);
  return index < 0 ? -1 : index + 1;
}
