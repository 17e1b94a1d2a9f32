import type { FileTree } from '../files/FileTree';
import { objectIdOf, type BirthCertificate } from './BirthCertificate';

/**
 * How a managed file differs from what the path made.
 *
 * @public
 */
export interface FileDrift {
  path: string;
  state: 'edited' | 'deleted';
}

/**
 * Lists the managed files that somebody edited or deleted since.
 *
 * @public
 */
export function listDrift(
  birth: BirthCertificate,
  current: FileTree,
): FileDrift[] {
  return [...birth.managed].flatMap(([path, id]): FileDrift[] => {
    const file = current.get(path);
    if (!file) {
      return [{ path, state: 'deleted' }];
    }
    return objectIdOf(file.content) === id ? [] : [{ path, state: 'edited' }];
  });
}
