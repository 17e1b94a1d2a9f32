import { InputError } from '@backstage/errors';

/**
 * One thing that is wrong with a checklist.
 *
 * @public
 */
export interface ChecklistIssue {
  /** The config key: `readiness.checklist.checks.replicas.rules[0].rule`. */
  path: string;
  /** What is wrong, with the column where it is inside an expression. */
  message: string;
}

/**
 * A checklist cannot be used. Names every config key that is at fault, not the
 * first one alone.
 *
 * @public
 */
export class ChecklistError extends InputError {
  readonly issues: readonly ChecklistIssue[];

  constructor(issues: readonly ChecklistIssue[]) {
    super(issues.map(issue => `${issue.path}: ${issue.message}`).join('\n'));
    this.issues = issues;
  }
}

/**
 * Where the checklist stands in `app-config.yaml`.
 *
 * @public
 */
export const CHECKLIST_CONFIG_PATH = 'readiness.checklist';

/** Joins keys as they are written in config: `a.b[0].c`. */
export function joinPath(
  base: string,
  keys: ReadonlyArray<PropertyKey>,
): string {
  return keys.reduce<string>(
    (path, key) =>
      typeof key === 'number' ? `${path}[${key}]` : `${path}.${String(key)}`,
    base,
  );
}
