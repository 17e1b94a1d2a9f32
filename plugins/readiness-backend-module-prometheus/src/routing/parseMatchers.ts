import type { LabelMatcher } from './LabelMatcher';
import { MatcherSyntaxError } from './MatcherSyntaxError';
import { parseClassicMatchers } from './parseClassicMatchers';
import { parseUtf8Matchers } from './parseUtf8Matchers';

/**
 * Reads matchers as Alertmanager does unless told otherwise: where both its
 * parsers can read them the classic one decides, else the one that can.
 *
 * @throws MatcherSyntaxError where neither can
 */
export function parseMatchers(text: string): LabelMatcher[] {
  try {
    return parseClassicMatchers(text);
  } catch (classic) {
    if (!(classic instanceof MatcherSyntaxError)) {
      throw classic;
    }
    try {
      return parseUtf8Matchers(text);
    } catch (utf8) {
      throw utf8 instanceof MatcherSyntaxError ? classic : utf8;
    }
  }
}
