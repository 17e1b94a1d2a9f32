import type { CompiledChecklist } from '@airworthy/plugin-readiness-common';

/** The title of a level; words for none. */
export function levelTitle(
  checklist: CompiledChecklist,
  level: string | undefined,
): string {
  return checklist.levels.find(({ id }) => id === level)?.title ?? 'No level';
}
