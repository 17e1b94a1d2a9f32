import {
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  type Document,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { TemplateProblem } from './TemplateProblem';

/**
 * Merges what one layer adds to a YAML or JSON file of an earlier one: maps
 * key by key, lists by adding to the end, anything else by replacing. Members
 * of a list that carry the same `name` are one, as in Kubernetes' own patches.
 * Comments of both are kept in YAML.
 *
 * @throws TemplateProblem naming the part at fault
 */
export function mergeText(options: {
  /** The path of the file that results. */
  path: string;
  /** The path of the part, for errors. */
  part: string;
  base: string;
  addition: string;
}): string {
  const { path, part, base, addition } = options;
  const into = parse(path, base);
  const from = parse(part, addition);
  if (!isMap(into.contents) || !isMap(from.contents)) {
    throw new TemplateProblem(
      part,
      1,
      `only maps can be merged, and ${
        isMap(into.contents) ? part : path
      } is none`,
    );
  }
  mergeMap(into.contents, from.contents);
  return path.endsWith('.json')
    ? `${JSON.stringify(sortDependencies(into.toJS()), undefined, 2)}\n`
    : into.toString({ lineWidth: 0, flowCollectionPadding: true });
}

function parse(file: string, source: string): Document {
  const document = parseDocument(source, { prettyErrors: true });
  const [fault] = document.errors;
  if (fault) {
    throw new TemplateProblem(file, fault.linePos?.[0].line, fault.message);
  }
  return document;
}

function mergeMap(into: YAMLMap, from: YAMLMap): void {
  for (const pair of from.items) {
    const key = isScalar(pair.key) ? pair.key.value : pair.key;
    const present = into.get(key, true);
    if (isMap(present) && isMap(pair.value)) {
      mergeMap(present, pair.value);
    } else if (isSeq(present) && isSeq(pair.value)) {
      mergeList(present, pair.value);
    } else {
      into.set(pair.key, pair.value);
    }
  }
}

function mergeList(into: YAMLSeq, from: YAMLSeq): void {
  for (const item of from.items) {
    const name = nameOf(item);
    const same =
      name === undefined
        ? undefined
        : into.items.find(other => nameOf(other) === name);
    if (isMap(same) && isMap(item)) {
      mergeMap(same, item);
    } else {
      into.items.push(item);
    }
  }
}

function nameOf(item: unknown): unknown {
  return isMap(item) ? item.get('name') : undefined;
}

const DEPENDENCIES = ['dependencies', 'devDependencies'];

/** As npm writes them, so that adding one by hand changes one line. */
function sortDependencies(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [
      key,
      DEPENDENCIES.includes(key) && typeof entry === 'object' && entry !== null
        ? Object.fromEntries(
            Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1)),
          )
        : entry,
    ]),
  );
}
