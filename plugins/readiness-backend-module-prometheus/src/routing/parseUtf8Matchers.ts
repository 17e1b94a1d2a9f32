import {
  createLabelMatcher,
  type LabelMatcher,
  type MatcherOperator,
} from './LabelMatcher';
import { MatcherSyntaxError } from './MatcherSyntaxError';
import { unquoteGoString } from './unquoteGoString';

type TokenKind = '{' | '}' | ',' | 'operator' | 'text';

interface Token {
  kind: TokenKind;
  text: string;
}

const TOKEN =
  /\p{White_Space}*(?:([{},])|(=~|!~|!=|=)|("(?:[^"\\]|\\[^])*")|([^\p{White_Space}{}!=~,\\"'`]+))/uy;

/**
 * Reads matchers as Alertmanager does since 0.27: names and values may be any
 * UTF-8 text in double quotes, with the escapes of a Go string.
 *
 * @see https://prometheus.io/docs/alerting/latest/configuration/#utf-8-matchers
 * @throws MatcherSyntaxError
 */
export function parseUtf8Matchers(text: string): LabelMatcher[] {
  const tokens = readTokens(text);
  const fail = (problem: string): never => {
    throw new MatcherSyntaxError(text, problem);
  };
  const take = (kind: TokenKind): Token | undefined =>
    tokens[0]?.kind === kind ? tokens.shift() : undefined;
  const expect = (kind: TokenKind, problem: string): Token =>
    take(kind) ?? fail(problem);

  const matchers: LabelMatcher[] = [];
  const braced = take('{') !== undefined;
  while (tokens.length > 0 && tokens[0].kind !== '}') {
    const name = expect('text', 'a label name is missing');
    const operator = expect('operator', 'an operator is missing');
    const value = expect('text', 'a value is missing');
    matchers.push(
      createLabelMatcher(
        name.text,
        // The tokens of this kind are these four alone.
        operator.text as MatcherOperator,
        value.text,
      ),
    );
    if (!take(',')) {
      break;
    }
  }
  if (braced) {
    expect('}', 'the closing brace is missing');
  }
  return tokens.length === 0 ? matchers : fail(`unexpected ${tokens[0].text}`);
}

function readTokens(text: string): Token[] {
  const tokens: Token[] = [];
  const end = text.trimEnd().length;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < end) {
    const start = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (!match) {
      throw new MatcherSyntaxError(
        text,
        `cannot be read from character ${start + 1} on`,
      );
    }
    tokens.push(tokenOf(text, match));
  }
  return tokens;
}

function tokenOf(text: string, match: RegExpExecArray): Token {
  const [, punctuation, operator, quoted, unquoted] = match;
  if (punctuation === '{' || punctuation === '}' || punctuation === ',') {
    return { kind: punctuation, text: punctuation };
  }
  if (operator !== undefined) {
    return { kind: 'operator', text: operator };
  }
  if (quoted === undefined) {
    return { kind: 'text', text: unquoted };
  }
  const value = unquoteGoString(quoted);
  if (value === undefined) {
    throw new MatcherSyntaxError(text, `${quoted} is no quoted string`);
  }
  return { kind: 'text', text: value };
}
