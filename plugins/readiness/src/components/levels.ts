import { type ToneName } from '@airworthy/plugin-readiness-react';

/** A level of the checklist, as ids and titles. */
export interface LevelLike {
  id: string;
  title: string;
}

/** 0 for no level (or one that the checklist does not have), then 1 upwards. */
export function levelRank(levels: readonly LevelLike[], id: string): number {
  return levels.findIndex(level => level.id === id) + 1;
}

const tones: ToneName[] = ['none', 'bronze', 'silver', 'gold'];

/** The tone of a level; what is above the third looks like the third. */
export function levelTone(rank: number): ToneName {
  return tones[Math.min(Math.max(rank, 0), 3)];
}

/** How many of the three chevrons are filled. */
export function levelGlyphName(rank: number) {
  const names = ['level-0', 'level-1', 'level-2', 'level-3'] as const;
  return names[Math.min(Math.max(rank, 0), 3)];
}
