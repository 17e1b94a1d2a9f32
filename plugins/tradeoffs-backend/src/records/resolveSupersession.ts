import {
  supersessionCycles,
  targetResolver,
} from '@airworthy/plugin-tradeoffs-common';
import type { StoredLink } from './projectRecord';

/** What decides which record takes the place of which. */
export interface LinkedRecord {
  id: string;
  name: string;
  repository: string | undefined;
  file: string | undefined;
  status: string;
  links: readonly StoredLink[];
  entityRefs: readonly string[];
}

/** @see resolveSupersession */
export interface Supersession {
  /** Ids that the record says it replaces. */
  supersedes: string[];
  /** Id of the record in force, or after it, that replaces it. */
  supersededBy: string | undefined;
}

/**
 * Finds which record takes the place of which among those given. A link leads
 * to a record of the same repository, by path, name or id; else to one that
 * speaks about the same entity, by id: nobody ends a record that they share
 * nothing with. Only an accepted record takes another's place, and one in a
 * circle takes none.
 */
export function resolveSupersession(
  records: readonly LinkedRecord[],
): Map<string, Supersession> {
  const resolvers = resolversOf(records);
  const byName = new Map<string, LinkedRecord[]>();
  for (const record of records) {
    for (const key of new Set([record.id, record.name])) {
      byName.set(key, [...(byName.get(key) ?? []), record]);
    }
  }
  const find = (from: LinkedRecord, target: string): string | undefined => {
    const inRepository =
      from.repository !== undefined && from.file !== undefined
        ? resolvers.get(from.repository)?.(from.file, target)
        : undefined;
    if (inRepository !== undefined) {
      return inRepository === from.id ? undefined : inRepository;
    }
    return byName
      .get(target)
      ?.find(
        other =>
          other.id !== from.id &&
          other.entityRefs.some(ref => from.entityRefs.includes(ref)),
      )?.id;
  };

  const replaces = new Map<string, Set<string>>(
    records.map(record => [record.id, new Set<string>()]),
  );
  for (const record of records) {
    for (const link of record.links) {
      const other = find(record, link.target);
      if (other === undefined) {
        continue;
      }
      if (link.kind === 'supersedes') {
        replaces.get(record.id)?.add(other);
      } else if (link.kind === 'superseded-by') {
        replaces.get(other)?.add(record.id);
      }
    }
  }
  const circular = new Set(
    supersessionCycles(
      [...replaces].map(([id, targets]) => ({ id, supersedes: [...targets] })),
    ).flat(),
  );
  const result = new Map<string, Supersession>(
    [...replaces].map(([id, targets]) => [
      id,
      { supersedes: [...targets].sort(), supersededBy: undefined },
    ]),
  );
  for (const record of records) {
    if (
      circular.has(record.id) ||
      !['accepted', 'superseded', 'deprecated'].includes(record.status)
    ) {
      continue;
    }
    for (const target of replaces.get(record.id) ?? []) {
      const replaced = result.get(target);
      if (replaced && !circular.has(target)) {
        replaced.supersededBy ??= record.id;
      }
    }
  }
  return result;
}

/** For each repository, what finds a record from a link in a file of it. */
function resolversOf(
  records: readonly LinkedRecord[],
): Map<string, (from: string, target: string) => string | undefined> {
  const byRepository = new Map<string, LinkedRecord[]>();
  for (const record of records) {
    if (record.repository !== undefined && record.file !== undefined) {
      byRepository.set(record.repository, [
        ...(byRepository.get(record.repository) ?? []),
        record,
      ]);
    }
  }
  return new Map(
    [...byRepository].map(([repository, members]) => {
      const ids = new Map(members.map(({ file, id }) => [file ?? '', id]));
      const resolve = targetResolver(
        members.map(({ file, name }) => ({
          file: file ?? '',
          record: { id: name },
        })),
      );
      return [
        repository,
        (from: string, target: string) => ids.get(resolve(from, target) ?? ''),
      ];
    }),
  );
}
