import { EvaluationError, ParseError, TypeError } from '@marcbachmann/cel-js';
import type { ASTNode, Environment, ParseResult } from '@marcbachmann/cel-js';
import { analyseExpression } from './analyseExpression';
import type { ExpressionAnalysis, ExpressionScope } from './ExpressionAnalysis';
import { ExpressionError } from './ExpressionError';
import { EXPRESSION_LIMITS } from './limits';
import type { RuleContext } from './RuleContext';
import {
  buildTruthTree,
  FAILED,
  MISSING,
  runParsed,
  withoutIncomplete,
} from './TruthTree';

export { MISSING };

/**
 * An expression went wrong for another reason than a missing fact: the rule is
 * at fault, not the entity, so it is never a verdict.
 *
 * @public
 */
export class RuleFailure {
  constructor(
    /** What went wrong, with the column. */
    readonly reason: string,
  ) {}
}

/** How an expression is compiled; see `RuleEnvironment.compile`. */
export interface CompileContext {
  environment: Environment;
  expects: 'bool' | 'any';
  scope: ExpressionScope;
  /** The known name nearest to a misspelt one. */
  suggest: (name: string) => string | undefined;
}

/**
 * One expression, parsed, type-checked and bounded; evaluated many times.
 *
 * @public
 */
export class CompiledExpression {
  private readonly tree: (context: RuleContext) => unknown;

  /** @throws ExpressionError with the column and the reason */
  static create(source: string, context: CompileContext): CompiledExpression {
    const parsed = parse(source, context);
    const checked = parsed.check();
    if (!checked.valid) {
      throw toExpressionError(source, checked.error, context);
    }
    if (context.expects === 'bool' && checked.type !== 'bool') {
      throw ExpressionError.at(
        source,
        0,
        `a rule is true or false, this is of type ${readableType(
          checked.type,
        )}`,
      );
    }
    const analysis = analyseExpression(source, parsed.ast, context.scope);
    return new CompiledExpression(source, parsed, analysis, context);
  }

  private constructor(
    /** As the user wrote it. */
    readonly source: string,
    private readonly parsed: ParseResult,
    readonly analysis: ExpressionAnalysis,
    { environment, scope }: CompileContext,
  ) {
    this.tree = buildTruthTree(parsed.ast, parsed, environment, scope);
  }

  /** Its syntax tree. */
  get ast(): ASTNode {
    return this.parsed.ast;
  }

  /**
   * The value, {@link MISSING} where a fact that decides is not known, or a
   * {@link RuleFailure}.
   */
  evaluate(context: RuleContext): unknown {
    const value = this.tree(context);
    return value === FAILED ? this.evaluateWhole(context) : value;
  }

  /** The value as CEL alone gives it, errors and all. */
  evaluateByCel(context: RuleContext): unknown {
    return this.parsed(context.values);
  }

  /** As CEL does it, which tells where a fault is. */
  private evaluateWhole(context: RuleContext): unknown {
    const result = withoutIncomplete(context, this.analysis.wholeLists, () =>
      runParsed(this.parsed, context.values),
    );
    return 'error' in result
      ? new RuleFailure(this.describe(result.error))
      : result.value;
  }

  private describe(error: unknown): string {
    if (error instanceof EvaluationError) {
      return ExpressionError.at(
        this.source,
        error.range?.start ?? 0,
        error.summary,
      ).message;
    }
    return error instanceof Error ? error.message : String(error);
  }
}

function parse(source: string, context: CompileContext): ParseResult {
  try {
    return context.environment.parse(source);
  } catch (error) {
    throw toExpressionError(source, error, context);
  }
}

function toExpressionError(
  source: string,
  error: unknown,
  context: CompileContext,
): unknown {
  if (!(error instanceof ParseError) && !(error instanceof TypeError)) {
    return error;
  }
  const unknownName = /^(?:Unknown variable|No such key): (.+)$/.exec(
    error.summary,
  )?.[1];
  const nearest = unknownName && context.suggest(unknownName);
  return ExpressionError.at(
    source,
    error.range?.start ?? 0,
    nearest
      ? `${readable(error)}; did you mean "${nearest}"?`
      : readable(error),
  );
}

const LIMITS_IN_WORDS: Record<string, string> = {
  maxAstNodes: `the expression has more than ${EXPRESSION_LIMITS.nodes} parts`,
  maxDepth: `the expression is nested more than ${EXPRESSION_LIMITS.depth} deep`,
  maxListElements: `a list has more than ${EXPRESSION_LIMITS.listEntries} entries`,
  maxMapEntries: 'maps are not offered',
  maxCallArguments: `a call has more than ${EXPRESSION_LIMITS.callArguments} arguments`,
};

function readable(error: ParseError | TypeError): string {
  const limit = /^Exceeded (\w+)/.exec(error.summary)?.[1];
  if (limit !== undefined && Object.hasOwn(LIMITS_IN_WORDS, limit)) {
    return LIMITS_IN_WORDS[limit];
  }
  const text = error.summary.replace(
    /[A-Za-z.<>]*\b(?:google\.protobuf|members|facts)\.[\w.]+>?/g,
    readableType,
  );
  return text.charAt(0).toLocaleLowerCase('en-US') + text.slice(1);
}

/** Types as people know them: the engine's own prefixes say nothing to them. */
function readableType(type: string | undefined): string {
  return (type ?? 'unknown')
    .replace(/google\.protobuf\.(Timestamp|Duration)/g, (_, name: string) =>
      name.toLocaleLowerCase('en-US'),
    )
    .replace(/\b(?:members|facts)\./g, '');
}
