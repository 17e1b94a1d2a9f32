/** Matches one path segment with `*` and `?`, in time linear in both. */
function matchesSegment(pattern: string, segment: string): boolean {
  let p = 0;
  let s = 0;
  let star = -1;
  let retry = 0;
  while (s < segment.length) {
    if (pattern[p] === '*') {
      star = p;
      retry = s;
      p += 1;
    } else if (
      p < pattern.length &&
      (pattern[p] === '?' || pattern[p] === segment[s])
    ) {
      p += 1;
      s += 1;
    } else if (star >= 0) {
      retry += 1;
      p = star + 1;
      s = retry;
    } else {
      return false;
    }
  }
  while (pattern[p] === '*') {
    p += 1;
  }
  return p === pattern.length;
}

/** Which prefixes of the path the segments of the pattern match. */
function matchedLengths(pattern: string[], path: string[]): boolean[] {
  let reached = path.map(() => false).concat(false);
  reached[0] = true;
  for (const segment of pattern) {
    const next = reached.map(() => false);
    let open = false;
    for (let index = 0; index <= path.length; index += 1) {
      if (segment === '**') {
        open = open || reached[index];
        next[index] = open;
      } else if (index > 0) {
        next[index] =
          reached[index - 1] && matchesSegment(segment, path[index - 1]);
      }
    }
    reached = next;
  }
  return reached;
}

/**
 * Whether a pattern of CODEOWNERS matches a file. The patterns are those of
 * gitignore, except that `docs/*` does not reach into folders of `docs`.
 */
export function matchesPattern(pattern: string, path: string): boolean {
  let body = pattern.replace(/\\([# ])/g, '$1');
  const foldersOnly = body.endsWith('/');
  const anchored = body.slice(0, -1).includes('/');
  body = body.replace(/^\/|\/$/g, '');
  const patternSegments = body.split('/');
  if (!anchored && patternSegments[0] !== '**') {
    patternSegments.unshift('**');
  }
  const pathSegments = path.split('/');
  const reached = matchedLengths(patternSegments, pathSegments);
  const onlyDirect = anchored && patternSegments.at(-1) === '*';
  return reached.some((matched, length) => {
    if (!matched) {
      return false;
    }
    if (length === pathSegments.length) {
      return !foldersOnly;
    }
    // A folder was matched: what is below belongs to it.
    return length > 0 && !onlyDirect;
  });
}
