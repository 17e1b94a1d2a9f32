import { findSecretsInText, type SecretLineFinding } from './findSecrets';

/** By the files of a repository, which all of its services share. */
const known = new WeakMap<object, Map<string, SecretLineFinding[]>>();

/**
 * {@link findSecretsInText} for a file that several services of a repository
 * look at: it is searched once for all of them.
 *
 * @param repository - the list of the repository's files, the same for each
 */
export function findSecretsInFile(
  repository: readonly string[],
  path: string,
  text: string,
): SecretLineFinding[] {
  let files = known.get(repository);
  if (!files) {
    files = new Map();
    known.set(repository, files);
  }
  let findings = files.get(path);
  if (!findings) {
    findings = findSecretsInText(text);
    files.set(path, findings);
  }
  return findings;
}
