import { promises as fs } from 'node:fs';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { basename } from 'node:path/posix';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  parseLocationRef,
} from '@backstage/catalog-model';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type {
  RepositoryLocation,
  UnreadableLocation,
} from './RepositoryLocation';

/** @public */
export interface RepositoryLocatorOptions {
  integrations: ScmIntegrationRegistry;
  /** Absolute paths below which local directories may be read. */
  localRoots: readonly string[];
}

function isInside(path: string, root: string): boolean {
  const way = relative(root, path);
  return way === '' || (!way.startsWith('..') && !isAbsolute(way));
}

function unreadable(
  status: UnreadableLocation['status'],
  message: string,
): UnreadableLocation {
  return { type: 'unreadable', status, message };
}

const NO_REPOSITORY = `No repository is known: the entity is described apart from its source. Annotate it with ${ANNOTATION_SOURCE_LOCATION}.`;

/**
 * Finds the repository of an entity: where its source is said to be, else where
 * its catalog file lies.
 *
 * @public
 */
export class RepositoryLocator {
  constructor(private readonly options: RepositoryLocatorOptions) {}

  async locate(
    annotations: Readonly<Record<string, string>>,
  ): Promise<RepositoryLocation | UnreadableLocation> {
    const stated = annotations[ANNOTATION_SOURCE_LOCATION];
    const reference = stated ?? annotations[ANNOTATION_LOCATION];
    if (!reference) {
      return unreadable(
        'not-linked',
        `No repository is known: annotate the entity with ${ANNOTATION_SOURCE_LOCATION}.`,
      );
    }
    let location: { type: string; target: string };
    try {
      location = parseLocationRef(reference);
    } catch {
      return unreadable(
        'not-found',
        `"${reference}" is no location: write ${ANNOTATION_SOURCE_LOCATION} as url:https://…`,
      );
    }
    switch (location.type) {
      case 'url':
        return this.locateRemote(location.target);
      case 'file':
      case 'dir':
        return await this.locateLocal(location.target, stated === undefined);
      default:
        return unreadable(
          'not-linked',
          `A location of type "${location.type}" holds no repository: annotate the entity with ${ANNOTATION_SOURCE_LOCATION}.`,
        );
    }
  }

  private locateRemote(
    target: string,
  ): RepositoryLocation | UnreadableLocation {
    const { integrations } = this.options;
    try {
      const base = new URL(target).href;
      const root = integrations.resolveUrl({ url: '/', base });
      const folder = integrations.resolveUrl({ url: './', base });
      const homePath = folder.startsWith(root)
        ? decodeURIComponent(folder.slice(root.length)).replace(
            /^\/+|\/+$/g,
            '',
          )
        : '';
      return { type: 'remote', url: root, homePath };
    } catch (error) {
      return unreadable('not-found', `${target} is no repository: ${error}`);
    }
  }

  private async locateLocal(
    target: string,
    isCatalogFile: boolean,
  ): Promise<RepositoryLocation | UnreadableLocation> {
    const { localRoots } = this.options;
    const isGuess = isCatalogFile && !isOwnCatalogFile(target);
    if (localRoots.length === 0) {
      return isGuess
        ? unreadable('not-linked', NO_REPOSITORY)
        : unreadable(
            'denied',
            'Local directories are not read: name them in readiness.repository.localRoots.',
          );
    }
    let path: string;
    let roots: string[];
    try {
      path = await fs.realpath(target);
      roots = await existingPaths(localRoots);
    } catch {
      return unreadable('not-found', `There is no ${target}.`);
    }
    const allowed = roots.find(root => isInside(path, root));
    if (allowed === undefined) {
      return isGuess
        ? unreadable('not-linked', NO_REPOSITORY)
        : unreadable(
            'denied',
            `${target} is below none of readiness.repository.localRoots.`,
          );
    }
    const stats = await fs.stat(path);
    const folder = stats.isDirectory() ? path : dirname(path);
    const root = (await enclosingRepository(folder, allowed)) ?? folder;
    return {
      type: 'local',
      root,
      homePath: relative(root, folder).split(sep).join('/'),
      isGuess,
    };
  }
}

/** Whether a catalog file is called as those are that lie with the source. */
function isOwnCatalogFile(path: string): boolean {
  return /^catalog-info\.ya?ml$/.test(basename(path));
}

async function existingPaths(paths: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    try {
      found.push(await fs.realpath(path));
    } catch {
      // A root that is not there yet allows nothing.
    }
  }
  return found;
}

/** The nearest folder upwards, not beyond what is allowed, with a `.git`. */
async function enclosingRepository(
  folder: string,
  allowed: string,
): Promise<string | undefined> {
  let current = folder;
  while (isInside(current, allowed)) {
    try {
      await fs.access(join(current, '.git'));
      return current;
    } catch {
      const parent = dirname(current);
      if (parent === current) {
        return undefined;
      }
      current = parent;
    }
  }
  return undefined;
}
