/**
 * Where a person sees a commit of a repository; undefined where its address leads
 * to no web page. What may be a password in it is left out.
 */
export function commitUrl(
  repository: string | undefined,
  sha: string,
): string | undefined {
  if (!repository || !URL.canParse(repository)) {
    return undefined;
  }
  const url = new URL(repository);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return undefined;
  }
  const path = url.pathname.replace(/(?:\.git)?\/*$/, '');
  return `${url.origin}${path}/commit/${sha}`;
}
