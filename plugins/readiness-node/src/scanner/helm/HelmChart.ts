import { posix } from 'node:path';
import type { ProductionNames } from '../environment/ProductionNames';
import type { RepositoryFiles } from '../files/RepositoryFiles';
import { isBelow } from '../attribution/scanEntities';
import { itemsOf, stringOf } from '../yaml';

/** A Helm chart of the repository. */
export interface HelmChart {
  /** Its folder; empty for the root. */
  folder: string;
  name: string;
  /** It needs other charts. */
  hasDependencies: boolean;
  /** Paths of the files that Helm reads. */
  files: string[];
  /** Of them, those in `templates`. */
  templates: string[];
  /** Values for production, beside `values.yaml`; each is one release. */
  productionValues: string[];
}

function folderOfPath(path: string): string {
  const folder = posix.dirname(path);
  return folder === '.' ? '' : folder;
}

function isValuesFile(path: string): boolean {
  return /\.ya?ml$/.test(path) && /(?:^|\/)[^/]*values/i.test(path);
}

/** What Helm itself reads of a chart; a chart may be the whole repository. */
const CHART_FILES =
  /^(?:Chart\.(?:yaml|lock)|requirements\.(?:yaml|lock)|\.helmignore|[^/]*values[^/]*\.(?:ya?ml|json)|(?:charts|ci|crds|files|templates|values)\/.*)$/i;

/** All charts of a repository that are no part of another. */
export async function findCharts(
  files: RepositoryFiles,
  names: ProductionNames,
): Promise<HelmChart[]> {
  const folders = files.paths
    .filter(path => posix.basename(path) === 'Chart.yaml')
    .map(folderOfPath);
  const outer = folders.filter(
    folder =>
      !folders.some(
        other =>
          other !== folder &&
          isBelow(folder, other ? `${other}/charts` : 'charts'),
      ),
  );
  const charts: HelmChart[] = [];
  for (const folder of outer) {
    const within = (path: string) => (folder ? `${folder}/${path}` : path);
    const { documents } = await files.parse(within('Chart.yaml'));
    const root = documents[0]?.root;
    const own = files.paths.filter(
      path =>
        isBelow(path, folder) &&
        !path.split('/').includes('..') &&
        CHART_FILES.test(folder ? path.slice(folder.length + 1) : path),
    );
    charts.push({
      folder,
      name: stringOf(root, 'name') ?? (posix.basename(folder) || 'release'),
      hasDependencies: itemsOf(root, 'dependencies').length > 0,
      files: own,
      templates: own.filter(path => isBelow(path, within('templates'))),
      productionValues: own.filter(
        path =>
          isValuesFile(path.slice(folder.length)) &&
          !isBelow(path, within('templates')) &&
          !isBelow(path, within('charts')) &&
          names.ofFile(path.slice(folder.length)) === 'production',
      ),
    });
  }
  return charts;
}
