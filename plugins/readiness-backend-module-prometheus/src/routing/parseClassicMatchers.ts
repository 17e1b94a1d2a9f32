import {
  createLabelMatcher,
  type LabelMatcher,
  type MatcherOperator,
} from './LabelMatcher';
import { MatcherSyntaxError } from './MatcherSyntaxError';

/** White space is what Go's expressions take for it. */
const MATCHER =
  /^[\t\n\f\r ]*([a-zA-Z_:][a-zA-Z0-9_:]*)[\t\n\f\r ]*(=~|=|!=|!~)[\t\n\f\r ]*([^]*?)[\t\n\f\r ]*$/;

/**
 * Reads matchers as every Alertmanager since 0.22 does: comma-separated, braces
 * optional, a value with or without double quotes. Escapes are those of
 * OpenMetrics; any other backslash stands for itself, so that `\d` may be
 * written in quotes.
 *
 * @see https://prometheus.io/docs/alerting/latest/configuration/#matcher
 * @throws MatcherSyntaxError
 */
export function parseClassicMatchers(text: string): LabelMatcher[] {
  return splitAtCommas(text.replace(/^\{/, '').replace(/\}$/, '')).map(
    parseClassicMatcher,
  );
}

function splitAtCommas(text: string): string[] {
  const parts: string[] = [];
  let part = '';
  let quoted = false;
  let escaped = false;
  for (const character of text) {
    if (character === ',') {
      // A comma leaves a backslash before it in force, as in Alertmanager.
      if (!quoted) {
        parts.push(part);
        part = '';
        continue;
      }
    } else {
      if (character === '"' && !escaped) {
        quoted = !quoted;
      }
      escaped = character === '\\' && !escaped;
    }
    part += character;
  }
  // A comma may end the list.
  return part.trim() === '' ? parts : [...parts, part];
}

function parseClassicMatcher(text: string): LabelMatcher {
  const match = MATCHER.exec(text);
  if (!match) {
    throw new MatcherSyntaxError(text, 'is no matcher');
  }
  const [, name, operator, written] = match;
  return createLabelMatcher(
    name,
    // The pattern admits these four alone.
    operator as MatcherOperator,
    readValue(text, written),
  );
}

function readValue(text: string, written: string): string {
  const quoted = written.startsWith('"');
  const characters = [...written.slice(quoted ? 1 : 0)];
  let value = '';
  let closed = false;
  for (let index = 0; index < characters.length; index += 1) {
    const character = characters[index];
    const last = index === characters.length - 1;
    if (character === '\\' && !last) {
      index += 1;
      value += unescape(characters[index]);
    } else if (character === '"') {
      if (!quoted || !last) {
        throw new MatcherSyntaxError(text, 'a quote inside the value');
      }
      closed = true;
    } else {
      value += character;
    }
  }
  if (quoted && !closed) {
    throw new MatcherSyntaxError(text, 'the closing quote is missing');
  }
  return value;
}

function unescape(character: string): string {
  switch (character) {
    case 'n':
      return '\n';
    case '"':
    case '\\':
      return character;
    default:
      return `\\${character}`;
  }
}
