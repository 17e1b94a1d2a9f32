import { createHash } from 'node:crypto';
import type { Entity } from '@backstage/catalog-model';
import { summarizeEntity } from '@airworthy/plugin-readiness-common';
import type { EntityRow } from '../database';

/** A row of the copy before it has an id. */
export type ProjectedEntity = Omit<EntityRow, 'id' | 'deleted_at'>;

/**
 * Relations that are kept. The reverse ones change on an entity whenever another
 * one does, and say nothing that these do not.
 */
const KEPT_RELATIONS = new Set([
  'ownedBy',
  'partOf',
  'dependsOn',
  'memberOf',
  'childOf',
  'providesApi',
  'consumesApi',
]);

/** What {@link projectEntity} needs besides the entity. */
export interface ProjectEntityOptions {
  /** The domain of a system, by its reference. */
  domainOf(systemRef: string): string | undefined;
}

/** The row of the copy for one entity of the catalog. */
export function projectEntity(
  entity: Entity,
  options: ProjectEntityOptions,
): ProjectedEntity {
  const summary = summarizeEntity(entity, options);
  const relations = (entity.relations ?? [])
    .filter(relation => KEPT_RELATIONS.has(relation.type))
    .map(({ type, targetRef }) => ({ type, targetRef }));
  const row = {
    uid: entity.metadata.uid ?? null,
    ref: summary.ref,
    kind: summary.kind,
    namespace: summary.namespace,
    name: summary.name,
    title: summary.title ?? null,
    type: summary.type ?? null,
    lifecycle: summary.lifecycle ?? null,
    tier: summary.tier,
    owner: summary.owner ?? null,
    system: summary.system ?? null,
    domain: summary.domain ?? null,
    search: `${summary.name} ${summary.title ?? ''}`.toLocaleLowerCase('en-US'),
    projection: JSON.stringify({ ...summary.entity, relations }),
  };
  return {
    ...row,
    hash: createHash('sha1').update(JSON.stringify(row)).digest('base64'),
  };
}
