import { parse } from 'yaml';
import { isObject, type PlainObject } from './values';

/** A heading with the anchors that lead to it. */
export interface MarkdownHeading {
  /** 1 for `#`. */
  depth: number;
  text: string;
  /** 1-based. */
  line: number;
}

/** What a scan needs to know of a Markdown file. */
export interface MarkdownPage {
  /** Empty where the page has none or it does not parse. */
  frontMatter: PlainObject;
  headings: MarkdownHeading[];
  /** Anchors of all headings, and of explicit `id` and `name` attributes. */
  anchors: Set<string>;
  /** Lines of the page without front matter and code, by 1-based line. */
  prose: Array<{ line: number; text: string }>;
  /** Lines inside fenced code. */
  code: Array<{ line: number; text: string }>;
}

function plainText(heading: string): string {
  return heading
    .replace(/`/g, '')
    .replace(/!?\[([^\]]{0,300})\]\([^)]{0,500}\)/g, '$1')
    .replace(/\{#[^}]{0,200}\}\s*$/, '')
    .replace(/\s#+\s*$/, '')
    .trim();
}

/**
 * The anchors of a heading as the two renderers make them that readers meet:
 * the Git hosts keep each space as a hyphen, MkDocs joins runs of them.
 */
export function anchorsOf(text: string): string[] {
  const kept = text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .trim();
  const onHost = kept.replace(/ /g, '-');
  const inTechDocs = kept.replace(/[- ]+/g, '-').replace(/^-|-$/g, '');
  return onHost === inTechDocs ? [onHost] : [onHost, inTechDocs];
}

function addAnchors(anchors: Set<string>, text: string): void {
  for (const anchor of anchorsOf(text)) {
    if (!anchors.has(anchor)) {
      anchors.add(anchor);
      continue;
    }
    // The hosts number a repeated heading with a hyphen, MkDocs with a low line.
    let copy = 1;
    while (anchors.has(`${anchor}-${copy}`)) {
      copy += 1;
    }
    anchors.add(`${anchor}-${copy}`);
    anchors.add(`${anchor}_${copy}`);
  }
}

function readFrontMatter(lines: string[]): {
  frontMatter: PlainObject;
  end: number;
} {
  if (lines[0]?.trimEnd() !== '---') {
    return { frontMatter: {}, end: 0 };
  }
  const end = lines.findIndex(
    (line, index) => index > 0 && /^(---|\.\.\.)\s*$/.test(line),
  );
  if (end < 0) {
    return { frontMatter: {}, end: 0 };
  }
  try {
    const value: unknown = parse(lines.slice(1, end).join('\n'), {
      maxAliasCount: 100,
    });
    return { frontMatter: isObject(value) ? value : {}, end: end + 1 };
  } catch {
    // Front matter that does not parse says nothing; the page still counts.
    return { frontMatter: {}, end: end + 1 };
  }
}

/** Reads a Markdown page: front matter, headings, anchors and prose. */
export function readMarkdown(text: string): MarkdownPage {
  const lines = text.split(/\r?\n/);
  const { frontMatter, end } = readFrontMatter(lines);
  const page: MarkdownPage = {
    frontMatter,
    headings: [],
    anchors: new Set(),
    prose: [],
    code: [],
  };
  let fence: string | undefined;
  for (let index = end; index < lines.length; index += 1) {
    const line = lines[index];
    const marker = /^ {0,3}(```|~~~)/.exec(line)?.[1];
    if (marker && (fence === undefined || fence === marker)) {
      fence = fence === undefined ? marker : undefined;
      continue;
    }
    if (fence !== undefined) {
      page.code.push({ line: index + 1, text: line });
      continue;
    }
    const heading = /^ {0,3}(#{1,6})[ \t]+(\S.*)$/.exec(line);
    const underlined =
      index > end &&
      /^ {0,3}(=+|-+)[ \t]*$/.test(line) &&
      lines[index - 1].trim();
    if (heading) {
      addHeading(page, heading[1].length, heading[2], index + 1);
    } else if (underlined && !underlined.startsWith('|')) {
      addHeading(page, line.includes('=') ? 1 : 2, underlined, index);
    }
    for (const attribute of line.matchAll(/\b(?:id|name)="([^"]{1,200})"/g)) {
      page.anchors.add(attribute[1]);
    }
    page.prose.push({ line: index + 1, text: line });
  }
  return page;
}

function addHeading(
  page: MarkdownPage,
  depth: number,
  written: string,
  line: number,
): void {
  const explicit = /\{#([^}\s]{1,200})\}\s*$/.exec(written);
  if (explicit) {
    page.anchors.add(explicit[1]);
  }
  const text = plainText(written);
  page.headings.push({ depth, text, line });
  addAnchors(page.anchors, text);
}
