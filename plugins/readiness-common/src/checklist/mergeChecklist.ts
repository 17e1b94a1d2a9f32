import { nearestName } from '../rules/nearestName';
import { CHECKLIST_CONFIG_PATH, ChecklistError } from './ChecklistError';
import type { ChecklistIssue } from './ChecklistError';
import { parseChecklist } from './checklistSchema';
import type {
  CheckOverride,
  ChecklistConfig,
  ChecklistOverrides,
} from './types';

type QuestionOverride = NonNullable<ChecklistOverrides['questions']>[string];

/**
 * A checklist with overrides laid over it, the later over the earlier: check by
 * check and key by key. `params` and `fix` are merged key by key as well; rules
 * and every other value are replaced whole. `enabled: false` switches a check
 * off; a check that is not there is added.
 *
 * @throws ChecklistError naming the key under `readiness.checklist`, where an
 * added check or question lacks a key or nothing is there to switch off
 *
 * @public
 */
export function mergeChecklist(
  base: ChecklistConfig,
  ...overrides: readonly ChecklistOverrides[]
): ChecklistConfig {
  const issues: ChecklistIssue[] = [];
  let merged: MutableChecklist = {
    head: { ...base },
    questions: { ...base.questions },
    checks: { ...base.checks },
  };
  for (const override of overrides) {
    merged = applyOverride(merged, override, issues);
  }
  if (issues.length > 0) {
    throw new ChecklistError(issues);
  }
  const checks: Record<string, unknown> = {};
  for (const [id, check] of Object.entries(merged.checks)) {
    const { enabled = true, ...rest } = check;
    if (enabled) {
      checks[id] = rest;
    }
  }
  return parseChecklist({
    ...merged.head,
    questions: merged.questions,
    checks,
  });
}

interface MutableChecklist {
  head: Omit<ChecklistConfig, 'questions' | 'checks'>;
  questions: Record<string, QuestionOverride>;
  checks: Record<string, CheckOverride>;
}

function applyOverride(
  before: MutableChecklist,
  override: ChecklistOverrides,
  issues: ChecklistIssue[],
): MutableChecklist {
  const { replace, questions = {}, checks = {}, ...head } = override;
  const known = Object.keys(before.checks);
  const merged: MutableChecklist = {
    head: { ...before.head, ...defined(head) },
    questions: replace ? {} : { ...before.questions },
    checks: replace ? {} : { ...before.checks },
  };
  for (const [id, question] of Object.entries(questions)) {
    merged.questions[id] = { ...merged.questions[id], ...defined(question) };
  }
  for (const [id, check] of Object.entries(checks)) {
    const earlier = merged.checks[id];
    if (!earlier && Object.keys(check).every(key => key === 'enabled')) {
      const nearest = nearestName(id, known);
      issues.push({
        path: `${CHECKLIST_CONFIG_PATH}.checks.${id}`,
        message: `the checklist has no such check${
          nearest ? `; did you mean "${nearest}"?` : ''
        }`,
      });
      continue;
    }
    merged.checks[id] = mergeCheck(earlier ?? {}, check);
  }
  return merged;
}

function mergeCheck(
  earlier: CheckOverride,
  override: CheckOverride,
): CheckOverride {
  const merged: CheckOverride = { ...earlier, ...defined(override) };
  if (earlier.params && override.params) {
    merged.params = { ...earlier.params, ...override.params };
  }
  if (earlier.fix && override.fix) {
    merged.fix = { ...earlier.fix, ...defined(override.fix) };
  }
  return merged;
}

/** Keys that were left out must not erase what is there. */
function defined<T extends object>(value: T): Partial<T> {
  const result: Partial<T> = { ...value };
  for (const key in result) {
    if (result[key] === undefined) {
      delete result[key];
    }
  }
  return result;
}
