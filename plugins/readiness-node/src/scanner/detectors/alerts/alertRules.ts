import type { Origin } from '@airworthy/plugin-readiness-common';
import type { DetectorContext } from '../../Detector';
import { baseName, extensionOf, foldersOf } from '../support/paths';
import { isObject, listAt, objectAt, stringAt } from '../support/values';

/** One alerting rule, wherever it is written. */
export interface AlertRule {
  name: string;
  expression: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
  /** Written among the service's own files. */
  own: boolean;
  origin: Origin;
  /** Where a part of the rule is written, such as `['expr']`. */
  originOf(path: ReadonlyArray<string | number>): Origin;
}

const RULE_FOLDERS = new Set([
  'alerts',
  'alerting',
  'rules',
  'prometheus',
  'monitoring',
  'observability',
]);

/** Whether the name of a file says that it may hold alerting rules. */
function mayHoldRules(path: string): boolean {
  const extension = extensionOf(path);
  if (extension === 'rules') {
    return true;
  }
  return (
    ['yaml', 'yml'].includes(extension) &&
    (/rule|alert|prom/i.test(baseName(path)) ||
      foldersOf(path).some(folder => RULE_FOLDERS.has(folder)))
  );
}

function strings(value: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.keys(value).map(key => [key, stringAt(value, key) ?? '']),
  );
}

function rulesIn(
  value: unknown,
  root: ReadonlyArray<string | number>,
  own: boolean,
  originOf: (path: ReadonlyArray<string | number>) => Origin,
): AlertRule[] {
  return listAt(value, ...root, 'groups').flatMap((group, groupIndex) =>
    listAt(group, 'rules').flatMap((rule, ruleIndex) => {
      const name = stringAt(rule, 'alert');
      if (!isObject(rule) || name === undefined) {
        return [];
      }
      const path = [...root, 'groups', groupIndex, 'rules', ruleIndex];
      return {
        name,
        expression: stringAt(rule, 'expr') ?? '',
        labels: {
          ...strings(objectAt(group, 'labels')),
          ...strings(objectAt(rule, 'labels')),
        },
        annotations: strings(objectAt(rule, 'annotations')),
        own,
        origin: originOf(path),
        originOf: inside => originOf([...path, ...inside]),
      };
    }),
  );
}

/** Every alerting rule of the repository, and the files that hide some. */
export async function readAlertRules(
  context: DetectorContext,
): Promise<{ rules: AlertRule[]; unread: string[] }> {
  const rules: AlertRule[] = [];
  const unread: string[] = [];
  for (const object of context.objects) {
    if (object.kind === 'PrometheusRule') {
      rules.push(
        ...rulesIn(object.object, ['spec'], true, path =>
          object.originOf(path),
        ),
      );
    }
  }
  const ownFiles = new Set(context.files);
  const chartFolders = context.allFiles
    .filter(path => baseName(path) === 'Chart.yaml')
    .map(path => path.slice(0, -'Chart.yaml'.length));
  for (const path of context.allFiles.filter(mayHoldRules)) {
    if (chartFolders.some(folder => path.startsWith(`${folder}templates/`))) {
      // Templates count as objects where they could be rendered.
      const text = await context.text(path);
      const rendered = context.objects.some(
        object => object.kind === 'PrometheusRule',
      );
      if (!rendered && ownFiles.has(path) && text?.includes('PrometheusRule')) {
        unread.push(path);
      }
      continue;
    }
    const documents = await context.documents(path);
    if (!documents) {
      unread.push(path);
      continue;
    }
    for (const document of documents) {
      const kind = stringAt(document.value, 'kind');
      // An object among the service's own files counts where production has it.
      const isElsewhere = kind === 'PrometheusRule' && !ownFiles.has(path);
      if (kind === undefined || isElsewhere) {
        rules.push(
          ...rulesIn(
            document.value,
            isElsewhere ? ['spec'] : [],
            ownFiles.has(path),
            inside => ({ file: path, line: document.lineOf(inside) }),
          ),
        );
      }
    }
  }
  return { rules, unread };
}
