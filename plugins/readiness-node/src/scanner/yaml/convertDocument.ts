import {
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Document,
  type LineCounter,
  type Pair,
  type YAMLMap,
} from 'yaml';
import type { LocatedNode, Place } from './LocatedNode';

/** Nodes that aliases may add to a document. */
const MAX_ALIASED_NODES = 100_000;

/** Why a document that parses cannot be used. */
export class DocumentError extends Error {
  constructor(
    message: string,
    /** Where, in characters from the start of the file. */
    readonly offset: number,
    readonly reason: 'key' | 'alias' | 'depth',
  ) {
    super(message);
    this.name = 'DocumentError';
  }
}

export interface ConvertOptions {
  file: string;
  maxAliases: number;
  maxDepth: number;
  lineCounter: LineCounter;
}

/** A converted node, with what following its aliases costs. */
interface Converted {
  node: LocatedNode;
  aliases: number;
  nodes: number;
}

class DocumentConverter {
  // An anchor is known from where it stands; a later one of its name wins.
  private readonly anchors = new Map<string, Converted>();
  private aliases = 0;
  private aliasedNodes = 0;

  constructor(private readonly options: ConvertOptions) {}

  convert(source: unknown, offset: number, depth: number): Converted {
    if (depth > this.options.maxDepth) {
      throw new DocumentError(
        `is nested deeper than ${this.options.maxDepth} levels (limit maxDepth)`,
        offset,
        'depth',
      );
    }
    const place = this.placeOf(offset);
    if (isAlias(source)) {
      return this.follow(source.source, startOf(source, offset));
    }
    const before = { aliases: this.aliases, nodes: 1 };
    let converted: Converted;
    if (isMap(source)) {
      const { node, nodes } = this.convertMap(source, place, offset, depth);
      converted = {
        node,
        nodes,
        aliases: this.aliases - before.aliases,
      };
    } else if (isSeq(source)) {
      const items: LocatedNode[] = [];
      let nodes = 1;
      for (const item of source.items) {
        const child = this.convert(item, startOf(item, offset), depth + 1);
        items.push(child.node);
        nodes += child.nodes;
      }
      converted = {
        node: { type: 'list', items, place },
        nodes,
        aliases: this.aliases - before.aliases,
      };
    } else {
      converted = {
        node: { type: 'scalar', value: scalarValue(source), place },
        nodes: 1,
        aliases: 0,
      };
    }
    if ((isCollection(source) || isScalar(source)) && source.anchor) {
      this.anchors.set(source.anchor, converted);
    }
    return converted;
  }

  private convertMap(
    source: YAMLMap,
    place: Place,
    offset: number,
    depth: number,
  ): { node: LocatedNode; nodes: number } {
    const entries = new Map<string, LocatedNode>();
    const merged: LocatedNode[] = [];
    let nodes = 1;
    for (const pair of source.items) {
      const keyOffset = startOf(pair.key, offset);
      const key = this.keyOf(pair, keyOffset);
      const value = this.convert(pair.value, keyOffset, depth + 1);
      nodes += value.nodes;
      if (key === '<<') {
        merged.push(
          ...(value.node.type === 'list' ? value.node.items : [value.node]),
        );
        continue;
      }
      if (entries.has(key)) {
        throw new DocumentError(
          `has the key "${key}" twice in one map`,
          keyOffset,
          'key',
        );
      }
      // A value stands where its key does: a block map begins a line later.
      entries.set(key, value.node);
    }
    for (const other of merged) {
      if (other.type === 'map') {
        for (const [key, value] of other.entries) {
          if (!entries.has(key)) {
            entries.set(key, value);
          }
        }
      }
    }
    return { node: { type: 'map', entries, place }, nodes };
  }

  private keyOf(pair: Pair, offset: number): string {
    const key = isAlias(pair.key)
      ? this.follow(pair.key.source, offset).node
      : undefined;
    if (key?.type === 'scalar') {
      return String(key.value);
    }
    if (pair.key === null || isScalar(pair.key)) {
      return String(pair.key === null ? null : pair.key.value);
    }
    throw new DocumentError('has a map or a list as a key', offset, 'key');
  }

  private follow(anchor: string, offset: number): Converted {
    const target = this.anchors.get(anchor);
    if (!target) {
      throw new DocumentError(
        `has an alias *${anchor} to what does not stand before it`,
        offset,
        'alias',
      );
    }
    this.aliases += 1 + target.aliases;
    this.aliasedNodes += target.nodes;
    if (
      this.aliases > this.options.maxAliases ||
      this.aliasedNodes > MAX_ALIASED_NODES
    ) {
      throw new DocumentError(
        `has aliases that expand to more than ${this.options.maxAliases} (limit maxYamlAliases)`,
        offset,
        'alias',
      );
    }
    return {
      node: target.node,
      nodes: target.nodes,
      aliases: 1 + target.aliases,
    };
  }

  private placeOf(offset: number): Place {
    return {
      file: this.options.file,
      line: this.options.lineCounter.linePos(offset).line,
    };
  }
}

function scalarValue(source: unknown): string | number | boolean | null {
  const value = isScalar(source) ? source.value : source;
  if (
    typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean'
  ) {
    return value;
  }
  return value === null || value === undefined ? null : String(value);
}

function startOf(source: unknown, fallback: number): number {
  if (isPair(source)) {
    return startOf(source.key, fallback);
  }
  return isNode(source) && source.range ? source.range[0] : fallback;
}

/**
 * Turns a parsed document into values that know their place; undefined for an
 * empty one.
 *
 * @throws DocumentError where limits are hit or the document is no JSON value.
 */
export function convertDocument(
  document: Document.Parsed,
  options: ConvertOptions,
): LocatedNode | undefined {
  const { contents } = document;
  if (contents === null || (isScalar(contents) && contents.value === null)) {
    return undefined;
  }
  return new DocumentConverter(options).convert(
    contents,
    startOf(contents, 0),
    1,
  ).node;
}
