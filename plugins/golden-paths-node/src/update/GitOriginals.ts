import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { BirthCertificate } from './BirthCertificate';

const run = promisify(execFile);

/**
 * Finds managed files as the path made them, in the Git history of the
 * repository: the certificate names the object of each.
 *
 * @public
 */
export class GitOriginals {
  /**
   * @param options - `directory`: the repository on disk, absolute
   */
  static create(options: {
    directory: string;
    birth: BirthCertificate;
  }): GitOriginals {
    return new GitOriginals(options.directory, options.birth);
  }

  private constructor(
    private readonly directory: string,
    private readonly birth: BirthCertificate,
  ) {}

  /** Absent where the history does not hold it, or there is none. */
  async read(path: string): Promise<Buffer | undefined> {
    const id = this.birth.managed.get(path);
    if (id === undefined) {
      return undefined;
    }
    try {
      const { stdout } = await run('git', ['cat-file', 'blob', id], {
        cwd: this.directory,
        encoding: 'buffer',
        maxBuffer: 50_000_000,
        timeout: 30_000,
      });
      return stdout;
    } catch {
      return undefined;
    }
  }
}
