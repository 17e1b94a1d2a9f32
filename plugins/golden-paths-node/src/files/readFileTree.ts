import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '@backstage/errors';
import type { FileTree, TreeFile } from './FileTree';

/** Folders that no template and no update is about. */
const SKIPPED = new Set(['.git', 'node_modules']);
const MAXIMUM_FILES = 20_000;
const MAXIMUM_BYTES = 20_000_000;

/**
 * Reads the files below a folder. Symbolic links are not followed: a template
 * has none, and in a repository they may lead out of it.
 *
 * @param directory - absolute path
 * @throws InputError where there are too many files or a file is too large
 * @public
 */
export async function readFileTree(directory: string): Promise<FileTree> {
  const files = new Map<string, TreeFile>();
  const folders = [''];
  for (
    let folder = folders.pop();
    folder !== undefined;
    folder = folders.pop()
  ) {
    const entries = await readdir(join(directory, folder), {
      withFileTypes: true,
    });
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      if (entry.isDirectory()) {
        if (!SKIPPED.has(entry.name)) {
          folders.push(path);
        }
      } else if (entry.isFile()) {
        files.set(path, await readTreeFile(directory, path));
        if (files.size > MAXIMUM_FILES) {
          throw new InputError(
            `More than ${MAXIMUM_FILES} files lie below ${directory}`,
          );
        }
      }
    }
  }
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function readTreeFile(
  directory: string,
  path: string,
): Promise<TreeFile> {
  const absolute = join(directory, path);
  const { size, mode } = await stat(absolute);
  if (size > MAXIMUM_BYTES) {
    throw new InputError(
      `${path} has ${size} bytes; a file may have ${MAXIMUM_BYTES}`,
    );
  }
  return {
    content: await readFile(absolute),
    executable: (mode & 0o100) !== 0,
  };
}
