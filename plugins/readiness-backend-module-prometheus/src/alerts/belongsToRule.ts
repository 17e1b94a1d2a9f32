import type { AlertingRule } from '../prometheus/types';

/** Whether a rule made an alert with these labels, as far as labels tell. */
export function belongsToRule(
  labels: Readonly<Record<string, string>>,
  rule: Pick<AlertingRule, 'name' | 'labels'>,
): boolean {
  return (
    labels.alertname === rule.name &&
    Object.entries(rule.labels).every(
      ([name, value]) => value.includes('{{') || (labels[name] ?? '') === value,
    )
  );
}
