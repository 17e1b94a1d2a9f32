import type { ASTNode } from '@marcbachmann/cel-js';
import type { ExpressionAnalysis } from './ExpressionAnalysis';
import { parameterOf } from './expressionPaths';
import { millisecondsOf } from './millisecondsOf';

const DAY = 86_400_000;

/**
 * The spans of time that an expression states: with them it can be told when a
 * rule over `now` may turn.
 */
export class StatedSpans {
  private readonly spans = new Set<number>();
  private readonly daysParameters = new Set<string>();
  private readonly durationParameters = new Set<string>();

  /** The argument of `days()`. */
  addDays(argument: ASTNode): void {
    if (argument.op === 'value' && typeof argument.args === 'bigint') {
      this.spans.add(Number(argument.args) * DAY);
      return;
    }
    const parameter = parameterOf(argument);
    if (parameter !== undefined) {
      this.daysParameters.add(parameter);
    }
  }

  /** The argument of `duration()`. */
  addDuration(argument: ASTNode): void {
    const parameter = parameterOf(argument);
    if (parameter !== undefined) {
      this.durationParameters.add(parameter);
      return;
    }
    if (argument.op !== 'value' || typeof argument.args !== 'string') {
      return;
    }
    const span = millisecondsOf(argument.args);
    if (span !== undefined) {
      this.spans.add(span);
    }
  }

  asLists(): Pick<
    ExpressionAnalysis,
    'spans' | 'daysParameters' | 'durationParameters'
  > {
    return {
      spans: [...this.spans],
      daysParameters: [...this.daysParameters],
      durationParameters: [...this.durationParameters],
    };
  }
}
