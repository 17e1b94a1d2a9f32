/** The last segment of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The folder of a path; empty for the root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

/** The extension in lower case without its dot; empty where there is none. */
export function extensionOf(path: string): string {
  const name = baseName(path);
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? '' : name.slice(dot + 1).toLowerCase();
}

/** The folders of a path, outermost first, in lower case. */
export function foldersOf(path: string): string[] {
  return path.toLowerCase().split('/').slice(0, -1);
}

/**
 * Resolves a path written relative to a folder; undefined where it leaves the
 * repository.
 */
export function resolvePath(
  folder: string,
  relative: string,
): string | undefined {
  const segments = relative.startsWith('/') ? [] : folder.split('/');
  for (const segment of relative.split('/')) {
    if (segment === '..') {
      if (!segments.some(Boolean)) {
        return undefined;
      }
      segments.pop();
    } else if (segment && segment !== '.') {
      segments.push(segment);
    }
  }
  return segments.filter(Boolean).join('/');
}
