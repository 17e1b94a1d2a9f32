import type { FactRecord } from '@airworthy/plugin-readiness-common';
import {
  codeownersRuleOf,
  type FactFrame,
  readCodeowners,
} from '@airworthy/plugin-readiness-node';
import type { RepositoryDetails } from '../api/schemas';

/** Enough of them to act on. */
const MAX_ERRORS = 20;

interface OwnersFile {
  path: string;
  text?: string | null;
  isTruncated?: boolean;
}

/**
 * The facts `codeowners.owners` and `codeowners.errors` of a service in a folder
 * of a repository. A line that GitHub refuses counts for nothing. Where only
 * some files of the service have owners, a source that sees the files has to
 * tell whose it is: nothing is stated here.
 */
export function codeownersFacts(
  details: RepositoryDetails,
  options: { frame: FactFrame; folder: string; filesUrl: string },
): FactRecord[] {
  const { frame, folder, filesUrl } = options;
  const file = findFile(details);
  const errors = details.codeowners?.errors ?? [];
  const owners = {
    ...frame,
    name: 'codeowners.owners',
    member: '',
    ...(file ? { origins: { '': { file: file.path } } } : {}),
  };
  if (!file) {
    return [{ ...owners, value: [] }];
  }
  const url = `${filesUrl}/${file.path}`;
  const invalid: FactRecord = {
    ...frame,
    name: 'codeowners.errors',
    member: '',
    value: errors
      .slice(0, MAX_ERRORS)
      .map(({ path, line, kind }) => `${path}:${line} ${kind}`),
    origins: { '': { url } },
  };
  if (file.isTruncated || typeof file.text !== 'string') {
    return [
      { ...owners, missing: `${file.path} is too large to be read` },
      invalid,
    ];
  }
  const refused = new Set(errors.map(({ line }) => line));
  const rules = readCodeowners(file.text, { sections: false }).rules.filter(
    ({ line }) => !refused.has(line),
  );
  // No pattern for a kind of file matches a name like this.
  const rule = codeownersRuleOf(rules, folder ? `${folder}/_` : '_');
  if (!rule && rules.length > 0) {
    return [invalid];
  }
  return [
    {
      ...owners,
      value: rule?.owners ?? [],
      origins: {
        '': {
          file: file.path,
          url: rule ? `${url}#L${rule.line}` : url,
          ...(rule ? { line: rule.line } : {}),
        },
      },
    },
    invalid,
  ];
}

/** GitHub takes the first of these that is there. */
function findFile(details: RepositoryDetails): OwnersFile | undefined {
  const { inGithub, inRoot, inDocs } = details;
  return [
    { path: '.github/CODEOWNERS', blob: inGithub },
    { path: 'CODEOWNERS', blob: inRoot },
    { path: 'docs/CODEOWNERS', blob: inDocs },
  ].flatMap(({ path, blob }) => (blob ? [{ path, ...blob }] : []))[0];
}
