import { formatBytes } from '../limits';
import type { RepositoryTree, ScanError, ScanLimits } from '../types';
import { parseYaml, type YamlDocument } from '../yaml/parseYaml';

/**
 * The files of a repository within the limits of a scan. Each is read and
 * parsed once; what is wrong with one is reported once.
 */
export class RepositoryFiles {
  /** Paths of every file, sorted. */
  readonly paths: readonly string[];
  readonly errors: ScanError[];

  private readonly sizes: Map<string, number>;
  private readonly texts = new Map<string, Promise<string | undefined>>();
  private readonly yaml = new Map<string, Promise<YamlFile>>();
  private bytesRead = 0;

  constructor(
    private readonly tree: RepositoryTree,
    readonly limits: ScanLimits,
  ) {
    const files = tree.files.slice(0, limits.maxFiles);
    this.paths = files.map(file => file.path);
    this.sizes = new Map(files.map(file => [file.path, file.size]));
    this.errors = [...tree.errors];
    if (files.length < tree.files.length) {
      this.errors.push({
        file: tree.files[files.length].path,
        message: `${tree.files.length} files are more than ${limits.maxFiles}: the rest is not read (limit maxFiles)`,
      });
    }
  }

  has(path: string): boolean {
    return this.sizes.has(path);
  }

  /** The text of a file; undefined where it is too large, binary or gone. */
  async text(path: string): Promise<string | undefined> {
    let text = this.texts.get(path);
    if (!text) {
      text = this.readText(path);
      this.texts.set(path, text);
    }
    return await text;
  }

  /** The documents of a YAML or JSON file, and whether all of it was read. */
  async parse(path: string): Promise<YamlFile> {
    let parsed = this.yaml.get(path);
    if (!parsed) {
      parsed = this.parseFile(path);
      this.yaml.set(path, parsed);
    }
    return await parsed;
  }

  private async parseFile(path: string): Promise<YamlFile> {
    const text = await this.text(path);
    if (text === undefined) {
      return { documents: [], errors: [] };
    }
    const { documents, errors } = parseYaml(text, {
      file: path,
      maxAliases: this.limits.maxYamlAliases,
      maxDepth: this.limits.maxDepth,
    });
    this.errors.push(...errors);
    return { documents, errors, text };
  }

  private async readText(path: string): Promise<string | undefined> {
    const size = this.sizes.get(path);
    if (size === undefined) {
      return undefined;
    }
    if (size > this.limits.maxFileBytes) {
      return this.refuse(
        path,
        `is ${formatBytes(size)}, more than ${formatBytes(
          this.limits.maxFileBytes,
        )}, and is not read (limit maxFileBytes)`,
      );
    }
    if (this.bytesRead + size > this.limits.maxTotalBytes) {
      return this.refuse(
        path,
        `is not read: more than ${formatBytes(
          this.limits.maxTotalBytes,
        )} were read before it (limit maxTotalBytes)`,
      );
    }
    this.bytesRead += size;
    let buffer: Buffer;
    try {
      buffer = await this.tree.read(path);
    } catch (error) {
      return this.refuse(path, `could not be read: ${error}`);
    }
    if (buffer.subarray(0, 8192).includes(0)) {
      return this.refuse(path, 'is binary, not text');
    }
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(buffer);
    } catch {
      return this.refuse(path, 'is binary, or not text in UTF-8');
    }
  }

  private refuse(path: string, what: string): undefined {
    this.errors.push({ file: path, message: `${path} ${what}` });
    return undefined;
  }
}

/** A YAML file as it was read. */
export interface YamlFile {
  documents: YamlDocument[];
  /** What kept documents of it from being read. */
  errors: ScanError[];
  /** Absent where the file itself could not be read. */
  text?: string;
}
