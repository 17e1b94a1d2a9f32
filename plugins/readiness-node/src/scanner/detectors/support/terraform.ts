import type { DetectorContext } from '../../Detector';
import { memoizePerContext } from './memoizePerContext';
import { extensionOf } from './paths';
import { maskSource } from './source/maskSource';

/** A value inside a block, as written, without its quotes. */
export interface TerraformAttribute {
  value: string;
  /** 1-based. */
  line: number;
}

/** A `resource` or `module` block. */
export interface TerraformBlock {
  /** `aws_db_instance`; for a module `module`. */
  type: string;
  name: string;
  file: string;
  /** 1-based. */
  line: number;
  /** By name; nested blocks are joined by dots. The first of a name counts. */
  attribute(name: string): TerraformAttribute | undefined;
}

export interface TerraformFile {
  path: string;
  blocks: TerraformBlock[];
}

/** Deeper nesting is not Terraform. */
const MAX_DEPTH = 32;

function readBlocks(path: string, text: string): TerraformBlock[] {
  const lines = maskSource(text, 'terraform').code.split('\n');
  const blocks: TerraformBlock[] = [];
  let stack: string[] = [];
  let attributes = new Map<string, TerraformAttribute>();
  for (const [index, line] of lines.entries()) {
    const head =
      /^\s*(resource|module)\s+"([^"]{1,200})"(?:\s+"([^"]{1,200})")?\s*\{/.exec(
        line,
      );
    if (head && stack.length === 0) {
      const known = new Map<string, TerraformAttribute>();
      attributes = known;
      blocks.push({
        type: head[1] === 'module' ? 'module' : head[2],
        name: head[1] === 'module' ? head[2] : head[3] ?? '',
        file: path,
        line: index + 1,
        attribute: name => known.get(name),
      });
    }
    const nested =
      /^\s*([A-Za-z_][\w-]{0,100})[ \t]{0,40}(?:=[ \t]{0,40})?\{/.exec(
        line,
      )?.[1];
    for (const [, name, value] of line.matchAll(
      /(?:^|[{,])\s*([A-Za-z_][\w-]{0,100})\s*=\s*("[^"]{0,2000}"|[^{}\s,][^{},]{0,500})/g,
    )) {
      const inside =
        nested !== undefined &&
        nested !== name &&
        line.indexOf('{') < line.indexOf(name, line.indexOf('{'))
          ? [...stack.slice(1), nested]
          : stack.slice(1);
      const key = [...inside, name].join('.');
      if (!attributes.has(key)) {
        attributes.set(key, {
          value: value.trim().replace(/^"|"$/g, ''),
          line: index + 1,
        });
      }
    }
    const opened = line.split('{').length - 1;
    const closed = line.split('}').length - 1;
    for (
      let count = 0;
      count < opened - closed && stack.length < MAX_DEPTH;
      count += 1
    ) {
      stack.push(nested ?? head?.[1] ?? '');
    }
    if (closed > opened) {
      stack = stack.slice(0, Math.max(0, stack.length - (closed - opened)));
    }
  }
  return blocks;
}

/**
 * The resources and modules of the service's Terraform files. Values are as
 * written: variables are not resolved.
 */
export const readTerraform = memoizePerContext(
  async (context: DetectorContext): Promise<TerraformFile[]> => {
    const files: TerraformFile[] = [];
    for (const path of context.files) {
      if (extensionOf(path) === 'tf' && !path.includes('.terraform/')) {
        const text = await context.text(path);
        files.push({
          path,
          blocks: text === undefined ? [] : readBlocks(path, text),
        });
      }
    }
    return files;
  },
);
