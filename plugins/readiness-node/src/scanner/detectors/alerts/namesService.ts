import type { AlertRule } from './alertRules';
import type { PromqlExpression } from './promql';

const NAMING_LABELS = new Set([
  'service',
  'service_name',
  'app',
  'app_kubernetes_io_name',
  'application',
  'component',
  'job',
  'container',
  'deployment',
  'statefulset',
  'pod',
  'horizontalpodautoscaler',
]);

/** Whether a value of a matcher, maybe `a|b` or `a-.*`, means one of the names. */
function means(value: string, names: ReadonlySet<string>): boolean {
  return value
    .replace(/[()^$]/g, '')
    .split('|')
    .some(alternative => {
      if (names.has(alternative)) {
        return true;
      }
      const start = /^([a-zA-Z0-9_./-]+?)-?(?:\.[*+]|\[)/.exec(
        alternative,
      )?.[1];
      return start !== undefined && names.has(start);
    });
}

/**
 * Whether a rule speaks of the service: by a label, by a selector of its
 * expression, or by standing among files that are the service's alone.
 */
export function namesService(options: {
  rule: AlertRule;
  expression: PromqlExpression;
  names: ReadonlySet<string>;
  filesAre: 'alone' | 'shared' | 'untold';
}): boolean {
  const { rule, expression, names, filesAre } = options;
  const labels = Object.entries(rule.labels).filter(([label]) =>
    NAMING_LABELS.has(label),
  );
  const matchers = expression.matchers.filter(
    ({ label, operator }) =>
      NAMING_LABELS.has(label) && !operator.startsWith('!'),
  );
  if (
    labels.some(([, value]) => names.has(value)) ||
    matchers.some(({ value }) => means(value, names))
  ) {
    return true;
  }
  if (!rule.own || filesAre === 'shared') {
    return false;
  }
  return filesAre === 'alone' || (labels.length === 0 && matchers.length === 0);
}
