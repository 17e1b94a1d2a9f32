import {
  isMap,
  isScalar,
  parseDocument,
  stringify,
  type Pair,
  type ParsedNode,
  type YAMLMap,
} from 'yaml';
import { splitFrontMatter } from './splitFrontMatter';

/**
 * One change to a record's file: a key of the front matter, or of `airworthy`
 * in it, set or (without a value) taken out; or the body replaced.
 *
 * @public
 */
export interface RecordEdit {
  /** `['status']` or `['airworthy', 'accepts']`. */
  path: readonly [string] | readonly ['airworthy', string];
  /** JSON; undefined takes the key out. */
  value: unknown;
}

/**
 * Changes a record's file and leaves every byte alone that the change does not
 * concern: comments, order, quotes and line ends stay, since only the lines of
 * the changed keys are written anew.
 *
 * @public
 */
export function editRecord(
  text: string,
  changes: { edits?: readonly RecordEdit[]; body?: string },
): string {
  let result = text;
  for (const edit of changes.edits ?? []) {
    result = applyEdit(result, edit);
  }
  if (changes.body !== undefined) {
    const { body } = splitFrontMatter(result);
    if (body.text !== changes.body) {
      result = result.slice(0, body.offset) + changes.body;
    }
  }
  return result;
}

function applyEdit(text: string, edit: RecordEdit): string {
  const parts = splitFrontMatter(text);
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const { frontMatter } = parts;
  if (!frontMatter) {
    if (edit.value === undefined) {
      return text;
    }
    const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
    const rendered = render(nest(edit.path, edit.value), 0, newline);
    return `${mark}---${newline}${rendered}---${newline}${text.slice(
      mark.length,
    )}`;
  }
  const document = parseDocument(frontMatter.text, { schema: 'core' });
  const root = document.contents;
  if (!isMap(root)) {
    return splice(
      text,
      frontMatter.offset,
      frontMatter.offset + frontMatter.text.length,
      render(nest(edit.path, edit.value), 0, newline),
    );
  }
  const [outer, inner] = edit.path;
  const outerPair = findPair(root, outer);
  if (inner === undefined) {
    return replacePair(
      text,
      frontMatter,
      root,
      outerPair,
      outer,
      edit.value,
      newline,
    );
  }
  const nested = outerPair?.value;
  if (!isMap(nested) || nested.flow) {
    const value = { ...toObject(nested), [inner]: edit.value };
    return replacePair(
      text,
      frontMatter,
      root,
      outerPair,
      outer,
      value,
      newline,
    );
  }
  return replacePair(
    text,
    frontMatter,
    nested,
    findPair(nested, inner),
    inner,
    edit.value,
    newline,
  );
}

type ParsedMap = YAMLMap.Parsed;
type ParsedPair = Pair<ParsedNode, ParsedNode | null>;

function findPair(map: ParsedMap, key: string): ParsedPair | undefined {
  return map.items.find(
    pair => isScalar(pair.key) && String(pair.key.value) === key,
  );
}

function replacePair(
  text: string,
  part: { text: string; offset: number },
  map: ParsedMap,
  pair: ParsedPair | undefined,
  key: string,
  value: unknown,
  newline: string,
): string {
  const indent = indentOf(part.text, map);
  if (!pair) {
    if (value === undefined) {
      return text;
    }
    const end = endOfMap(part.text, map);
    const lead = end > 0 && part.text[end - 1] !== '\n' ? newline : '';
    return splice(
      text,
      part.offset + end,
      part.offset + end,
      lead + render({ [key]: value }, indent, newline),
    );
  }
  if (value !== undefined && sameValue(pair.value, value)) {
    return text;
  }
  const start = pair.key.range[0] - indent;
  const end = lineEndAfter(
    part.text,
    pair.value?.range[1] ?? pair.key.range[1],
  );
  const rendered =
    value === undefined ? '' : render({ [key]: value }, indent, newline);
  return splice(text, part.offset + start, part.offset + end, rendered);
}

/** Columns before the keys of a block map. */
function indentOf(text: string, map: ParsedMap): number {
  const first = map.items[0]?.key.range[0] ?? 0;
  return first - (text.lastIndexOf('\n', first - 1) + 1);
}

function endOfMap(text: string, map: ParsedMap): number {
  const last = map.items[map.items.length - 1];
  const end = last?.value?.range[1] ?? last?.key.range[1] ?? map.range[1];
  return lineEndAfter(text, end);
}

/** The start of the line after an offset; an offset at a line's start is it. */
function lineEndAfter(text: string, offset: number): number {
  if (offset > 0 && text[offset - 1] === '\n') {
    return offset;
  }
  const newline = text.indexOf('\n', offset);
  return newline < 0 ? text.length : newline + 1;
}

function sameValue(
  node: ParsedNode | null | undefined,
  value: unknown,
): boolean {
  return JSON.stringify(toPlain(node)) === JSON.stringify(value);
}

function toPlain(node: ParsedNode | null | undefined): unknown {
  return node?.toJSON();
}

function toObject(node: ParsedNode | null | undefined): object {
  const plain = toPlain(node);
  return typeof plain === 'object' && plain !== null ? plain : {};
}

function nest(path: RecordEdit['path'], value: unknown): object {
  const [outer, inner] = path;
  return { [outer]: inner === undefined ? value : { [inner]: value } };
}

function render(value: object, indent: number, newline: string): string {
  const rendered = stringify(value, { lineWidth: 0, schema: 'core' });
  return rendered
    .split('\n')
    .map(line => (line === '' ? line : ' '.repeat(indent) + line))
    .join(newline);
}

function splice(
  text: string,
  start: number,
  end: number,
  replacement: string,
): string {
  return text.slice(0, start) + replacement + text.slice(end);
}
