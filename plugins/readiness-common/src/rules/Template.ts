import { Duration } from '@marcbachmann/cel-js/evaluator';
import { CompiledExpression, MISSING, RuleFailure } from './CompiledExpression';
import { ExpressionError } from './ExpressionError';
import type { RuleContext } from './RuleContext';
import type { ExpressionOptions, RuleEnvironment } from './RuleEnvironment';

/** Entries of a list that a sentence shows; more are counted. */
const SHOWN_ENTRIES = 10;

type Part = string | CompiledExpression;

/**
 * A text with CEL expressions in double braces: `{{ params.minimum }} replicas`.
 *
 * Lists are joined with ", "; times are shown as YYYY-MM-DD; doubles with two
 * digits at most; what is not known is shown as "unknown".
 *
 * @public
 */
export class Template {
  /**
   * Parses and type-checks a template.
   *
   * @throws ExpressionError with the column in the whole text
   */
  static compile(
    source: string,
    environment: RuleEnvironment,
    options: Omit<ExpressionOptions, 'expects' | 'refuseVacuous'>,
  ): Template {
    const parts: Part[] = [];
    let rest = 0;
    while (rest < source.length) {
      const open = source.indexOf('{{', rest);
      if (open < 0) {
        break;
      }
      const close = findClose(source, open + 2);
      if (close < 0) {
        throw ExpressionError.at(source, open, '{{ is not closed');
      }
      if (open > rest) {
        parts.push(source.slice(rest, open));
      }
      parts.push(compileAt(source, open + 2, close, environment, options));
      rest = close + 2;
    }
    if (rest < source.length) {
      parts.push(source.slice(rest));
    }
    return new Template(source, parts);
  }

  private constructor(
    /** As the user wrote it. */
    readonly source: string,
    private readonly parts: readonly Part[],
  ) {}

  /** The expressions in it. */
  get expressions(): CompiledExpression[] {
    return this.parts.filter(part => part instanceof CompiledExpression);
  }

  /** The text for one entity. */
  render(context: RuleContext): string {
    return this.parts
      .map(part =>
        typeof part === 'string' ? part : formatValue(part.evaluate(context)),
      )
      .join('');
  }
}

/** A value as people read it. */
export function formatValue(value: unknown): string {
  if (
    value === undefined ||
    value === MISSING ||
    value instanceof RuleFailure
  ) {
    return 'unknown';
  }
  if (value instanceof Date) {
    return value.toISOString().slice(0, 10);
  }
  if (value instanceof Duration) {
    return formatSpan(value.valueOf());
  }
  if (typeof value === 'number') {
    return String(Number(value.toFixed(2)));
  }
  if (Array.isArray(value)) {
    const shown = value.slice(0, SHOWN_ENTRIES).map(formatValue).join(', ');
    const more = value.length - SHOWN_ENTRIES;
    return more > 0 ? `${shown} and ${more} more` : shown;
  }
  return String(value);
}

function formatSpan(milliseconds: number): string {
  const units: Array<[string, number]> = [
    ['day', 86_400_000],
    ['hour', 3_600_000],
    ['minute', 60_000],
  ];
  for (const [unit, size] of units) {
    const count = Math.floor(Math.abs(milliseconds) / size);
    if (count >= 1) {
      return `${count} ${unit}${count === 1 ? '' : 's'}`;
    }
  }
  return `${Math.round(Math.abs(milliseconds) / 1000)} seconds`;
}

/** The end of an expression: the first `}}` that is not within a string. */
function findClose(source: string, from: number): number {
  let quote = '';
  for (let index = from; index < source.length; index++) {
    const character = source[index];
    if (quote) {
      if (character === '\\') {
        index++;
      } else if (character === quote) {
        quote = '';
      }
    } else if (character === '"' || character === "'") {
      quote = character;
    } else if (character === '}' && source[index + 1] === '}') {
      return index;
    }
  }
  return -1;
}

function compileAt(
  source: string,
  open: number,
  close: number,
  environment: RuleEnvironment,
  options: Omit<ExpressionOptions, 'expects' | 'refuseVacuous'>,
): CompiledExpression {
  const text = source.slice(open, close);
  const leading = text.length - text.trimStart().length;
  try {
    return environment.compile(text.trim(), { ...options, expects: 'any' });
  } catch (error) {
    if (!(error instanceof ExpressionError)) {
      throw error;
    }
    // The column counts from the start of the template, where the user looks.
    const inExpression = text
      .trim()
      .split('\n')
      .slice(0, error.line - 1)
      .reduce((sum, line) => sum + line.length + 1, error.column - 1);
    throw ExpressionError.at(
      source,
      open + leading + inExpression,
      error.reason,
    );
  }
}
