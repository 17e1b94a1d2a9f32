import type { Heading, List, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { RecordSection } from '../model/types';

const processor = unified().use(remarkParse).use(remarkGfm).freeze();

/** What the Markdown of a record says, whatever its dialect. */
export interface RecordBody {
  /** Text of the first heading of depth 1. */
  title?: string;
  titleLine?: number;
  sections: RecordSection[];
  /** "Key: value" lines before the first section: Nygard's date, MADR 2's list. */
  fields: Map<string, { value: string; line: number }>;
  /** Items of "Considered Options". */
  options: string[];
  chosenOption?: string;
}

/**
 * Reads headings, fields and options out of a record's Markdown. Headings
 * inside code fences are none, since this is a parser and no pattern.
 */
export function readBody(markdown: string, firstLine: number): RecordBody {
  const root: Root = processor.parse(markdown);
  const body: RecordBody = { sections: [], fields: new Map(), options: [] };
  const lineOf = (node: RootContent) =>
    firstLine - 1 + (node.position?.start.line ?? 1);

  const headings = root.children
    .map((node, index) => ({ node, index }))
    .filter((entry): entry is { node: Heading; index: number } => {
      return entry.node.type === 'heading';
    });

  for (const [place, { node, index }] of headings.entries()) {
    const title = toString(node).trim();
    if (node.depth === 1 && body.title === undefined) {
      body.title = title;
      body.titleLine = lineOf(node);
    }
    const following = headings
      .slice(place + 1)
      .find(other => other.node.depth <= node.depth);
    const below = root.children.slice(
      index + 1,
      following?.index ?? root.children.length,
    );
    body.sections.push({
      title,
      depth: node.depth,
      line: lineOf(node),
      text: below
        .map(child => toString(child))
        .join('\n')
        .trim(),
      links: below.flatMap(linksOf),
    });
  }

  const firstSection = headings.find(entry => entry.node.depth > 1);
  for (const node of root.children.slice(
    0,
    firstSection?.index ?? root.children.length,
  )) {
    readFields(node, lineOf(node), body.fields);
  }
  readOptions(root, headings, body);
  return body;
}

function linksOf(node: RootContent): string[] {
  if (node.type === 'link') {
    return [node.url];
  }
  return 'children' in node ? node.children.flatMap(linksOf) : [];
}

function readFields(
  node: RootContent,
  line: number,
  fields: RecordBody['fields'],
): void {
  const texts =
    node.type === 'list'
      ? node.children.map(item => toString(item))
      : [node.type === 'paragraph' ? toString(node) : ''];
  for (const [offset, text] of texts
    .flatMap(entry => entry.split('\n'))
    .entries()) {
    const colon = text.indexOf(':');
    const key = text.slice(0, colon).trim().toLocaleLowerCase('en-US');
    if (colon > 0 && colon <= 30 && !fields.has(key)) {
      fields.set(key, {
        value: text.slice(colon + 1).trim(),
        line: line + offset,
      });
    }
  }
}

function readOptions(
  root: Root,
  headings: Array<{ node: Heading; index: number }>,
  body: RecordBody,
): void {
  const considered = headings.find(entry =>
    /^considered (options|alternatives)$/i.test(toString(entry.node).trim()),
  );
  const list = root.children
    .slice(considered ? considered.index + 1 : root.children.length)
    .find((node): node is List => node.type === 'list');
  body.options = (list?.children ?? []).map(item => toString(item).trim());

  const outcome = body.sections.find(section =>
    /^decision( outcome)?$/i.test(section.title),
  );
  const chosen =
    outcome && /chosen option:\s*(.+)/i.exec(outcome.text)?.[1]?.trim();
  if (chosen) {
    const quoted = /^["“'`]([^"”'`]+)["”'`]/.exec(chosen)?.[1];
    body.chosenOption = (quoted ?? chosen.split(/,\s+because\b/i)[0]).trim();
  }
}
