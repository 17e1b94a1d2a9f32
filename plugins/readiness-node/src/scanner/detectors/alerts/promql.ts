import { parser } from '@prometheus-io/lezer-promql';

/** One condition on a label, such as `service="payments-api"`. */
export interface LabelMatcher {
  label: string;
  operator: string;
  value: string;
}

/** What an expression asks for. */
export interface PromqlExpression {
  /** Whether it parses as a whole. */
  valid: boolean;
  metrics: string[];
  matchers: LabelMatcher[];
}

function unquote(literal: string): string {
  return literal.slice(1, -1).replace(/\\(["'\\])/g, '$1');
}

/** Reads a PromQL expression with Prometheus' own grammar. */
export function readPromql(expression: string): PromqlExpression {
  const metrics = new Set<string>();
  const matchers: LabelMatcher[] = [];
  let valid = expression.trim() !== '';
  parser.parse(expression).iterate({
    enter(node) {
      const text = expression.slice(node.from, node.to);
      if (node.type.isError) {
        valid = false;
      } else if (
        node.name === 'Identifier' &&
        node.node.parent?.name === 'VectorSelector'
      ) {
        metrics.add(text);
      } else if (
        node.name === 'QuotedLabelName' &&
        node.node.parent?.name === 'LabelMatchers'
      ) {
        metrics.add(unquote(text));
      } else if (
        node.name === 'UnquotedLabelMatcher' ||
        node.name === 'QuotedLabelMatcher'
      ) {
        const name = node.node.firstChild;
        const value = node.node.lastChild;
        const operator = node.node.getChild('MatchOp');
        if (name && value && operator && value.name === 'StringLiteral') {
          const label = expression.slice(name.from, name.to);
          const matcher = {
            label: /^["']/.test(label) ? unquote(label) : label,
            operator: expression.slice(operator.from, operator.to),
            value: unquote(expression.slice(value.from, value.to)),
          };
          matchers.push(matcher);
          if (matcher.label === '__name__' && matcher.operator === '=') {
            metrics.add(matcher.value);
          }
        }
      }
    },
  });
  return { valid, metrics: [...metrics], matchers };
}
