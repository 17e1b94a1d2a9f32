import { EvaluationError, ParseError, TypeError } from '@marcbachmann/cel-js';
import type { ASTNode, Environment, ParseResult } from '@marcbachmann/cel-js';
import { analyseExpression } from './analyseExpression';
import type { ExpressionAnalysis, ExpressionScope } from './analyseExpression';
import { UNDECIDED } from './boundObjects';
import { ExpressionError } from './ExpressionError';
import type { RuleContext } from './RuleContext';

/** A fact that the expression needs is not known. */
export const MISSING = Symbol('missing');

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

/** Errors by which CEL says that a value is not there, or not to be seen. */
const MISSING_CODES = new Set([
  'unknown_variable',
  'no_such_key',
  'field_type_mismatch',
  'variable_type_mismatch',
]);

/**
 * One expression, parsed, type-checked and bounded; evaluated many times.
 *
 * @public
 */
export class CompiledExpression {
  /** Paths of variables whose absence decides before anything is evaluated. */
  private readonly required: string[][];

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
    return new CompiledExpression(source, parsed, analysis, context.scope);
  }

  private constructor(
    /** As the user wrote it. */
    readonly source: string,
    private readonly parsed: ParseResult,
    readonly analysis: ExpressionAnalysis,
    scope: ExpressionScope,
  ) {
    this.required = analysis.reads
      .filter(read => read.strict && !read.guarded && read.of !== 'quantified')
      .map(read =>
        read.of === 'member' && scope.member && read.field !== undefined
          ? [scope.member.variable, read.field]
          : read.fact.split('.'),
      );
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
    const { values, incomplete } = context;
    // CEL would raise an error for it, at many times the cost.
    for (const path of this.required) {
      if (isMissing(values, path)) {
        return MISSING;
      }
    }
    if (incomplete.size > 0) {
      return this.evaluateWithoutIncomplete(context);
    }
    return this.run(values);
  }

  /** Hides lists that are incomplete where the whole list counts. */
  private evaluateWithoutIncomplete({
    values,
    incomplete,
  }: RuleContext): unknown {
    const hidden = this.analysis.wholeLists.filter(list =>
      incomplete.has(list),
    );
    const kept = hidden.map(list => values[list]);
    for (const list of hidden) {
      values[list] = undefined;
    }
    const result = this.run(values);
    hidden.forEach((list, index) => {
      values[list] = kept[index];
    });
    return result;
  }

  private run(values: Record<string, unknown>): unknown {
    try {
      return this.parsed(values);
    } catch (error) {
      if (error instanceof EvaluationError && MISSING_CODES.has(error.code)) {
        return MISSING;
      }
      return new RuleFailure(this.describe(error));
    }
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

function isMissing(values: Record<string, unknown>, path: string[]): boolean {
  let value: unknown = values;
  for (const word of path) {
    if (typeof value !== 'object' || value === null) {
      return true;
    }
    value = Reflect.get(value, word);
  }
  return value === undefined || value === UNDECIDED;
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

function readable(error: ParseError | TypeError): string {
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
