import type { ASTNode } from '@marcbachmann/cel-js';
import type { FactRegistry } from '../facts/FactRegistry';

/** Whether some configured source supplies a fact, or a field of a list. */
export type IsSupplied = (fact: string, field?: string) => boolean;

/** What an expression can become with the facts that are supplied. */
interface Outcomes {
  true: boolean;
  false: boolean;
}

const BOTH: Outcomes = { true: true, false: true };
const NEITHER: Outcomes = { true: false, false: false };

/** A variable stands for a member of a list, or for something of no fact. */
type Variables = ReadonlyMap<string, string | undefined>;

/**
 * Whether an expression can become true or false at all with the facts that the
 * configured sources supply, or can only ever be unknown.
 *
 * `||` and `&&` need one side that decides; `has()` decides that an unsupplied
 * fact is absent; everything else needs all that it reads.
 */
export function canDecide(
  root: ASTNode,
  registry: FactRegistry,
  isSupplied: IsSupplied,
  member?: { variable: string; list: string },
): boolean {
  const variables = new Map<string, string | undefined>();
  if (member) {
    variables.set(member.variable, member.list);
  }
  const outcomes = outcomesOf(root, { registry, isSupplied, variables });
  return outcomes.true || outcomes.false;
}

interface Scope {
  registry: FactRegistry;
  isSupplied: IsSupplied;
  variables: Variables;
}

function outcomesOf(node: ASTNode, scope: Scope): Outcomes {
  switch (node.op) {
    case 'value':
      return typeof node.args === 'boolean'
        ? { true: node.args, false: !node.args }
        : BOTH;
    case 'id':
    case '.':
      return all(isPathSupplied(node, scope));
    case '&&':
    case '||': {
      const [left, right] = node.args.map(side => outcomesOf(side, scope));
      return node.op === '&&'
        ? { true: left.true && right.true, false: left.false || right.false }
        : { true: left.true || right.true, false: left.false && right.false };
    }
    case '!_': {
      const negated = outcomesOf(node.args, scope);
      return { true: negated.false, false: negated.true };
    }
    case '-_':
      return outcomesOf(node.args, scope);
    case '?:': {
      const [condition, then, otherwise] = node.args.map(part =>
        outcomesOf(part, scope),
      );
      return {
        true:
          (condition.true && then.true) || (condition.false && otherwise.true),
        false:
          (condition.true && then.false) ||
          (condition.false && otherwise.false),
      };
    }
    case 'call': {
      const [name, parts] = node.args;
      return name === 'has'
        ? { true: isPathSupplied(parts[0], scope), false: true }
        : every(parts, scope);
    }
    case 'rcall': {
      const [name, receiver, parts] = node.args;
      return name === 'all' || name === 'exists'
        ? outcomesOfQuantifier(receiver, parts, scope)
        : every([receiver, ...quantifiedBodies(name, parts)], {
            ...scope,
            variables: within(name, receiver, parts, scope),
          });
    }
    case 'list':
      return every(node.args, scope);
    case 'map':
      return BOTH;
    case '.?':
    case '[?]':
      // Refused when an expression is loaded.
      return NEITHER;
    default:
      return every(node.args, scope);
  }
}

function outcomesOfQuantifier(
  receiver: ASTNode,
  parts: ASTNode[],
  scope: Scope,
): Outcomes {
  const over = outcomesOf(receiver, scope);
  if (!over.true || parts.length < 2) {
    return NEITHER;
  }
  return outcomesOf(parts[1], {
    ...scope,
    variables: within('all', receiver, parts, scope),
  });
}

function quantifiedBodies(name: string, parts: ASTNode[]): ASTNode[] {
  return isQuantifier(name) ? parts.slice(1) : parts;
}

function within(
  name: string,
  receiver: ASTNode,
  parts: ASTNode[],
  scope: Scope,
): Variables {
  const variable = parts[0];
  if (!isQuantifier(name) || variable?.op !== 'id') {
    return scope.variables;
  }
  return new Map(scope.variables).set(variable.args, listOf(receiver, scope));
}

function isQuantifier(name: string): boolean {
  return ['all', 'exists', 'exists_one', 'filter', 'map'].includes(name);
}

function listOf(node: ASTNode, scope: Scope): string | undefined {
  if (node.op === 'rcall' && node.args[0] === 'filter') {
    return listOf(node.args[1], scope);
  }
  return node.op === 'id' && scope.registry.list(node.args)
    ? node.args
    : undefined;
}

function isPathSupplied(node: ASTNode, scope: Scope): boolean {
  const path: string[] = [];
  let rest = node;
  while (rest.op === '.') {
    path.unshift(rest.args[1]);
    rest = rest.args[0];
  }
  if (rest.op !== 'id') {
    return every([rest], scope).true;
  }
  if (scope.variables.has(rest.args)) {
    const list = scope.variables.get(rest.args);
    return list === undefined || path.length === 0
      ? true
      : scope.isSupplied(list, path[0]);
  }
  const name = [rest.args, ...path].join('.');
  return scope.registry.get(name) ? scope.isSupplied(name) : true;
}

function every(nodes: readonly ASTNode[], scope: Scope): Outcomes {
  return all(
    nodes.every(node => {
      const outcomes = outcomesOf(node, scope);
      return outcomes.true || outcomes.false;
    }),
  );
}

function all(decided: boolean): Outcomes {
  return decided ? BOTH : NEITHER;
}
