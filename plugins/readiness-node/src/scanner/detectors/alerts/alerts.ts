import {
  isPagingSeverity,
  type FactValue,
  type Origin,
} from '@airworthy/plugin-readiness-common';
import type { Detector, DetectorContext } from '../../Detector';
import { ownershipOfFiles, serviceNames } from '../support/serviceNames';
import { type AlertRule, readAlertRules } from './alertRules';
import { classifyAlert } from './classifyAlert';
import { namesService } from './namesService';
import { type PromqlExpression, readPromql } from './promql';
import { resolveRunbook } from './resolveRunbook';

/**
 * Alerting rules that name the service, from PrometheusRule objects and plain
 * rule files. A member's key is the name of the alert; a further rule of the
 * same name carries its severity as well.
 */
export const alertsDetector: Detector = {
  name: 'alerts',
  facts: ['alerts'],
  async detect(context) {
    const { rules, unread } = await readAlertRules(context);
    const names = serviceNames(context);
    const filesAre = await ownershipOfFiles(context);
    const keys = new Set<string>();
    for (const rule of rules) {
      const expression = readPromql(rule.expression);
      if (namesService({ rule, expression, names, filesAre })) {
        await stateAlert(context, rule, expression, keys);
      }
    }
    for (const path of unread) {
      context.gap('alerts', `${path} could not be read, and may hold alerts`);
    }
    if (
      rules.length === 0 &&
      unread.length === 0 &&
      context.objects.length === 0
    ) {
      context.gap(
        'alerts',
        'the repository holds neither manifests nor rule files, so its alerts may be kept elsewhere',
      );
    }
  },
};

function uniqueKey(rule: AlertRule, keys: Set<string>): string {
  const candidates = [
    rule.name,
    `${rule.name} (${rule.labels.severity ?? 'again'})`,
  ];
  let key = candidates.find(candidate => !keys.has(candidate));
  for (let copy = 2; key === undefined; copy += 1) {
    const numbered = `${rule.name} (${copy})`;
    key = keys.has(numbered) ? undefined : numbered;
  }
  keys.add(key);
  return key;
}

async function stateAlert(
  context: DetectorContext,
  rule: AlertRule,
  expression: PromqlExpression,
  keys: Set<string>,
): Promise<void> {
  const runbookLabel = ['runbook_url', 'runbook'].find(
    label => rule.annotations[label],
  );
  const fields: Record<string, FactValue> = {
    name: rule.name,
    healthy: expression.valid,
    pages: isPagingSeverity(rule.labels.severity),
    about: classifyAlert({ name: rule.name, expression, labels: rule.labels }),
    hasRunbook: runbookLabel !== undefined,
  };
  const origins: Record<string, Origin> = {
    '': rule.origin,
    healthy: rule.originOf(['expr']),
  };
  if (runbookLabel !== undefined) {
    origins.hasRunbook = rule.originOf(['annotations', runbookLabel]);
    origins.runbookResolves = origins.hasRunbook;
    const resolves = await resolveRunbook(context, {
      url: rule.annotations[runbookLabel],
      ruleFile: rule.origin.file,
    });
    if (resolves !== undefined) {
      fields.runbookResolves = resolves;
    }
  }
  context.member('alerts', uniqueKey(rule, keys), fields, origins);
}
