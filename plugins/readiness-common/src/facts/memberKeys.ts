import type { Statement } from './ResolvedFacts';

const WITHOUT_NAMESPACE = /^([^/]+)\/\/([^/]+)$/;
const KUBERNETES_KEY = /^([^/]+)\/[^/]+\/([^/]+)$/;

/**
 * Groups statements by the member that they speak about.
 *
 * A source that does not know the namespace writes `Deployment//payments-api`;
 * that is the one `Deployment/…/payments-api` there is, where there is one
 * alone. Where several namespaces have it, nobody can tell which is meant, and
 * it stays a member of its own.
 *
 * @param finds - whether a statement can bring a member into the list; others
 * only add to members that are there
 */
export function mergeMemberKeys(
  statements: readonly Statement[],
  finds: (statement: Statement) => boolean,
): Map<string, Statement[]> {
  const found = new Map<string, Statement[]>();
  const added: Statement[] = [];
  let someWithoutNamespace = false;
  for (const statement of statements) {
    if (!finds(statement)) {
      added.push(statement);
      continue;
    }
    push(found, statement.record.member, statement);
    someWithoutNamespace ||= statement.record.member.includes('//');
  }
  if (someWithoutNamespace) {
    const byShortKey = keysWithNamespace(found.keys());
    for (const key of [...found.keys()]) {
      const match = WITHOUT_NAMESPACE.exec(key);
      const candidates = match
        ? byShortKey.get(`${match[1]}/${match[2]}`)
        : undefined;
      if (candidates?.length === 1) {
        found.get(candidates[0])?.push(...(found.get(key) ?? []));
        found.delete(key);
      }
    }
  }
  if (added.length > 0) {
    const byShortKey = keysWithNamespace(found.keys());
    for (const statement of added) {
      const key = keyAmong(statement.record.member, found, byShortKey);
      if (key !== undefined) {
        found.get(key)?.push(statement);
      }
    }
  }
  return found;
}

function keyAmong(
  member: string,
  found: ReadonlyMap<string, Statement[]>,
  byShortKey: ReadonlyMap<string, string[]>,
): string | undefined {
  if (found.has(member)) {
    return member;
  }
  const blank = WITHOUT_NAMESPACE.exec(member);
  if (blank) {
    const candidates = byShortKey.get(`${blank[1]}/${blank[2]}`);
    return candidates?.length === 1 ? candidates[0] : undefined;
  }
  const full = KUBERNETES_KEY.exec(member);
  const withoutNamespace = full && `${full[1]}//${full[2]}`;
  return withoutNamespace && found.has(withoutNamespace)
    ? withoutNamespace
    : undefined;
}

function keysWithNamespace(keys: Iterable<string>): Map<string, string[]> {
  const byShortKey = new Map<string, string[]>();
  for (const key of keys) {
    const match = KUBERNETES_KEY.exec(key);
    if (match) {
      push(byShortKey, `${match[1]}/${match[2]}`, key);
    }
  }
  return byShortKey;
}

function push<T>(into: Map<string, T[]>, key: string, value: T): void {
  const known = into.get(key);
  if (known) {
    known.push(value);
  } else {
    into.set(key, [value]);
  }
}
