import type { RepositoryFiles } from '../files/RepositoryFiles';
import {
  itemsOf,
  mapOf,
  nodeAt,
  scalar,
  stringOf,
  withEntry,
  withValueAt,
  type LocatedMap,
  type LocatedNode,
  type Place,
} from '../yaml';
import { resolvePath, type Kustomization } from './KustomizationIndex';
import { idOf, isNamed, type Resource } from './Resource';

type DataEntry = readonly [key: string, value: LocatedNode];

/** Splits `KEY=value`. */
function splitPair(text: string, place: Place): DataEntry | undefined {
  const equals = text.indexOf('=');
  return equals > 0
    ? [text.slice(0, equals).trim(), scalar(text.slice(equals + 1), place)]
    : undefined;
}

async function readEnvFile(
  entry: string,
  kustomization: Kustomization,
  files: RepositoryFiles,
): Promise<DataEntry[]> {
  const path = resolvePath(kustomization.folder, entry);
  const text = path === undefined ? undefined : await files.text(path);
  return (text ?? '').split('\n').flatMap((line, index) => {
    const trimmed = line.trim();
    const pair =
      trimmed === '' || trimmed.startsWith('#')
        ? undefined
        : splitPair(trimmed, { file: path ?? entry, line: index + 1 });
    return pair ? [pair] : [];
  });
}

async function readWholeFile(
  entry: string,
  kustomization: Kustomization,
  files: RepositoryFiles,
): Promise<DataEntry | undefined> {
  const equals = entry.indexOf('=');
  const path = resolvePath(kustomization.folder, entry.slice(equals + 1));
  const text = path === undefined ? undefined : await files.text(path);
  if (path === undefined || text === undefined) {
    return undefined;
  }
  const key = equals > 0 ? entry.slice(0, equals) : path.replace(/^.*\//, '');
  return [key, scalar(text, { file: path, line: 1 })];
}

async function readData(
  generator: LocatedMap,
  kustomization: Kustomization,
  files: RepositoryFiles,
): Promise<DataEntry[]> {
  const entries: DataEntry[] = [];
  for (const item of itemsOf(generator, 'literals')) {
    const pair =
      item.type === 'scalar'
        ? splitPair(String(item.value), item.place)
        : undefined;
    if (pair) {
      entries.push(pair);
    }
  }
  const envFiles = [
    stringOf(generator, 'env'),
    ...itemsOf(generator, 'envs').map(item =>
      item.type === 'scalar' ? String(item.value) : undefined,
    ),
  ];
  for (const entry of envFiles) {
    if (entry !== undefined) {
      entries.push(...(await readEnvFile(entry, kustomization, files)));
    }
  }
  for (const item of itemsOf(generator, 'files')) {
    const whole =
      item.type === 'scalar'
        ? await readWholeFile(String(item.value), kustomization, files)
        : undefined;
    if (whole) {
      entries.push(whole);
    }
  }
  return entries;
}

/**
 * Applies `configMapGenerator` and `secretGenerator`. Names are kept without
 * the hash that Kustomize adds, there and in what refers to them.
 */
export async function generate(
  resources: readonly Resource[],
  kustomization: Kustomization,
  files: RepositoryFiles,
): Promise<Resource[]> {
  let result = [...resources];
  for (const [key, kind, data] of [
    ['configMapGenerator', 'ConfigMap', 'data'],
    ['secretGenerator', 'Secret', 'stringData'],
  ] as const) {
    for (const generator of itemsOf(kustomization.root, key)) {
      const name = stringOf(generator, 'name');
      if (generator.type !== 'map' || name === undefined) {
        continue;
      }
      const entries = await readData(generator, kustomization, files);
      const behavior = stringOf(generator, 'behavior') ?? 'create';
      const existing = result.find(
        resource => idOf(resource).kind === kind && isNamed(resource, name),
      );
      if (behavior !== 'create' && existing) {
        const changed = withData(
          existing,
          data,
          entries,
          behavior === 'replace',
        );
        result = result.map(resource =>
          resource === existing ? changed : resource,
        );
      } else {
        result.push(create(generator, kind, data, entries, kustomization));
      }
    }
  }
  return result;
}

function withData(
  resource: Resource,
  key: string,
  entries: readonly DataEntry[],
  replaces: boolean,
): Resource {
  const known = nodeAt(resource.root, [key]);
  let data =
    known?.type === 'map' && !replaces ? known : mapOf([], resource.root.place);
  for (const [name, value] of entries) {
    data = withEntry(data, name, value);
  }
  return { ...resource, root: withEntry(resource.root, key, data) };
}

function create(
  generator: LocatedMap,
  kind: string,
  key: string,
  entries: readonly DataEntry[],
  kustomization: Kustomization,
): Resource {
  const { place } = generator;
  const metadata: Array<[string, LocatedNode]> = [];
  for (const field of ['name', 'namespace']) {
    const value = generator.entries.get(field);
    if (value) {
      metadata.push([field, value]);
    }
  }
  let root: LocatedNode = mapOf(
    [
      ['apiVersion', scalar('v1', place)],
      ['kind', scalar(kind, place)],
      ['metadata', mapOf(metadata, place)],
      [key, mapOf(entries, place)],
    ],
    place,
  );
  const labels =
    nodeAt(generator, ['options', 'labels']) ??
    nodeAt(kustomization.root, ['generatorOptions', 'labels']);
  if (labels) {
    root = withValueAt(root, ['metadata', 'labels'], labels);
  }
  return {
    root: root.type === 'map' ? root : mapOf([], place),
    formerNames: [],
    sources: [kustomization.file],
  };
}
