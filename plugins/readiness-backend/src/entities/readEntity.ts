import type { JsonObject } from '@backstage/types';
import type { SourceEntity } from '@airworthy/plugin-readiness-node';
import type { EntityRow } from '../database';

/** The columns that {@link readEntity} reads. */
export type StoredEntity = Omit<
  EntityRow,
  'uid' | 'search' | 'hash' | 'deleted_at'
>;

/** A stored entity as evidence sources and the engine see it. */
export function readEntity(row: StoredEntity): SourceEntity {
  const entity: JsonObject = JSON.parse(row.projection);
  const metadata = objectOf(entity.metadata);
  return {
    ref: row.ref,
    kind: row.kind,
    namespace: row.namespace,
    name: row.name,
    title: row.title ?? undefined,
    type: row.type ?? undefined,
    lifecycle: row.lifecycle ?? undefined,
    tier: row.tier,
    owner: row.owner ?? undefined,
    system: row.system ?? undefined,
    domain: row.domain ?? undefined,
    tags: Array.isArray(metadata.tags)
      ? metadata.tags.filter(tag => typeof tag === 'string')
      : [],
    annotations: stringsOf(metadata.annotations),
    entity,
  };
}

function objectOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? { ...value }
    : {};
}

function stringsOf(value: unknown): Record<string, string> {
  const strings: Record<string, string> = {};
  for (const [key, entry] of Object.entries(objectOf(value))) {
    if (typeof entry === 'string') {
      strings[key] = entry;
    }
  }
  return strings;
}
