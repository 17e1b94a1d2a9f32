import type { Detector } from '../../Detector';
import {
  codeownersRuleOf,
  type CodeownersRule,
  readCodeowners,
} from './readCodeowners';

/** Where the Git hosts look, in their order. */
const LOCATIONS = [
  '.github/CODEOWNERS',
  'CODEOWNERS',
  'docs/CODEOWNERS',
  '.gitlab/CODEOWNERS',
  '.bitbucket/CODEOWNERS',
];

/** The rule that decides for most files of the service; the later one on a tie. */
function decidingRule(
  rules: readonly CodeownersRule[],
  files: readonly string[],
): CodeownersRule | undefined {
  const decided = new Map<CodeownersRule, number>();
  for (const file of files) {
    const rule = codeownersRuleOf(rules, file);
    if (rule) {
      decided.set(rule, (decided.get(rule) ?? 0) + 1);
    }
  }
  let best: CodeownersRule | undefined;
  for (const rule of rules) {
    const count = decided.get(rule) ?? 0;
    if (count > 0 && count >= (best ? decided.get(best) ?? 0 : 1)) {
      best = rule;
    }
  }
  return best;
}

/**
 * `codeowners.owners`: who the last matching rule names for the service's own
 * files. Where rules differ among them, the one for most files stands.
 */
export const codeownersDetector: Detector = {
  name: 'codeowners',
  facts: ['codeowners.owners'],
  async detect(context) {
    const file = LOCATIONS.find(path => context.allFiles.includes(path));
    if (file === undefined) {
      context.fact('codeowners.owners', []);
      return;
    }
    const text = await context.text(file);
    if (text === undefined) {
      context.gap('codeowners.owners', `${file} could not be read`);
      return;
    }
    const { rules, problems } = readCodeowners(text, {
      sections: file !== '.github/CODEOWNERS',
    });
    for (const problem of problems) {
      context.error({ file, ...problem });
    }
    const rule = decidingRule(
      rules,
      context.files.filter(path => path !== file),
    );
    context.fact('codeowners.owners', rule?.owners ?? [], {
      file,
      line: rule?.line,
    });
  },
};
