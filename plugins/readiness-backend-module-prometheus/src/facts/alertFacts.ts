import {
  classifyAlert,
  type FactFrame,
} from '@airworthy/plugin-readiness-node';
import {
  isPagingSeverity,
  type FactRecord,
  type FactValue,
} from '@airworthy/plugin-readiness-common';
import type { KeyedRule, ReadRule } from '../join';
import type { AlertingRule } from '../prometheus/types';

const HOUR = 60 * 60 * 1000;

/** Whether an alert with these labels wakes a person. */
export function pages(labels: Readonly<Record<string, string>>): boolean {
  return isPagingSeverity(labels.severity);
}

/** The runbook that annotations lead to. */
export function runbookOf(
  annotations: Readonly<Record<string, string>>,
): string | undefined {
  return annotations.runbook_url || annotations.runbook || undefined;
}

/**
 * The fact `alerts` of the rules of an entity. Whether a runbook resolves is for
 * sources that can open it to say.
 *
 * @param now - milliseconds since the epoch
 */
export function alertFacts(
  rules: readonly KeyedRule[],
  options: { frame: FactFrame; now: number; publicUrl: string },
): FactRecord[] {
  const { frame, now, publicUrl } = options;
  return rules.map(({ key, rule, expression }) => ({
    ...frame,
    name: 'alerts',
    member: key,
    value: alertValue({ rule, expression }, now),
    origins: {
      '': {
        url: `${publicUrl}/alerts?search=${encodeURIComponent(rule.name)}`,
      },
    },
  }));
}

function alertValue(
  { rule, expression }: ReadRule,
  now: number,
): Record<string, FactValue> {
  const { name, labels, annotations } = rule;
  const healthy = isHealthy(rule, now);
  return {
    name,
    ...(healthy === undefined ? {} : { healthy }),
    pages: pages(labels),
    about: classifyAlert({ name, expression, labels }),
    hasRunbook: runbookOf(annotations) !== undefined,
  };
}

/** Undefined where the server does not tell. */
function isHealthy(rule: AlertingRule, now: number): boolean | undefined {
  const { health, lastEvaluation } = rule;
  if (health === undefined || lastEvaluation === undefined) {
    return undefined;
  }
  return health === 'ok' && Date.parse(lastEvaluation) > now - HOUR;
}
