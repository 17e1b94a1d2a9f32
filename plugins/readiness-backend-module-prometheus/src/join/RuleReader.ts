import { setImmediate } from 'node:timers/promises';
import {
  type PromqlExpression,
  readPromql,
} from '@airworthy/plugin-readiness-node';
import type { AlertingRule } from '../prometheus/types';
import { RuleIndex } from './RuleIndex';

/** Expressions parsed before others get their turn. */
const EXPRESSIONS_PER_TURN = 50;

/**
 * Reads the expressions of rules. A fleet has tens of thousands, and parsing
 * them takes seconds: it gives way to other work, and remembers those of the
 * last run, since rules seldom change.
 */
export class RuleReader {
  #known = new Map<string, PromqlExpression>();

  /** Makes the rules of a server findable. */
  async index(
    rules: readonly AlertingRule[],
    signal?: AbortSignal,
  ): Promise<RuleIndex> {
    const expressions = new Map<string, PromqlExpression>();
    let parsed = 0;
    for (const { query } of rules) {
      let expression = this.#known.get(query) ?? expressions.get(query);
      if (!expression) {
        expression = readPromql(query);
        parsed += 1;
        if (parsed % EXPRESSIONS_PER_TURN === 0) {
          await setImmediate(undefined, { signal });
        }
      }
      expressions.set(query, expression);
    }
    this.#known = expressions;
    return new RuleIndex(
      rules.map(rule => ({
        rule,
        expression: expressions.get(rule.query) ?? readPromql(rule.query),
      })),
    );
  }
}
