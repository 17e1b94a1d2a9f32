import type { KubernetesObject } from '../model/kubernetes/ObjectMeta';

/** A continue token: where the next page begins, and of which version of the list. */
interface Position {
  version: string;
  start: number;
}

/** A page that cannot be given. */
export type PageProblem = 'expired' | 'invalid';

/** One page of a list: kubernetes.io, API concepts. */
export interface ListPage {
  items: KubernetesObject[];
  continue: string;
  remaining: number;
}

function encode(position: Position): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

function decode(token: string): Position | undefined {
  try {
    const position: Partial<Position> = JSON.parse(
      Buffer.from(token, 'base64url').toString('utf8'),
    );
    const { version, start } = position;
    return typeof version === 'string' && typeof start === 'number'
      ? { version, start }
      : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Cuts one page out of a list. A token of an older version of the list has
 * expired, as when etcd was compacted meanwhile.
 */
export function listObjects(
  all: readonly KubernetesObject[],
  options: { limit: number; token: string; version: string },
): ListPage | PageProblem {
  const { limit, token, version } = options;
  let start = 0;
  if (token) {
    const position = decode(token);
    if (!position) {
      return 'invalid';
    }
    if (position.version !== version) {
      return 'expired';
    }
    start = position.start;
  }
  const end = limit > 0 ? Math.min(start + limit, all.length) : all.length;
  return {
    items: all.slice(start, end),
    continue: end < all.length ? encode({ version, start: end }) : '',
    remaining: all.length - end,
  };
}
