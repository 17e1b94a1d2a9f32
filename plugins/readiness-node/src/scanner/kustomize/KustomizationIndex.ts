import { posix } from 'node:path';
import type { RepositoryFiles } from '../files/RepositoryFiles';
import { itemsOf, stringOf, type LocatedMap } from '../yaml';

const KUSTOMIZATION_NAMES = [
  'kustomization.yaml',
  'kustomization.yml',
  'Kustomization',
];

/** A kustomization of the repository. */
export interface Kustomization {
  /** Its folder; empty for the root. */
  folder: string;
  /** Its file. */
  file: string;
  root: LocatedMap;
  /** Folders of the kustomizations that it builds on, components included. */
  buildsOn: readonly string[];
}

/** Resolves what a kustomization names; undefined where it leaves the repository. */
export function resolvePath(folder: string, entry: string): string | undefined {
  const path = posix.normalize(posix.join(folder || '.', entry));
  if (path === '..' || path.startsWith('../') || entry.startsWith('/')) {
    return undefined;
  }
  const trimmed = path.replace(/\/+$/, '');
  return trimmed === '.' ? '' : trimmed;
}

/** The strings of a list of a kustomization. */
export function entriesOf(
  kustomization: LocatedMap,
  ...keys: string[]
): Array<{ value: string; line: number }> {
  return keys.flatMap(key =>
    itemsOf(kustomization, key).flatMap(item =>
      item.type === 'scalar' && typeof item.value === 'string'
        ? [{ value: item.value, line: item.place.line }]
        : [],
    ),
  );
}

/** Keys under which a kustomization names files of its own. */
const FILE_KEYS = [
  'resources',
  'bases',
  'components',
  'patchesStrategicMerge',
  'crds',
  'configurations',
  'generators',
  'transformers',
  'validators',
];

/** All kustomizations of a repository. */
export class KustomizationIndex {
  private constructor(
    private readonly byFolder: ReadonlyMap<string, Kustomization>,
  ) {}

  static async read(files: RepositoryFiles): Promise<KustomizationIndex> {
    const byFolder = new Map<string, Kustomization>();
    for (const file of files.paths) {
      if (!KUSTOMIZATION_NAMES.includes(posix.basename(file))) {
        continue;
      }
      const directory = posix.dirname(file);
      const folder = directory === '.' ? '' : directory;
      const { documents } = await files.parse(file);
      const root = documents[0]?.root;
      if (
        root?.type === 'map' &&
        !byFolder.has(folder) &&
        isKustomization(root)
      ) {
        byFolder.set(folder, { folder, file, root, buildsOn: [] });
      }
    }
    for (const [folder, kustomization] of byFolder) {
      const buildsOn = entriesOf(
        kustomization.root,
        'resources',
        'bases',
        'components',
      ).flatMap(({ value }) => {
        const path = resolvePath(folder, value);
        return path !== undefined && byFolder.has(path) ? [path] : [];
      });
      byFolder.set(folder, { ...kustomization, buildsOn });
    }
    return new KustomizationIndex(byFolder);
  }

  get all(): Kustomization[] {
    return [...this.byFolder.values()];
  }

  at(folder: string): Kustomization | undefined {
    return this.byFolder.get(folder);
  }

  /** Files that belong to a kustomization, and are no plain manifests. */
  ownedFiles(): Set<string> {
    const owned = new Set<string>();
    for (const { folder, file, root } of this.all) {
      owned.add(file);
      const named = [
        ...entriesOf(root, ...FILE_KEYS).map(({ value }) => value),
        ...['patches', 'patchesJson6902', 'replacements'].flatMap(key =>
          itemsOf(root, key).map(item => stringOf(item, 'path') ?? ''),
        ),
        ...itemsOf(root, 'helmCharts').map(
          item => stringOf(item, 'valuesFile') ?? '',
        ),
      ];
      for (const entry of named) {
        const path = entry ? resolvePath(folder, entry) : undefined;
        if (path !== undefined) {
          owned.add(path);
        }
      }
    }
    return owned;
  }
}

/** Flux has a `Kustomization` too, which says what to apply and where. */
function isKustomization(root: LocatedMap): boolean {
  const apiVersion = stringOf(root, 'apiVersion');
  return (
    apiVersion === undefined ||
    apiVersion.startsWith('kustomize.config.k8s.io/')
  );
}
