import type { JsonValue } from '@backstage/types';
import {
  isRecord,
  listAt,
  stringAt,
  stringEntriesAt,
  stringsAt,
} from '../../json/values';

/** Labels of an object or of a pod. */
export type Labels = Readonly<Record<string, string>>;

/** Whether something of these labels is selected. */
export type LabelSelector = (labels: Labels) => boolean;

function matchesExpression(expression: JsonValue, labels: Labels): boolean {
  const value = labels[stringAt(expression, 'key') ?? ''];
  const values = stringsAt(expression, 'values');
  switch (stringAt(expression, 'operator')) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    default:
      return false;
  }
}

/**
 * Reads a label selector as Kubernetes has it: `matchLabels` and
 * `matchExpressions`, all of which hold; an empty one selects everything. A
 * map of labels without either, as Services have it, is read as `matchLabels`.
 * Undefined where there is no selector, which selects nothing.
 */
export function readLabelSelector(
  selector: JsonValue | undefined,
): LabelSelector | undefined {
  if (!isRecord(selector)) {
    return undefined;
  }
  const isStructured =
    'matchLabels' in selector || 'matchExpressions' in selector;
  const matchLabels = Object.entries(
    isStructured
      ? stringEntriesAt(selector, 'matchLabels')
      : stringEntriesAt(selector),
  );
  const expressions = isStructured ? listAt(selector, 'matchExpressions') : [];
  return labels =>
    matchLabels.every(([key, value]) => labels[key] === value) &&
    expressions.every(expression => matchesExpression(expression, labels));
}

/** Labels that a selector asks for by name and value. */
export function labelsOfSelector(selector: JsonValue | undefined): Labels {
  return isRecord(selector) &&
    !('matchLabels' in selector || 'matchExpressions' in selector)
    ? stringEntriesAt(selector)
    : stringEntriesAt(selector, 'matchLabels');
}

/**
 * Reads a selector written as one line, as in
 * `backstage.io/kubernetes-label-selector`: `app=payments,tier!=test`,
 * `app in (a, b)`, `app`, `!app`. Undefined where it cannot be read.
 */
export function parseLabelSelector(text: string): LabelSelector | undefined {
  const requirements = text
    .slice(0, 2000)
    .split(/,(?![^(]*\))/)
    .map(part => parseRequirement(part.trim()));
  const known = requirements.filter(requirement => requirement !== undefined);
  return known.length === requirements.length
    ? labels => known.every(requirement => requirement(labels))
    : undefined;
}

function parseRequirement(text: string): LabelSelector | undefined {
  const set = /^([\w./-]+)\s+(in|notin)\s+\(([^()]*)\)$/.exec(text);
  if (set) {
    const [, key, operator, list] = set;
    const values = list.split(',').map(value => value.trim());
    return operator === 'in'
      ? labels => values.includes(labels[key])
      : labels => !values.includes(labels[key]);
  }
  const equality = /^([\w./-]+)\s*(==|=|!=)\s*([\w.-]*)$/.exec(text);
  if (equality) {
    const [, key, operator, value] = equality;
    return operator === '!='
      ? labels => labels[key] !== value
      : labels => labels[key] === value;
  }
  const existence = /^(!?)\s*([\w./-]+)$/.exec(text);
  if (existence) {
    const [, not, key] = existence;
    return labels => (labels[key] === undefined) === (not === '!');
  }
  return undefined;
}
