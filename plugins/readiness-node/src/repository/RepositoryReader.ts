import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { NotFoundError, NotModifiedError } from '@backstage/errors';
import { parseAllDocuments } from 'yaml';
import {
  createLocalTree,
  type LocalTree,
} from '../scanner/tree/createLocalTree';
import { readArchiveTree } from '../scanner/tree/readArchiveTree';
import type { RepositoryTree, ScanLimits } from '../scanner/types';
import { hashJson } from './hashJson';
import type { RepositoryLocation } from './RepositoryLocation';

/**
 * A folder that is nobody's repository.
 *
 * @public
 */
export class NoRepositoryError extends NotFoundError {}

/**
 * A repository as it was read.
 *
 * @public
 */
export interface ReadRepository {
  tree: RepositoryTree;
  /** Tells whether it changed since. */
  etag: string;
}

/**
 * Reads repositories, and knows those that did not change.
 *
 * @public
 */
export class RepositoryReader {
  constructor(
    private readonly options: {
      urlReader: Pick<UrlReaderService, 'readTree'>;
      limits: ScanLimits;
    },
  ) {}

  /**
   * @throws NotModifiedError where the etag still fits; NotFoundError where
   * there is no repository; NotAllowedError where it may not be read
   */
  async read(
    location: RepositoryLocation,
    etag: string | undefined,
    signal: AbortSignal,
  ): Promise<ReadRepository> {
    const { urlReader, limits } = this.options;
    if (location.type === 'remote') {
      return await readArchiveTree({
        urlReader,
        url: location.url,
        etag,
        limits,
        signal,
      });
    }
    const tree = await createLocalTree(location.root, limits);
    const fingerprint = hashJson([tree.files, tree.errors]);
    if (fingerprint === etag) {
      throw new NotModifiedError();
    }
    if (location.isGuess && (await holdsOnlyCatalogFiles(tree))) {
      throw new NoRepositoryError(
        'No repository is known: its catalog file lies among catalog files alone.',
      );
    }
    return { tree, etag: fingerprint };
  }
}

/** Files beside catalog files that say nothing about a service. */
const PROSE = /(?:^|\/)(?:readme|license|licence)(?:\.\w+)?$/i;

async function holdsOnlyCatalogFiles(tree: LocalTree): Promise<boolean> {
  for (const { path } of tree.files) {
    if (PROSE.test(path)) {
      continue;
    }
    if (!/\.ya?ml$/.test(path) || !(await isCatalogFile(tree, path))) {
      return false;
    }
  }
  return true;
}

async function isCatalogFile(tree: LocalTree, path: string): Promise<boolean> {
  const text = (await tree.read(path)).toString('utf8');
  const documents = parseAllDocuments(text, { logLevel: 'silent' });
  return (
    Array.isArray(documents) &&
    documents.every(document =>
      String(document.get('apiVersion')).startsWith('backstage.io/'),
    )
  );
}
