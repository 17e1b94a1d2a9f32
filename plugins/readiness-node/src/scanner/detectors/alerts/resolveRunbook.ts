import type { DetectorContext } from '../../Detector';
import { readMarkdown } from '../support/markdown';
import { extensionOf, folderOf, resolvePath } from '../support/paths';

/** `owner/repository` of the entity, as its annotations name it. */
function repositorySlugs(context: DetectorContext): Set<string> {
  const { annotations } = context.entity;
  const slugs = new Set<string>();
  for (const key of [
    'github.com/project-slug',
    'gitlab.com/project-slug',
    'bitbucket.org/project-slug',
  ]) {
    if (annotations[key]) {
      slugs.add(annotations[key].toLowerCase());
    }
  }
  for (const key of [
    'backstage.io/source-location',
    'backstage.io/managed-by-location',
  ]) {
    const url = annotations[key]?.replace(/^url:/, '');
    const path = url && pathOfUrl(url);
    if (path) {
      slugs.add(
        path
          .split(/\/-\/|\/(?:blob|tree|src|raw)\//)[0]
          .replace(/^\/|\/$|\.git$/g, '')
          .toLowerCase(),
      );
    }
  }
  return slugs;
}

function pathOfUrl(url: string): string | undefined {
  return URL.canParse(url) ? decoded(new URL(url).pathname) : undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A lone per cent sign is then part of the name.
    return text;
  }
}

/** Paths that a blob URL may mean: a branch name may hold slashes itself. */
function pathsInBlobUrl(
  context: DetectorContext,
  urlPath: string,
): string[] | undefined {
  const match = /^\/(.+?)\/(?:-\/)?(?:blob|tree|src|raw)\/(.+)$/.exec(urlPath);
  if (!match || !repositorySlugs(context).has(match[1].toLowerCase())) {
    return undefined;
  }
  const segments = match[2].split('/');
  return segments
    .slice(1)
    .map((_, index) => segments.slice(index + 1).join('/'));
}

/** Paths of a TechDocs page of this very entity. */
function pathsInTechDocs(
  context: DetectorContext,
  urlPath: string,
): string[] | undefined {
  const match = /\/docs\/([^/]+)\/([^/]+)\/([^/]+)(?:\/(.*))?$/.exec(urlPath);
  if (
    !match ||
    `${match[2]}:${match[1]}/${match[3]}`.toLowerCase() !==
      context.entity.entityRef.toLowerCase()
  ) {
    return undefined;
  }
  const page = (match[4] ?? '').replace(/\/$|\.html$/g, '');
  const root = resolvePath(context.sourcePath, 'docs') ?? 'docs';
  return [`${page}.md`, `${page}/index.md`, `${page}/README.md`].flatMap(
    path => resolvePath(root, path) ?? [],
  );
}

/**
 * Whether the runbook_url of an alert leads to a page, and to a section, of
 * this repository; undefined where the page is elsewhere and cannot be seen.
 */
export async function resolveRunbook(
  context: DetectorContext,
  options: { url: string; ruleFile?: string },
): Promise<boolean | undefined> {
  const { url, ruleFile } = options;
  if (url.includes('{{') || url.includes('${')) {
    return undefined;
  }
  const [target, fragment] = url.trim().split('#', 2);
  let paths: string[] | undefined;
  if (/^[a-z][a-z0-9+.-]*:/i.test(target) || target.startsWith('//')) {
    const urlPath = /^https?:/i.test(target) ? pathOfUrl(target) : undefined;
    paths =
      urlPath === undefined
        ? undefined
        : pathsInBlobUrl(context, urlPath) ?? pathsInTechDocs(context, urlPath);
  } else {
    paths = [
      '',
      context.sourcePath,
      ruleFile === undefined ? '' : folderOf(ruleFile),
    ].flatMap(folder => resolvePath(folder, decoded(target)) ?? []);
  }
  if (paths === undefined) {
    return undefined;
  }
  const path = paths.find(candidate => context.allFiles.includes(candidate));
  if (path === undefined) {
    return false;
  }
  if (!fragment || !['md', 'markdown'].includes(extensionOf(path))) {
    return true;
  }
  const text = await context.text(path);
  if (text === undefined) {
    return undefined;
  }
  const anchor = decoded(fragment);
  const { anchors } = readMarkdown(text);
  return anchors.has(anchor) || anchors.has(anchor.toLowerCase());
}
