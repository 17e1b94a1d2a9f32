import { EvaluationError, serialize } from '@marcbachmann/cel-js';
import type { ASTNode, Environment, ParseResult } from '@marcbachmann/cel-js';
import { analyseExpression } from './analyseExpression';
import type { ExpressionAnalysis, ExpressionScope } from './ExpressionAnalysis';
import { UNDECIDED } from './boundObjects';
import { pathOf } from './expressionPaths';
import type { RuleContext } from './RuleContext';

/** A fact that the expression needs is not known. */
export const MISSING = Symbol('missing');

/** The rule itself went wrong; evaluating it whole says how. */
export const FAILED = Symbol('failed');

/** Errors by which CEL says that a value is not there, or not to be seen. */
const MISSING_CODES = new Set([
  'unknown_variable',
  'no_such_key',
  'field_type_mismatch',
  'variable_type_mismatch',
]);

type Evaluate = (context: RuleContext) => unknown;

/**
 * Breaks an expression up at `&&`, `||`, `!`, `?:` and `has()`, and leaves the
 * rest to CEL.
 *
 * The meaning is CEL's own: one side that decides absorbs what is missing on the
 * other. CEL however says that a value is missing by raising an error, at a
 * hundred times the cost of reading it; here it is looked up first, so that a
 * service of which little is known costs no more than one of which much is.
 */
export function buildTruthTree(
  root: ASTNode,
  whole: ParseResult,
  environment: Environment,
  scope: ExpressionScope,
): Evaluate {
  const leaf = (node: ASTNode): Evaluate => {
    const parsed =
      node === root ? whole : parsePart(serialize(node), environment);
    const analysis = analyseExpression(node.input, node, {
      ...scope,
      refuseVacuous: false,
    });
    return run(parsed, analysis, scope);
  };
  const build = (node: ASTNode): Evaluate => {
    switch (node.op) {
      case '&&':
        return combine(build(node.args[0]), build(node.args[1]), false);
      case '||':
        return combine(build(node.args[0]), build(node.args[1]), true);
      case '!_':
        return negate(build(node.args));
      case '?:':
        return choose(
          build(node.args[0]),
          build(node.args[1]),
          build(node.args[2]),
        );
      case 'call': {
        const path = node.args[0] === 'has' && pathOf(node.args[1][0]);
        return path ? test(path) : leaf(node);
      }
      case 'id':
      case '.': {
        const path = pathOf(node);
        return path ? look(path) : leaf(node);
      }
      default:
        return leaf(node);
    }
  };
  return build(root);
}

/** Paths of variables whose absence decides before anything is evaluated. */
export function requiredPaths(
  analysis: ExpressionAnalysis,
  scope: ExpressionScope,
): string[][] {
  return analysis.reads
    .filter(read => read.strict && !read.guarded && read.of !== 'quantified')
    .map(read =>
      read.of === 'member' && scope.member && read.field !== undefined
        ? [scope.member.variable, read.field]
        : read.fact.split('.'),
    );
}

/** Evaluates by CEL; an error becomes {@link MISSING} or the error itself. */
export function runParsed(
  parsed: ParseResult,
  values: Record<string, unknown>,
): { value: unknown } | { error: unknown } {
  try {
    return { value: parsed(values) };
  } catch (error) {
    return error instanceof EvaluationError && MISSING_CODES.has(error.code)
      ? { value: MISSING }
      : { error };
  }
}

/** Evaluates with lists hidden that are incomplete where the whole list counts. */
export function withoutIncomplete<T>(
  { values, incomplete }: RuleContext,
  wholeLists: readonly string[],
  evaluate: () => T,
): T {
  if (incomplete.size === 0) {
    return evaluate();
  }
  const hidden = wholeLists.filter(list => incomplete.has(list));
  const kept = hidden.map(list => values[list]);
  for (const list of hidden) {
    values[list] = undefined;
  }
  const result = evaluate();
  hidden.forEach((list, index) => {
    values[list] = kept[index];
  });
  return result;
}

function parsePart(source: string, environment: Environment): ParseResult {
  const parsed = environment.parse(source);
  // Fixes the types of the tree; the whole was checked before.
  parsed.check();
  return parsed;
}

function run(
  parsed: ParseResult,
  analysis: ExpressionAnalysis,
  scope: ExpressionScope,
): Evaluate {
  const required = requiredPaths(analysis, scope);
  const { wholeLists } = analysis;
  const evaluate = (values: Record<string, unknown>): unknown => {
    const result = runParsed(parsed, values);
    return 'error' in result ? FAILED : result.value;
  };
  return context => {
    const { values } = context;
    for (const path of required) {
      if (isMissing(lookUp(values, path))) {
        return MISSING;
      }
    }
    return context.incomplete.size === 0
      ? evaluate(values)
      : withoutIncomplete(context, wholeLists, () => evaluate(values));
  };
}

function combine(
  left: Evaluate,
  right: Evaluate,
  absorbing: boolean,
): Evaluate {
  return context => {
    const first = left(context);
    if (first === absorbing) {
      return absorbing;
    }
    const second = right(context);
    if (second === absorbing) {
      return absorbing;
    }
    if (first === FAILED || second === FAILED) {
      return FAILED;
    }
    return first === MISSING ? MISSING : second;
  };
}

function negate(operand: Evaluate): Evaluate {
  return context => {
    const value = operand(context);
    return typeof value === 'boolean' ? !value : value;
  };
}

function choose(
  condition: Evaluate,
  then: Evaluate,
  otherwise: Evaluate,
): Evaluate {
  return context => {
    const value = condition(context);
    if (value === true) {
      return then(context);
    }
    return value === false ? otherwise(context) : value;
  };
}

/** `has(path)`: absence is false, an outage is not. */
function test(path: string[]): Evaluate {
  return ({ values }) => {
    const value = lookUp(values, path);
    return value === UNDECIDED ? MISSING : value !== undefined;
  };
}

function look(path: string[]): Evaluate {
  return context => {
    const { values, incomplete } = context;
    const value = lookUp(values, path);
    if (isMissing(value) || (path.length === 1 && incomplete.has(path[0]))) {
      return MISSING;
    }
    return value;
  };
}

function lookUp(
  values: Readonly<Record<string, unknown>>,
  path: readonly string[],
): unknown {
  let value: unknown = values[path[0]];
  for (let index = 1; index < path.length; index++) {
    if (!isObject(value)) {
      return undefined;
    }
    value = value[path[index]];
  }
  return value;
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === UNDECIDED;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
