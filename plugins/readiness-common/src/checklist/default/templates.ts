/** The members that fail, or words for all of them where none is known to. */
export function failingOr(everything: string): string {
  return `{{ failing.size() == 0 ? '${everything}' : failing.join(', ') }}`;
}

/** The one workload that fails, for a snippet, or a word to replace. */
export const FAILING_NAME =
  "{{ failing.size() == 1 ? failing[0] : 'NAME-OF-THE-WORKLOAD' }}";

/** A step with something to paste. */
export function snippetStep(
  text: string,
  language: 'yaml' | 'markdown' | 'sh' | 'text' | 'dockerfile',
  snippet: string,
): string {
  return `${text}\n\n\`\`\`${language}\n${snippet.trim()}\n\`\`\``;
}

/** What a list of names says: the names, or a word for none. */
export function namesOr(list: string, none: string): string {
  return `{{ ${list}.size() == 0 ? '${none}' : ${list}.join(', ') }}`;
}
