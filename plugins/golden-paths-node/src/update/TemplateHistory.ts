import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, posix } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { LocalTemplateFolders } from '../path/TemplateFolders';
import { PATH_FILE, readGoldenPath } from '../path/readGoldenPath';
import {
  renderGoldenPath,
  type RenderedPath,
} from '../render/renderGoldenPath';
import type { BirthCertificate } from './BirthCertificate';

const run = promisify(execFile);
const MAXIMUM_BYTES = 200_000_000;

/**
 * Renders a golden path as it was at an earlier version, from the Git history
 * that its templates are kept in.
 *
 * @public
 */
export class TemplateHistory {
  /**
   * @param options - `directory`: the folder of the template, absolute
   */
  static create(options: { directory: string }): TemplateHistory {
    return new TemplateHistory(options.directory);
  }

  private constructor(private readonly directory: string) {}

  /**
   * What the path made for the birth certificate, with the version and the
   * answers that it names. Absent where the history does not reach so far.
   */
  async render(birth: BirthCertificate): Promise<RenderedPath | undefined> {
    const commit = await this.findCommit(birth.version);
    if (commit === undefined) {
      return undefined;
    }
    const directory = await mkdtemp(join(tmpdir(), 'airworthy-template-'));
    try {
      await this.checkOut(commit, directory);
      const golden = await readGoldenPath(
        LocalTemplateFolders.create({
          directory: join(directory, basename(this.directory)),
        }),
      );
      return await renderGoldenPath(golden, {
        answers: birth.answers,
        created: birth.created,
      });
    } catch {
      // A version of long ago may not be readable any more; its files are
      // then compared as a whole.
      return undefined;
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  }

  /** The newest commit at which the path had this version. */
  private async findCommit(version: string): Promise<string | undefined> {
    const log = await this.git('log', '--format=%H', '--', PATH_FILE);
    for (const commit of log?.toString().split('\n').filter(Boolean) ?? []) {
      const text = await this.git('show', `${commit}:./${PATH_FILE}`);
      const found: unknown = text ? parse(text.toString()) : undefined;
      if (
        typeof found === 'object' &&
        found !== null &&
        'version' in found &&
        found.version === version
      ) {
        return commit;
      }
    }
    return undefined;
  }

  private async checkOut(commit: string, target: string): Promise<void> {
    const root = dirname(this.directory);
    const prefix = await this.git('rev-parse', '--show-prefix');
    const folder = posix.dirname(prefix?.toString().trim() ?? '');
    const list = await this.git(
      'ls-tree',
      '-r',
      '-z',
      '--full-tree',
      `${commit}:${folder === '.' ? '' : folder}`,
    );
    for (const line of list?.toString().split('\0').filter(Boolean) ?? []) {
      const [meta, path] = line.split('\t');
      const [, type, id] = meta.split(' ');
      if (type === 'blob') {
        const { stdout } = await run('git', ['cat-file', 'blob', id], {
          cwd: root,
          encoding: 'buffer',
          maxBuffer: MAXIMUM_BYTES,
        });
        await mkdir(dirname(join(target, path)), { recursive: true });
        await writeFile(join(target, path), stdout);
      }
    }
  }

  private async git(...args: string[]): Promise<Buffer | undefined> {
    try {
      const { stdout } = await run('git', args, {
        cwd: this.directory,
        encoding: 'buffer',
        maxBuffer: MAXIMUM_BYTES,
        timeout: 30_000,
      });
      return stdout;
    } catch {
      return undefined;
    }
  }
}
