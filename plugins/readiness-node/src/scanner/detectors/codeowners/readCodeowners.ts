import { matchesPattern } from './matchesPattern';

/** One line of CODEOWNERS that counts. */
export interface CodeownersRule {
  pattern: string;
  owners: string[];
  line: number;
}

/** A line that counts for nothing. */
export interface CodeownersProblem {
  line: number;
  column: number;
  message: string;
}

const OWNER =
  /^(?:@[A-Za-z0-9_][A-Za-z0-9_.-]{0,100}(?:\/[A-Za-z0-9_][A-Za-z0-9_./-]{0,200})?|@@[a-z]{1,30}|[^\s@]{1,64}@[^\s@]{1,255})$/;

/** Splits at spaces that no backslash keeps. */
function wordsOf(line: string): string[] {
  return line.match(/(?:\\.|[^\s\\])+/g) ?? [];
}

/**
 * Reads CODEOWNERS, line by line.
 *
 * @param options.sections - lines such as `[Docs] @acme/docs` head sections, as
 *   GitLab has them
 *
 * @public
 */
export function readCodeowners(
  text: string,
  options: { sections: boolean },
): { rules: CodeownersRule[]; problems: CodeownersProblem[] } {
  const rules: CodeownersRule[] = [];
  const problems: CodeownersProblem[] = [];
  let sectionOwners: string[] = [];
  for (const [index, written] of text.split(/\r?\n/).entries()) {
    const line = index + 1;
    const content = written.replace(/(^|\s)#.*$/, '').trim();
    const section = /^\^?\[[^\]]{1,200}\](?:\[\d{1,3}\])?(.*)$/.exec(content);
    if (content === '') {
      continue;
    }
    if (section && options.sections) {
      sectionOwners = wordsOf(section[1]);
      continue;
    }
    const [pattern, ...owners] = wordsOf(content);
    const refused = owners.find(owner => !OWNER.test(owner));
    if (pattern.startsWith('!') || pattern.includes('[')) {
      problems.push({
        line,
        column: written.indexOf(pattern) + 1,
        message: `CODEOWNERS does not know the pattern ${pattern}: the line counts for nothing`,
      });
    } else if (refused !== undefined) {
      problems.push({
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
  return { rules, problems };
}

/**
 * The rule that decides for a file: the last one that matches.
 *
 * @public
 */
export function codeownersRuleOf(
  rules: readonly CodeownersRule[],
  file: string,
): CodeownersRule | undefined {
  return rules.findLast(({ pattern }) => matchesPattern(pattern, file));
}
