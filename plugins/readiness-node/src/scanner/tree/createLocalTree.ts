import { promises as fs, type Dirent } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import { resolveScanLimits } from '../limits';
import type { RepositoryTree, ScanError, ScanLimits } from '../types';
import { isSkippedFolder } from './skippedFolders';

/** A folder that is still to be listed. */
interface PendingFolder {
  /** Inside the repository; empty for the root. */
  path: string;
  /** Real paths of the folder and of all above it, to know a loop. */
  realPaths: readonly string[];
}

interface ListedFile {
  path: string;
  size: number;
  /** Milliseconds since the epoch. */
  modifiedAt: number;
}

/**
 * A repository on the local disk.
 *
 * @public
 */
export interface LocalTree extends RepositoryTree {
  files: ReadonlyArray<ListedFile>;
}

function isInside(path: string, root: string): boolean {
  return (
    path === root || path.startsWith(root.endsWith(sep) ? root : root + sep)
  );
}

class LocalTreeWalk {
  readonly files: ListedFile[] = [];
  readonly errors: ScanError[] = [];
  private full = false;

  constructor(
    private readonly root: string,
    private readonly limits: ScanLimits,
  ) {}

  async run(): Promise<void> {
    const pending: PendingFolder[] = [{ path: '', realPaths: [this.root] }];
    for (
      let folder = pending.pop();
      folder && !this.full;
      folder = pending.pop()
    ) {
      pending.push(...(await this.list(folder)));
    }
    this.files.sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  private async list(folder: PendingFolder): Promise<PendingFolder[]> {
    let entries: Dirent[];
    try {
      entries = await fs.readdir(join(this.root, folder.path), {
        withFileTypes: true,
      });
    } catch (error) {
      this.report(folder.path || '.', `could not be listed: ${codeOf(error)}`);
      return [];
    }
    const folders: PendingFolder[] = [];
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      if (this.full) {
        break;
      }
      const found = await this.visit(folder, entry);
      if (found) {
        folders.push(found);
      }
    }
    return folders;
  }

  private async visit(
    folder: PendingFolder,
    entry: Dirent,
  ): Promise<PendingFolder | undefined> {
    const path = folder.path ? `${folder.path}/${entry.name}` : entry.name;
    if (entry.isSymbolicLink()) {
      return await this.visitLink(folder, path);
    }
    if (entry.isDirectory()) {
      if (isSkippedFolder(entry.name)) {
        return undefined;
      }
      return this.enter(folder, path, join(this.root, path));
    }
    if (entry.isFile()) {
      await this.addFile(path);
    }
    return undefined;
  }

  private async visitLink(
    folder: PendingFolder,
    path: string,
  ): Promise<PendingFolder | undefined> {
    let target: string;
    try {
      target = await fs.realpath(join(this.root, path));
    } catch (error) {
      this.report(
        path,
        codeOf(error) === 'ELOOP'
          ? 'is a symlink loop and is not followed'
          : 'is a symlink that leads nowhere',
      );
      return undefined;
    }
    if (!isInside(target, this.root)) {
      this.report(
        path,
        'is a symlink that leads out of the repository and is not followed',
      );
      return undefined;
    }
    if (relative(this.root, target).split(sep).some(isSkippedFolder)) {
      return undefined;
    }
    const stats = await fs.stat(target);
    if (stats.isDirectory()) {
      if (folder.realPaths.includes(target)) {
        this.report(
          path,
          `is a symlink loop: it leads back to ${
            relative(this.root, target).split(sep).join('/') || 'the root'
          }, and is not followed`,
        );
        return undefined;
      }
      return this.enter(folder, path, target);
    }
    if (stats.isFile()) {
      await this.addFile(path);
    }
    return undefined;
  }

  private enter(
    folder: PendingFolder,
    path: string,
    realPath: string,
  ): PendingFolder | undefined {
    if (folder.realPaths.length > this.limits.maxDepth) {
      this.report(
        path,
        `lies more than ${this.limits.maxDepth} folders deep and is not read (limit maxDepth)`,
      );
      return undefined;
    }
    return { path, realPaths: [...folder.realPaths, realPath] };
  }

  private async addFile(path: string): Promise<void> {
    if (this.files.length >= this.limits.maxFiles) {
      this.full = true;
      this.report(
        path,
        `and what follows is not read: the repository has more than ${this.limits.maxFiles} files (limit maxFiles)`,
      );
      return;
    }
    const stats = await fs.stat(join(this.root, path));
    this.files.push({ path, size: stats.size, modifiedAt: stats.mtimeMs });
  }

  private report(file: string, what: string): void {
    this.errors.push({ file, message: `${file} ${what}` });
  }
}

function codeOf(error: unknown): string {
  return typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    typeof error.code === 'string'
    ? error.code
    : String(error);
}

/**
 * Lists a directory, or a single file, of the local disk. Symlinks are followed
 * inside the root alone; those that leave it, loops and limits are named in
 * `errors`.
 *
 * @throws NotFoundError where there is no such directory or file.
 * @public
 */
export async function createLocalTree(
  path: string,
  limits?: Partial<ScanLimits>,
): Promise<LocalTree> {
  const resolvedLimits = resolveScanLimits(limits);
  let realPath: string;
  try {
    realPath = await fs.realpath(path);
  } catch (error) {
    throw new NotFoundError(`There is no ${path}`, error);
  }
  const stats = await fs.stat(realPath);
  if (stats.isFile()) {
    const name = basename(realPath);
    return {
      files: [{ path: name, size: stats.size, modifiedAt: stats.mtimeMs }],
      errors: [],
      read: readerBelow(dirname(realPath), new Set([name])),
    };
  }
  if (!stats.isDirectory()) {
    throw new InputError(`${path} is neither a directory nor a file`);
  }
  const walk = new LocalTreeWalk(realPath, resolvedLimits);
  await walk.run();
  return {
    files: walk.files,
    errors: walk.errors,
    read: readerBelow(realPath, new Set(walk.files.map(file => file.path))),
  };
}

function readerBelow(
  root: string,
  paths: ReadonlySet<string>,
): (path: string) => Promise<Buffer> {
  return async path => {
    if (!paths.has(path)) {
      throw new NotFoundError(`There is no file ${path}`);
    }
    // Asked again: a file may have become a symlink since it was listed.
    const target = await fs.realpath(join(root, path));
    if (!isInside(target, root)) {
      throw new NotAllowedError(`${path} leads out of the repository`);
    }
    return await fs.readFile(target);
  };
}
