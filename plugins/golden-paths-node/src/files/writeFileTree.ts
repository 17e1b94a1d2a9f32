import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ConflictError, isError } from '@backstage/errors';
import type { FileTree } from './FileTree';

/**
 * Writes files into a new folder, all of them or none: they are written beside
 * it and take its name at the end, so that a process killed in between leaves
 * no half of a repository behind.
 *
 * @param directory - absolute path; absent, or an empty folder
 * @throws ConflictError where the folder has something in it
 * @public
 */
export async function createFileTree(
  directory: string,
  files: FileTree,
): Promise<void> {
  await refuseExisting(directory);
  await mkdir(dirname(directory), { recursive: true });
  const draft = await mkdtemp(
    join(dirname(directory), `.${basename(directory)}-`),
  );
  try {
    // A temporary folder is for its owner alone; a repository is not.
    await chmod(draft, 0o755);
    await writeFiles(draft, files);
    await refuseExisting(directory);
    // An empty folder gives way; one that was filled meanwhile does not.
    await rename(draft, directory);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (isError(error) && error.code === 'ENOTEMPTY') {
      throw existingTarget(directory);
    }
    throw error;
  }
}

/**
 * Writes files into a folder, over those of the same path.
 *
 * @public
 */
export async function writeFiles(
  directory: string,
  files: FileTree,
): Promise<void> {
  for (const [path, { content, executable }] of files) {
    const absolute = join(directory, path);
    await mkdir(dirname(absolute), { recursive: true });
    await writeFile(absolute, content, { mode: executable ? 0o755 : 0o644 });
  }
}

async function refuseExisting(directory: string): Promise<void> {
  try {
    if ((await readdir(directory)).length > 0) {
      throw existingTarget(directory);
    }
  } catch (error) {
    if (isError(error) && error.code === 'ENOENT') {
      return;
    }
    if (isError(error) && error.code === 'ENOTDIR') {
      throw new ConflictError(`${directory} is a file; name a new folder`);
    }
    throw error;
  }
}

function existingTarget(directory: string): ConflictError {
  return new ConflictError(
    `${directory} exists and is not empty; name a new folder, or update it with airworthy update`,
  );
}
