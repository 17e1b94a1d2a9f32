import { NotFoundError } from '@backstage/errors';
import type { RepositoryTree, ScanError } from '../types';

/**
 * A repository held in memory: path to content.
 *
 * @public
 */
export function createMemoryTree(
  contents: Record<string, string | Buffer>,
  errors: ScanError[] = [],
): RepositoryTree {
  const buffers = new Map(
    Object.entries(contents).map(([path, content]) => [
      path,
      typeof content === 'string' ? Buffer.from(content, 'utf8') : content,
    ]),
  );
  return {
    files: [...buffers]
      .map(([path, buffer]) => ({ path, size: buffer.length }))
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
    errors,
    async read(path) {
      const buffer = buffers.get(path);
      if (!buffer) {
        throw new NotFoundError(`There is no file ${path}`);
      }
      return buffer;
    },
  };
}
