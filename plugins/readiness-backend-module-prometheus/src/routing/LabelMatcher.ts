import { RE2JS, RE2JSSyntaxException } from 're2js';
import { MatcherSyntaxError } from './MatcherSyntaxError';

/** The four ways in which Alertmanager compares a label. */
export type MatcherOperator = '=' | '!=' | '=~' | '!~';

/** One condition on the label of an alert. */
export interface LabelMatcher {
  name: string;
  operator: MatcherOperator;
  value: string;
  /** Whether it holds for the label's value, `''` where there is no label. */
  matches(labelValue: string): boolean;
}

/**
 * A matcher as Alertmanager makes it: regular expressions are RE2 and cover the
 * whole value.
 *
 * @throws MatcherSyntaxError where the regular expression is none
 */
export function createLabelMatcher(
  name: string,
  operator: MatcherOperator,
  value: string,
): LabelMatcher {
  const base = { name, operator, value };
  switch (operator) {
    case '=':
      return { ...base, matches: text => text === value };
    case '!=':
      return { ...base, matches: text => text !== value };
    default: {
      const expression = compile(value);
      const wanted = operator === '=~';
      return {
        ...base,
        matches: text => expression.matcher(text).find() === wanted,
      };
    }
  }
}

function compile(value: string): RE2JS {
  try {
    return RE2JS.compile(`^(?:${value})$`);
  } catch (error) {
    if (error instanceof RE2JSSyntaxException) {
      throw new MatcherSyntaxError(value, 'is no regular expression');
    }
    throw error;
  }
}
