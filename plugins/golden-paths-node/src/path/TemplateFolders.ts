import { stat } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import { InputError, NotFoundError } from '@backstage/errors';
import type { FileTree } from '../files/FileTree';
import { readFileTree } from '../files/readFileTree';

/**
 * Where the folders of a template are read: on disk, or at a Git host.
 *
 * @public
 */
export interface TemplateFolders {
  /**
   * @param path - relative to the folder of the template, such as `../base`
   * @throws NotFoundError where there is no such folder
   */
  read(path: string): Promise<FileTree>;
}

/**
 * The folders of a template on disk. Layers lie beside the template, in the
 * same folder of templates; nothing above that folder is read.
 *
 * @public
 */
export class LocalTemplateFolders implements TemplateFolders {
  static create(options: { directory: string }): LocalTemplateFolders {
    return new LocalTemplateFolders(options.directory);
  }

  private constructor(private readonly directory: string) {}

  async read(path: string): Promise<FileTree> {
    const target = resolve(this.directory, path);
    const fromRoot = relative(dirname(this.directory), target);
    if (fromRoot === '..' || fromRoot.startsWith(`..${sep}`)) {
      throw new InputError(
        `${path} leads out of the folder that the template lies in`,
      );
    }
    const found = await stat(target).catch(() => undefined);
    if (!found?.isDirectory()) {
      throw new NotFoundError(`There is no folder ${path}`);
    }
    return readFileTree(target);
  }
}
