import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { resolveScanLimits } from '../limits';
import type { RepositoryTree, ScanLimits } from '../types';
import { isInSkippedFolder } from './skippedFolders';

export interface ReadArchiveTreeOptions {
  urlReader: Pick<UrlReaderService, 'readTree'>;
  /** URL of the tree. */
  url: string;
  /** Where the tree is still this one, nothing is read. */
  etag?: string;
  limits?: Partial<ScanLimits>;
  signal?: AbortSignal;
}

/** Files that hold no text: they are listed, and never kept in memory. */
const BINARY_EXTENSION =
  /\.(?:png|jpe?g|gif|webp|ico|icns|bmp|tiff?|pdf|zip|gz|tgz|bz2|xz|7z|jar|war|class|so|dylib|dll|exe|wasm|woff2?|ttf|otf|eot|mp[34]|mov|webm|ogg|wav|psd|sqlite|db|parquet|onnx|pt)$/i;

/**
 * Reads a repository from its host in one request. What is too large to be
 * scanned is listed and left where it is.
 *
 * @throws NotModifiedError where the etag still fits, and whatever the host's
 * reader throws: NotFoundError, NotAllowedError.
 * @public
 */
export async function readArchiveTree(
  options: ReadArchiveTreeOptions,
): Promise<{ tree: RepositoryTree; etag: string }> {
  const limits = resolveScanLimits(options.limits);
  const leftOut = new Map<string, number>();
  let keptFiles = 0;
  let keptBytes = 0;
  const response = await options.urlReader.readTree(options.url, {
    etag: options.etag,
    signal: options.signal,
    filter: (path, info) => {
      if (isInSkippedFolder(path)) {
        return false;
      }
      const size = info?.size ?? 0;
      const isKept =
        size <= limits.maxFileBytes &&
        keptFiles < limits.maxFiles &&
        keptBytes + size <= limits.maxTotalBytes &&
        !BINARY_EXTENSION.test(path);
      if (isKept) {
        keptFiles += 1;
        keptBytes += size;
      } else if (leftOut.size < limits.maxFiles) {
        leftOut.set(path, size);
      }
      return isKept;
    },
  });

  const contents = new Map<string, Buffer>();
  for (const file of await response.files()) {
    if (!isInSkippedFolder(file.path)) {
      contents.set(file.path, await file.content());
    }
  }
  const files = [
    ...[...contents].map(([path, buffer]) => ({ path, size: buffer.length })),
    ...[...leftOut]
      .filter(([path]) => !contents.has(path))
      .map(([path, size]) => ({ path, size })),
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
  return {
    etag: response.etag,
    tree: {
      files,
      errors: [],
      async read(path) {
        const buffer = contents.get(path);
        if (!buffer) {
          throw new NotFoundError(`${path} was not read from the host`);
        }
        return buffer;
      },
    },
  };
}
