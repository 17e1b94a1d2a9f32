import type { Detector, DetectorContext } from '../../Detector';
import { matchesPattern } from './matchesPattern';

/** Where the Git hosts look, in their order. */
const LOCATIONS = [
  '.github/CODEOWNERS',
  'CODEOWNERS',
  'docs/CODEOWNERS',
  '.gitlab/CODEOWNERS',
  '.bitbucket/CODEOWNERS',
];

interface Rule {
  pattern: string;
  owners: string[];
  line: number;
}

const OWNER =
  /^(?:@[A-Za-z0-9_][A-Za-z0-9_.-]{0,100}(?:\/[A-Za-z0-9_][A-Za-z0-9_./-]{0,200})?|@@[a-z]{1,30}|[^\s@]{1,64}@[^\s@]{1,255})$/;

/** Splits at spaces that no backslash keeps. */
function wordsOf(line: string): string[] {
  return line.match(/(?:\\.|[^\s\\])+/g) ?? [];
}

function readRules(
  context: DetectorContext,
  file: string,
  text: string,
): Rule[] {
  const rules: Rule[] = [];
  let sectionOwners: string[] = [];
  for (const [index, written] of text.split(/\r?\n/).entries()) {
    const line = index + 1;
    const content = written.replace(/(^|\s)#.*$/, '').trim();
    const section = /^\^?\[[^\]]{1,200}\](?:\[\d{1,3}\])?(.*)$/.exec(content);
    if (content === '') {
      continue;
    }
    if (section && file !== '.github/CODEOWNERS') {
      sectionOwners = wordsOf(section[1]);
      continue;
    }
    const [pattern, ...owners] = wordsOf(content);
    const refused = owners.find(owner => !OWNER.test(owner));
    if (pattern.startsWith('!') || pattern.includes('[')) {
      context.error({
        file,
        line,
        column: written.indexOf(pattern) + 1,
        message: `CODEOWNERS does not know the pattern ${pattern}: the line counts for nothing`,
      });
    } else if (refused !== undefined) {
      context.error({
        file,
        line,
        column: written.indexOf(refused) + 1,
        message: `${refused} is neither @user, @organisation/team nor an e-mail address: the line counts for nothing`,
      });
    } else {
      rules.push({
        pattern,
        owners: owners.length > 0 ? owners : sectionOwners,
        line,
      });
    }
  }
  return rules;
}

/** The rule that decides for most files of the service; the later one on a tie. */
function decidingRule(
  rules: readonly Rule[],
  files: readonly string[],
): Rule | undefined {
  const decided = new Map<Rule, number>();
  for (const file of files) {
    for (let index = rules.length - 1; index >= 0; index -= 1) {
      if (matchesPattern(rules[index].pattern, file)) {
        decided.set(rules[index], (decided.get(rules[index]) ?? 0) + 1);
        break;
      }
    }
  }
  let best: Rule | undefined;
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
    const rule = decidingRule(
      readRules(context, file, text),
      context.files.filter(path => path !== file),
    );
    context.fact('codeowners.owners', rule?.owners ?? [], {
      file,
      line: rule?.line,
    });
  },
};
