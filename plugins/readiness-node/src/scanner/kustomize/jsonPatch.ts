import { InputError } from '@backstage/errors';
import { isSameJson } from '../json/values';
import {
  nodeAt,
  stringOf,
  toPlain,
  withEntry,
  withItems,
  withoutEntry,
  type LocatedNode,
  type NodePath,
} from '../yaml';

/** The tokens of a JSON pointer: RFC 6901. */
function parsePointer(pointer: string): string[] {
  if (pointer === '') {
    return [];
  }
  return pointer
    .split('/')
    .slice(1)
    .map(token => token.replace(/~1/g, '/').replace(/~0/g, '~'));
}

function indexOf(token: string, length: number): number | undefined {
  const index = /^(?:0|[1-9]\d{0,8})$/.test(token) ? Number(token) : undefined;
  return index !== undefined && index < length ? index : undefined;
}

/** Changes the parent of what a pointer leads to. */
function changeParent(
  node: LocatedNode,
  tokens: readonly string[],
  change: (parent: LocatedNode, token: string) => LocatedNode,
): LocatedNode {
  const [token, ...rest] = tokens;
  if (token === undefined) {
    throw new InputError('the root cannot be changed');
  }
  if (rest.length === 0) {
    return change(node, token);
  }
  if (node.type === 'map') {
    const child = node.entries.get(token);
    if (child) {
      return withEntry(node, token, changeParent(child, rest, change));
    }
  }
  if (node.type === 'list') {
    const index = indexOf(token, node.items.length);
    if (index !== undefined) {
      return withItems(
        node,
        node.items.map((item, position) =>
          position === index ? changeParent(item, rest, change) : item,
        ),
      );
    }
  }
  throw new InputError(`there is no ${token}`);
}

function add(
  parent: LocatedNode,
  token: string,
  value: LocatedNode,
): LocatedNode {
  if (parent.type === 'map') {
    return withEntry(parent, token, value);
  }
  if (parent.type === 'list') {
    const index =
      token === '-'
        ? parent.items.length
        : indexOf(token, parent.items.length + 1);
    if (index !== undefined) {
      return withItems(parent, [
        ...parent.items.slice(0, index),
        value,
        ...parent.items.slice(index),
      ]);
    }
  }
  throw new InputError(`nothing can be added at ${token}`);
}

function remove(parent: LocatedNode, token: string): LocatedNode {
  if (parent.type === 'map' && parent.entries.has(token)) {
    return withoutEntry(parent, token);
  }
  if (parent.type === 'list') {
    const index = indexOf(token, parent.items.length);
    if (index !== undefined) {
      return withItems(
        parent,
        parent.items.filter((_, position) => position !== index),
      );
    }
  }
  throw new InputError(`there is no ${token} to remove`);
}

function replace(
  parent: LocatedNode,
  token: string,
  value: LocatedNode,
): LocatedNode {
  if (parent.type === 'map' && parent.entries.has(token)) {
    return withEntry(parent, token, value);
  }
  if (parent.type === 'list') {
    const index = indexOf(token, parent.items.length);
    if (index !== undefined) {
      return withItems(
        parent,
        parent.items.map((item, position) =>
          position === index ? value : item,
        ),
      );
    }
  }
  throw new InputError(`there is no ${token} to replace`);
}

function read(node: LocatedNode, tokens: readonly string[]): LocatedNode {
  let current = node;
  for (const token of tokens) {
    const path: NodePath = [
      current.type === 'list'
        ? indexOf(token, current.items.length) ?? -1
        : token,
    ];
    const child = nodeAt(current, path);
    if (!child) {
      throw new InputError(`there is no ${token}`);
    }
    current = child;
  }
  return current;
}

function applyOperation(
  root: LocatedNode,
  operation: LocatedNode,
): LocatedNode {
  const name = stringOf(operation, 'op');
  const tokens = parsePointer(stringOf(operation, 'path') ?? '');
  const from = parsePointer(stringOf(operation, 'from') ?? '');
  const value = nodeAt(operation, ['value']);
  switch (name) {
    case 'add':
    case 'replace':
      if (!value) {
        throw new InputError(`${name} has no value`);
      }
      return changeParent(root, tokens, (parent, token) =>
        name === 'add'
          ? add(parent, token, value)
          : replace(parent, token, value),
      );
    case 'remove':
      return changeParent(root, tokens, remove);
    case 'copy':
    case 'move': {
      const source = read(root, from);
      const rest = name === 'move' ? changeParent(root, from, remove) : root;
      return changeParent(rest, tokens, (parent, token) =>
        add(parent, token, source),
      );
    }
    case 'test':
      if (!value || !isSameJson(toPlain(read(root, tokens)), toPlain(value))) {
        throw new InputError(`the test of ${tokens.join('/')} does not hold`);
      }
      return root;
    default:
      throw new InputError(`${name ?? 'an operation without op'} is none`);
  }
}

/**
 * Applies a JSON patch: RFC 6902.
 *
 * @throws InputError where an operation does not fit the object.
 */
export function applyJsonPatch(
  root: LocatedNode,
  operations: readonly LocatedNode[],
): LocatedNode {
  let result = root;
  for (const operation of operations) {
    result = applyOperation(result, operation);
  }
  return result;
}
