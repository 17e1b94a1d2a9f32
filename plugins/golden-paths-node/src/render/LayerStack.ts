import type { FileTree, TreeFile } from '../files/FileTree';
import { mergeText } from './mergeText';
import type { StrictRenderer } from './StrictRenderer';
import { TemplateProblem } from './TemplateProblem';

const RENDERED = '.njk';
const MERGED = '.merge';
const APPENDED = '.append';

/**
 * The files of the layers put so far, one upon the other.
 *
 * A file named `x.njk` is rendered and becomes `x`; every other file is taken
 * as it is. `x.merge` adds to the YAML or JSON file `x` of an earlier layer
 * and `x.append` to its end. Two layers that both have `x` are a fault, unless
 * the path says that the later one replaces it.
 */
export class LayerStack {
  private readonly files = new Map<string, TreeFile>();
  private readonly origins = new Map<string, string>();

  constructor(
    private readonly options: {
      renderer: StrictRenderer;
      replaces: readonly string[];
    },
  ) {}

  /**
   * @param layer - its path, for errors
   * @param isWanted - whether the path takes a file of this name
   * @throws TemplateProblem
   */
  put(
    layer: string,
    files: FileTree,
    isWanted: (path: string) => boolean,
  ): void {
    for (const [name, file] of files) {
      const source = `${layer}/${name}`;
      const rendered = name.endsWith(RENDERED);
      const path = rendered ? name.slice(0, -RENDERED.length) : name;
      const target = path.replace(/\.(?:merge|append)$/, '');
      if (!isWanted(target)) {
        continue;
      }
      const content = rendered
        ? Buffer.from(
            this.options.renderer.render(source, file.content.toString('utf8')),
          )
        : file.content;
      const { executable } = file;
      if (path.endsWith(MERGED)) {
        const base = this.earlier(target, source);
        this.files.set(target, {
          content: Buffer.from(
            mergeText({
              path: target,
              part: source,
              base: base.content.toString('utf8'),
              addition: content.toString('utf8'),
            }),
          ),
          executable: base.executable,
        });
      } else if (path.endsWith(APPENDED)) {
        const base = this.earlier(target, source);
        this.files.set(target, {
          content: Buffer.concat([base.content, content]),
          executable: base.executable,
        });
      } else {
        this.add(target, source, { content, executable });
      }
    }
  }

  /** The files by path, in the order of their paths. */
  result(): FileTree {
    return new Map([...this.files].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  private add(path: string, source: string, file: TreeFile): void {
    const origin = this.origins.get(path);
    if (origin !== undefined && !this.options.replaces.includes(path)) {
      throw new TemplateProblem(
        source,
        undefined,
        `${origin} makes the same file; name ${path} under replaces, or add to it with ${path}.merge or ${path}.append`,
      );
    }
    this.origins.set(path, source);
    this.files.set(path, file);
  }

  private earlier(path: string, part: string): TreeFile {
    const file = this.files.get(path);
    if (!file) {
      throw new TemplateProblem(
        part,
        undefined,
        `no earlier layer has ${path} to add to`,
      );
    }
    return file;
  }
}
