import {
  keyOfLocation,
  type RepositoryLocation,
  type RepositoryLocator,
} from '@airworthy/plugin-readiness-node';
import {
  ANNOTATION_ADR_LOCATION,
  ANNOTATION_SOURCE_PATH,
  type CatalogCopy,
} from '../catalog/CatalogCopy';

/** An entity of a repository, and what of it is the entity's. */
export interface RepositoryEntity {
  ref: string;
  kind: string;
  name: string;
  /** Folder of which the files are its; empty for all of them. */
  path: string;
  /** A folder of records that its annotation names. */
  folder?: string;
}

/** The entities of one repository, which is read once for all of them. */
export interface RepositoryGroup {
  key: string;
  location: RepositoryLocation;
  entities: RepositoryEntity[];
}

/** All entities of the catalog by the repository in which they lie. */
export async function groupRepositories(
  catalog: Pick<CatalogCopy, 'located'>,
  locator: Pick<RepositoryLocator, 'locate'>,
  signal: AbortSignal,
): Promise<RepositoryGroup[]> {
  const groups = new Map<string, RepositoryGroup>();
  for await (const page of catalog.located()) {
    signal.throwIfAborted();
    for (const { ref, kind, name, annotations } of page) {
      const location = await locator.locate(annotations);
      if (location.type === 'unreadable') {
        continue;
      }
      const key = keyOfLocation(location);
      const group = groups.get(key) ?? { key, location, entities: [] };
      groups.set(key, group);
      const folder = folderOf(annotations[ANNOTATION_ADR_LOCATION], location);
      group.entities.push({
        ref,
        kind,
        name,
        path: clean(annotations[ANNOTATION_SOURCE_PATH] ?? location.homePath),
        ...(folder !== undefined && { folder }),
      });
    }
  }
  return [...groups.values()];
}

/**
 * The entities whose a file is where it names none: the components in the
 * innermost folder that holds it, else whatever lies there.
 */
export function entitiesOfFile(
  file: string,
  entities: readonly RepositoryEntity[],
): string[] {
  const around = entities.filter(
    ({ path, folder }) => isBelow(file, path) || isBelow(file, folder),
  );
  const depth = Math.max(0, ...around.map(entity => depthOf(file, entity)));
  const nearest = around.filter(entity => depthOf(file, entity) === depth);
  const components = nearest.filter(({ kind }) => kind === 'component');
  return (components.length > 0 ? components : nearest)
    .map(({ ref }) => ref)
    .sort();
}

function depthOf(file: string, entity: RepositoryEntity): number {
  return isBelow(file, entity.folder)
    ? Math.max(entity.path.length, entity.folder?.length ?? 0)
    : entity.path.length;
}

function isBelow(file: string, folder: string | undefined): boolean {
  return (
    folder !== undefined && (folder === '' || file.startsWith(`${folder}/`))
  );
}

/**
 * The annotation is a folder beside the catalog file, or the address of one in
 * the same repository; another repository is not read through it.
 */
function folderOf(
  annotation: string | undefined,
  location: RepositoryLocation,
): string | undefined {
  if (annotation === undefined) {
    return undefined;
  }
  if (/^[a-z][\w+.-]*:/i.test(annotation)) {
    return location.type === 'remote' && annotation.startsWith(location.url)
      ? clean(decode(annotation.slice(location.url.length)))
      : undefined;
  }
  const path = clean(`${location.homePath}/${annotation}`);
  return path.split('/').includes('..') ? undefined : path;
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function clean(path: string): string {
  return path
    .split('/')
    .filter(part => part !== '' && part !== '.')
    .join('/');
}
