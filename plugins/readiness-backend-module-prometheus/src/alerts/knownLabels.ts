import { parseDocument } from 'yaml';
import { z } from 'zod';
import type { AlertingRule } from '../prometheus/types';
import { createLabelMatcher } from '../routing/LabelMatcher';

/** Labels known of an alert before it fires; any other may be there, too. */
export type AlertLabels = Readonly<Record<string, string>>;

/** What a server does to the labels of all its alerts. */
export interface AlertLabelling {
  /** Added where the alert has no such label. */
  external: Record<string, string>;
  /** Whether relabelling may change or drop the label of that name. */
  mayChange(name: string): boolean;
}

/** Of a server whose configuration cannot be read: it may add any label. */
export const UNKNOWN_LABELLING: AlertLabelling = {
  external: {},
  mayChange: () => false,
};

const relabelConfig = z.object({
  action: z.string().default('replace'),
  target_label: z.string().default(''),
  regex: z.string().default('(.*)'),
});

const serverConfig = z.object({
  global: z
    .object({ external_labels: z.record(z.string(), z.string()).optional() })
    .optional(),
  alerting: z
    .object({ alert_relabel_configs: z.array(relabelConfig).optional() })
    .optional(),
});

/**
 * What the YAML of a server's configuration says about the labels of alerts.
 * Relabelling is not carried out: what it may touch counts as unknown.
 *
 * @throws MatcherSyntaxError where a regular expression is none
 */
export function readAlertLabelling(yaml: string): AlertLabelling {
  const document = parseDocument(yaml, { schema: 'failsafe' });
  const config = serverConfig.safeParse(document.toJS());
  if (document.errors.length > 0 || !config.success) {
    return UNKNOWN_LABELLING;
  }
  const { global, alerting } = config.data;
  const changes = (alerting?.alert_relabel_configs ?? []).map(changesOf);
  return {
    external: global?.external_labels ?? {},
    mayChange: name => changes.some(change => change(name)),
  };
}

function changesOf(
  config: z.infer<typeof relabelConfig>,
): (name: string) => boolean {
  const matcher = createLabelMatcher('', '=~', config.regex);
  switch (config.action.toLowerCase()) {
    case 'keep':
    case 'drop':
    case 'keepequal':
    case 'dropequal':
      // They decide whether an alert is sent, not what it carries.
      return () => false;
    case 'labeldrop':
      return matcher.matches;
    case 'labelkeep':
      return name => !matcher.matches(name);
    case 'labelmap':
      return () => true;
    default:
      // A target such as `${1}` is named by the alert itself.
      return config.target_label.includes('$')
        ? () => true
        : name => name === config.target_label;
  }
}

/**
 * The labels that an alert of this rule is known to have: its name, what the
 * rule sets, and the server's external labels. A label set by a template is not
 * known. A series with a label of the same name would hide an external one,
 * which external labels are chosen not to meet.
 */
export function knownLabels(
  rule: Pick<AlertingRule, 'name' | 'labels'>,
  { external, mayChange }: AlertLabelling,
): AlertLabels {
  const labels = { ...external, ...rule.labels, alertname: rule.name };
  return Object.fromEntries(
    Object.entries(labels).filter(
      ([name, value]) => !value.includes('{{') && !mayChange(name),
    ),
  );
}
