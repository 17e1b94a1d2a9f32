export * from './types';
export {
  CHECKLIST_CONFIG_PATH,
  ChecklistError,
  type ChecklistIssue,
} from './ChecklistError';
export { parseChecklist, parseChecklistOverrides } from './checklistSchema';
export { mergeChecklist } from './mergeChecklist';
export {
  compileChecklist,
  type CompileChecklistOptions,
} from './compileChecklist';
export {
  CompiledChecklist,
  type BrokenRule,
  type CompiledQuestion,
} from './CompiledChecklist';
export type { CompiledCheck } from './CompiledCheck';
export { defaultChecklist } from './default/defaultChecklist';
