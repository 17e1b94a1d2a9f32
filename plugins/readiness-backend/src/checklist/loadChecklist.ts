import {
  compileChecklist,
  defaultChecklist,
  FactRegistry,
  mergeChecklist,
  type ChecklistOverrides,
  type CompiledChecklist,
  type FactDefinition,
  type SourceDescriptor,
} from '@airworthy/plugin-readiness-common';

/** @see loadChecklist */
export interface LoadChecklistOptions {
  /** Facts that modules and config add. */
  facts: readonly FactDefinition[];
  sources: readonly SourceDescriptor[];
  /** Additions by modules, then by config: the later go over the earlier. */
  overrides: readonly ChecklistOverrides[];
}

/**
 * The checklist in force: the default one with what modules and config add to
 * it, checked in every part.
 *
 * @throws ChecklistError naming the config key, the column and the reason, for
 *   every rule that is broken: the back end must not start with it
 */
export function loadChecklist(
  options: LoadChecklistOptions,
): CompiledChecklist {
  return compileChecklist(
    mergeChecklist(defaultChecklist, ...options.overrides),
    {
      registry: FactRegistry.create(options.facts),
      sources: options.sources,
    },
  );
}
