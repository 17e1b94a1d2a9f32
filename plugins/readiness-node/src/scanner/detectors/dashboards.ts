import type { Origin } from '@airworthy/plugin-readiness-common';
import type { Detector, DetectorContext, ProductionObject } from '../Detector';
import { extensionOf } from './support/paths';
import {
  isObject,
  listAt,
  objectAt,
  stringAt,
  valueAt,
} from './support/values';

/** What a dashboard is asked, and words of titles that answer it. */
const ANSWERS: ReadonlyArray<[string, RegExp]> = [
  [
    'healthy',
    /\bhealth|\berrors?\b|\bavailab|\bsuccess|\blatency\b|\buptime\b|\bgolden signals?\b|\bRED\b|\bSLOs?\b/i,
  ],
  [
    'changes',
    /\bchang|\bdeploy|\brelease|\bversion|\brollouts?\b|\brevisions?\b|\brestarts?\b/i,
  ],
  [
    'dependencies',
    /\bdependenc|\bupstreams?\b|\bdownstreams?\b|\bdatabase\b|\bpostgres|\bmysql\b|\bredis\b|\bkafka\b|\brabbitmq\b|\bexternal (?:calls|services)\b|\bqueues?\b/i,
  ],
  [
    'affected',
    /\baffect|\bimpact|\bby (?:tenant|customer|region|user|client|country|route)s?\b|\bper (?:tenant|customer|region|user|client|country)\b|\btenants?\b|\bcustomers?\b|\busers?\b/i,
  ],
];

interface Dashboard {
  name: string;
  titles: string[];
  /** Marks what changed on every panel: deployments as annotations. */
  annotated: boolean;
  origin: Origin;
}

/** Titles of rows and panels, also of those inside rows. */
function titlesOf(value: unknown, depth = 0): string[] {
  if (depth > 6) {
    return [];
  }
  return [...listAt(value, 'panels'), ...listAt(value, 'rows')].flatMap(
    panel => {
      const title = stringAt(panel, 'title');
      return [...(title ? [title] : []), ...titlesOf(panel, depth + 1)];
    },
  );
}

/** Reads a Grafana dashboard, plain or as its API wraps it. */
function readDashboard(
  value: unknown,
  name: string,
  origin: Origin,
): Dashboard | undefined {
  const inner = valueAt(value, 'dashboard');
  const model = isObject(inner) ? inner : value;
  if (
    !isObject(model) ||
    !(Array.isArray(model.panels) || Array.isArray(model.rows)) ||
    stringAt(model, 'title') === undefined
  ) {
    return undefined;
  }
  return {
    name,
    titles: titlesOf(model),
    annotated: listAt(model, 'annotations', 'list').some(annotation =>
      ANSWERS[1][1].test(stringAt(annotation, 'name') ?? ''),
    ),
    origin,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // What is no JSON is no dashboard of Grafana's.
    return undefined;
  }
}

/** Dashboards inside objects: ConfigMaps of Grafana's sidecar, GrafanaDashboard. */
function fromObject(object: ProductionObject): Dashboard[] {
  if (object.kind === 'GrafanaDashboard') {
    const json = stringAt(object.object, 'spec', 'json');
    const dashboard =
      json === undefined
        ? undefined
        : readDashboard(
            parsed(json),
            object.name,
            object.originOf(['spec', 'json']),
          );
    return dashboard ? [dashboard] : [];
  }
  if (object.kind !== 'ConfigMap') {
    return [];
  }
  return Object.keys(objectAt(object.object, 'data'))
    .filter(key => key.endsWith('.json'))
    .flatMap(key => {
      const text = stringAt(object.object, 'data', key) ?? '';
      const dashboard = readDashboard(
        parsed(text),
        key,
        object.originOf(['data', key]),
      );
      return dashboard ?? [];
    });
}

async function fromFiles(
  context: DetectorContext,
): Promise<{ dashboards: Dashboard[]; unread: string[] }> {
  const dashboards: Dashboard[] = [];
  const unread: string[] = [];
  for (const path of context.files) {
    if (
      !/dashboard|grafana/i.test(path) ||
      !['json', 'libsonnet', 'jsonnet'].includes(extensionOf(path))
    ) {
      continue;
    }
    if (extensionOf(path) !== 'json') {
      unread.push(path);
      continue;
    }
    const document = (await context.documents(path))?.[0];
    const dashboard =
      document && readDashboard(document.value, path, { file: path, line: 1 });
    if (dashboard) {
      dashboards.push(dashboard);
    }
  }
  return { dashboards, unread };
}

/** `dashboard.files` and `dashboard.answers`. */
export const dashboardsDetector: Detector = {
  name: 'dashboards',
  facts: ['dashboard.files', 'dashboard.answers'],
  async detect(context) {
    const { dashboards, unread } = await fromFiles(context);
    dashboards.push(...context.objects.flatMap(fromObject));
    const names = [...dashboards.map(({ name }) => name), ...unread];
    context.fact(
      'dashboard.files',
      [...new Set(names)].sort(),
      dashboards.at(0)?.origin ??
        (unread[0] === undefined ? undefined : { file: unread[0], line: 1 }),
    );
    if (dashboards.length === 0) {
      context.gap(
        'dashboard.answers',
        unread.length > 0
          ? `${unread[0]} is a program that makes a dashboard, and is not run: say what it answers by the annotation airworthy.dev/dashboard-answers`
          : 'no dashboard is defined in the repository: keep its JSON here, or say what it answers by the annotation airworthy.dev/dashboard-answers',
      );
      return;
    }
    const answers = ANSWERS.filter(([answer, pattern]) =>
      dashboards.some(
        ({ titles, annotated }) =>
          titles.some(title => pattern.test(title)) ||
          (answer === 'changes' && annotated),
      ),
    ).map(([answer]) => answer);
    context.fact('dashboard.answers', answers, dashboards[0].origin);
  },
};
