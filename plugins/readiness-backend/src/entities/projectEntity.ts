import { createHash } from 'node:crypto';
import type { Entity } from '@backstage/catalog-model';
import { summarizeEntity } from '@airworthy/plugin-readiness-common';
import { fingerprintOf } from '@airworthy/plugin-readiness-node';
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

/** Annotations that hold a secret: their fingerprint is kept in its place. */
const SECRET_ANNOTATIONS = ['pagerduty.com/integration-key'];

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
  const summary = summarizeEntity(withoutSecrets(entity), options);
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

function withoutSecrets(entity: Entity): Entity {
  const { annotations = {} } = entity.metadata;
  const secrets = SECRET_ANNOTATIONS.filter(name => name in annotations);
  if (secrets.length === 0) {
    return entity;
  }
  const hidden = Object.fromEntries(
    secrets.map(name => [name, fingerprintOf(annotations[name])]),
  );
  return {
    ...entity,
    metadata: {
      ...entity.metadata,
      annotations: { ...annotations, ...hidden },
    },
  };
}
