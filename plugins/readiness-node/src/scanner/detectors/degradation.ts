import type { Detector } from '../Detector';
import {
  isOutOfForce,
  readServiceDocuments,
  sectionLines,
} from './support/documents';
import { extensionOf } from './support/paths';

/** Headings of a section on optional dependencies. */
const HEADING =
  /\b(?:degrad(?:ed|ation|es)|optional dependenc(?:y|ies)|without (?:it|its|a|the)?\s?dependenc(?:y|ies)|when (?:a|the) dependenc(?:y|ies) (?:is|are|fails?)|dependency failures?|fallbacks?|partial (?:failure|outage)s?)\b/i;

/** Sentences that say what happens without a dependency. */
const SENTENCE =
  /\b(?:optional)\b[^.]{0,200}\b(?:without|unavailable|down|away|fails?)\b|\b(?:without|while|when|if)\b[^.]{0,120}\b(?:is|are)\s+(?:down|away|unavailable|slow|not reachable|unreachable)\b[^.]{0,200}\b(?:still|go(?:es)? on|continues?|served?|answers?|cached|stale|default|skipped|queued|wait|fall(?:s)? back|degraded?)\b/i;

/** Names of tests of a degraded mode. */
const TEST_NAME = /degrad|fallback|(?:^|[._-])without[._-]/i;

/**
 * `degradation.documented`: a section or a sentence of the documents that says
 * what happens without a dependency, or a test that shows it.
 */
export const degradationDetector: Detector = {
  name: 'degradation',
  facts: ['degradation.documented'],
  async detect(context) {
    const fact = 'degradation.documented';
    for (const document of await readServiceDocuments(context)) {
      if (isOutOfForce(document)) {
        continue;
      }
      const { page, path } = document;
      const heading = page.headings.find(
        ({ text, line }) =>
          HEADING.test(text) &&
          // An empty section is a plan to write one.
          sectionLines(page, line).some(({ text: body }) => /\w{3}/.test(body)),
      );
      if (heading) {
        context.fact(fact, true, { file: path, line: heading.line });
        return;
      }
    }
    for (const document of await readServiceDocuments(context)) {
      const sentence = isOutOfForce(document)
        ? undefined
        : document.page.prose.find(({ text }) =>
            SENTENCE.test(text.slice(0, 2000)),
          );
      if (sentence) {
        context.fact(fact, true, { file: document.path, line: sentence.line });
        return;
      }
    }
    const test = context.files.find(
      path =>
        /(?:^|\/)(?:tests?|__tests__|spec)\/|[._-](?:test|spec)\.|_test\./.test(
          path,
        ) &&
        TEST_NAME.test(path.slice(path.lastIndexOf('/') + 1)) &&
        !['md', 'json', 'snap'].includes(extensionOf(path)),
    );
    if (test !== undefined) {
      context.fact(fact, true, { file: test });
      return;
    }
    context.gap(
      fact,
      'no document says what happens without each optional dependency: add a section "Degraded modes", or attest it',
    );
  },
};
