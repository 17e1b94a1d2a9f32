import type { ScmIntegrationRegistry } from '@backstage/integration';

/** URL types by which hosts show a folder, and by which they show a file. */
const FILE_URLS: Readonly<Record<string, readonly [RegExp, string]>> = {
  github: [/^(https?:\/\/[^/]+\/[^/]+\/[^/]+)\/tree\//, '$1/blob/'],
  gitlab: [/\/-\/tree\//, '/-/blob/'],
};

/**
 * Where a person can see a file of a repository on its host, down to the line.
 *
 * @public
 */
export function createUrlOf(
  root: string,
  integrations: ScmIntegrationRegistry,
): (path: string, line?: number) => string | undefined {
  const fileUrl = FILE_URLS[integrations.byUrl(root)?.type ?? ''];
  const known = new Map<string, string>();
  return (path, line) => {
    const key = `${path}:${line ?? ''}`;
    let url = known.get(key);
    if (url === undefined) {
      const encoded = path.split('/').map(encodeURIComponent).join('/');
      url = integrations.resolveUrl({
        url: `/${encoded}`,
        base: root,
        lineNumber: line,
      });
      url = fileUrl ? url.replace(fileUrl[0], fileUrl[1]) : url;
      known.set(key, url);
    }
    return url;
  };
}
