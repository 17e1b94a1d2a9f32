import { posix } from 'node:path';
import { InputError } from '@backstage/errors';
import type { ProductionNames } from '../environment/ProductionNames';
import type { RepositoryFiles } from '../files/RepositoryFiles';
import { readManifests, type Manifest } from '../kubernetes/objects';
import { kindsInText, type ManifestGap } from '../manifests/ManifestGap';
import type { ManifestSet } from '../manifests/readPlainManifests';
import type { LocatedNode } from '../yaml';
import { looksLikeTemplate, parseYaml } from '../yaml/parseYaml';
import { findCharts, type HelmChart } from './HelmChart';
import { findHelm, renderChart } from './renderChart';

/** What the charts of a repository make, and which files are theirs. */
export interface HelmManifests extends ManifestSet {
  ownedFiles: ReadonlySet<string>;
}

/**
 * The objects that charts make in production: rendered where `helm` is
 * installed. Where it is not, the templates that are plain YAML count, and the
 * rest is a gap.
 */
export async function readHelmManifests(
  files: RepositoryFiles,
  names: ProductionNames,
): Promise<HelmManifests> {
  const charts = await findCharts(files, names);
  const helm = charts.length > 0 ? await findHelm() : undefined;
  const manifests: Manifest[] = [];
  const gaps: ManifestGap[] = [];
  const taken: ManifestSet['taken'] = [];
  for (const chart of charts) {
    const chartFile = chartFileOf(chart);
    try {
      if (!helm) {
        throw new InputError('helm is not installed');
      }
      for (const text of await renderChart(helm, chart, files)) {
        manifests.push(...readRendered(text, chart, files));
      }
      taken.push({ source: chartFile, title: titleOf(chart) });
    } catch (error) {
      if (!(error instanceof InputError)) {
        throw error;
      }
      const reason = `the chart ${chart.folder || '.'} was not rendered: ${
        error.message
      }`;
      files.errors.push({ file: chartFile, message: reason });
      const { plain, kinds } = await readUnrendered(chart, files);
      manifests.push(...plain);
      if (kinds === undefined || kinds.size > 0) {
        gaps.push({ reason, path: chartFile, kinds });
      }
    }
  }
  return {
    manifests,
    gaps,
    taken,
    ownedFiles: new Set(charts.flatMap(chart => chart.files)),
  };
}

function chartFileOf({ folder }: HelmChart): string {
  return folder ? `${folder}/Chart.yaml` : 'Chart.yaml';
}

function titleOf(chart: HelmChart): string {
  const values = chart.productionValues.join(', ');
  return `${chart.folder || '.'} (rendered with ${values || 'its own values'})`;
}

/** Puts a value where its template is: rendered lines are nobody's. */
function placeIn(node: LocatedNode, file: string): LocatedNode {
  const place = { file, line: 1 };
  if (node.type === 'scalar') {
    return { ...node, place };
  }
  return node.type === 'list'
    ? { ...node, place, items: node.items.map(item => placeIn(item, file)) }
    : {
        ...node,
        place,
        entries: new Map(
          [...node.entries].map(([key, value]) => [key, placeIn(value, file)]),
        ),
      };
}

/** Helm writes `# Source: chart/templates/deployment.yaml` above each document. */
function readRendered(
  text: string,
  chart: HelmChart,
  files: RepositoryFiles,
): Manifest[] {
  const chartFile = chartFileOf(chart);
  return text.split(/^---[ \t]*$/m).flatMap(part => {
    const source = /^# Source: [^/\n]+\/(.+)$/m.exec(part)?.[1]?.trim();
    const template = source && posix.join(chart.folder, source);
    const file = template && files.has(template) ? template : chartFile;
    const { documents, errors } = parseYaml(part, {
      file,
      maxAliases: files.limits.maxYamlAliases,
      maxDepth: files.limits.maxDepth,
    });
    files.errors.push(...errors.map(({ message }) => ({ file, message })));
    return documents
      .flatMap(({ root }) => readManifests(placeIn(root, file)))
      .map(root => ({ root, sources: [file, chartFile] }));
  });
}

/**
 * What can be told without rendering: the templates that are none, and the
 * kinds that the others make; undefined where they may make anything.
 */
async function readUnrendered(
  chart: HelmChart,
  files: RepositoryFiles,
): Promise<{ plain: Manifest[]; kinds: ReadonlySet<string> | undefined }> {
  const plain: Manifest[] = [];
  const kinds = new Set<string>();
  let mayMakeAnything = chart.hasDependencies;
  for (const path of chart.templates) {
    const text = /\.ya?ml$/.test(path) ? await files.text(path) : undefined;
    if (text === undefined || path.includes('/tests/')) {
      continue;
    }
    if (!looksLikeTemplate(text)) {
      const { documents } = await files.parse(path);
      plain.push(
        ...documents
          .flatMap(({ root }) => readManifests(root))
          .map(root => ({ root, sources: [path, chartFileOf(chart)] })),
      );
      continue;
    }
    const made = kindsInText(text);
    mayMakeAnything ||= made === undefined;
    for (const kind of made ?? []) {
      kinds.add(kind);
    }
  }
  return { plain, kinds: mayMakeAnything ? undefined : kinds };
}
