import type { ASTNode } from '@marcbachmann/cel-js';

/** The names of a node that is a variable and fields read off it. */
export function pathOf(node: ASTNode): string[] | undefined {
  if (node.op === 'id') {
    return [node.args];
  }
  if (node.op === '.') {
    const before = pathOf(node.args[0]);
    return before && [...before, node.args[1]];
  }
  return undefined;
}

/** The name of the parameter that a node reads. */
export function parameterOf(node: ASTNode): string | undefined {
  const path = pathOf(node);
  return path?.[0] === 'params' && path.length === 2 ? path[1] : undefined;
}

/** A list of nothing but literals. */
export function isLiteralList(node: ASTNode): boolean {
  return node.op === 'list' && node.args.every(entry => entry.op === 'value');
}
