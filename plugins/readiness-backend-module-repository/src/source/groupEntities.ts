import {
  keyOfLocation,
  toScanEntity,
  type RepositoryLocation,
  type ScanEntity,
  type SourceEntity,
} from '@airworthy/plugin-readiness-node';
import type { JsonObject, JsonValue } from '@backstage/types';

/** The entities of one repository, which is read once for all of them. */
export interface RepositoryGroup {
  location: RepositoryLocation;
  /** By entity reference. */
  entities: Map<string, ScanEntity>;
}

/** Annotations that decide what of a repository is an entity's. */
const READ_ANNOTATIONS =
  /^(?:airworthy\.dev|argocd|backstage\.io|prometheus\.io)\//;

/** Set by the catalog on each of its reads, and of no meaning here. */
const BOOKKEEPING = /^backstage\.io\/(?:managed-by|view-url|edit-url|orphan)/;

/**
 * What a scan needs of an entity, and no more: it is kept with the checkpoint,
 * so that one entity can be refreshed beside its neighbours.
 */
export function toGroupEntity(
  { entity, annotations, ref }: SourceEntity,
  homePath: string,
): ScanEntity | undefined {
  const scanEntity = toScanEntity(entity);
  if (!scanEntity) {
    return undefined;
  }
  const read = Object.fromEntries(
    Object.entries(annotations).filter(
      ([name]) => READ_ANNOTATIONS.test(name) && !BOOKKEEPING.test(name),
    ),
  );
  const spec = entity.spec;
  const type = isObject(spec) ? spec.type : undefined;
  return {
    entityRef: ref,
    name: scanEntity.name,
    namespace: scanEntity.namespace,
    annotations: read,
    labels: scanEntity.labels,
    ...(scanEntity.sourcePath !== undefined && {
      sourcePath: scanEntity.sourcePath,
    }),
    ...(homePath !== '' && { homePath }),
    entity: {
      kind: entity.kind,
      spec: type === undefined ? {} : { type },
    },
  };
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Adds an entity to the group of its repository. */
export function addToGroup(
  groups: Map<string, RepositoryGroup>,
  location: RepositoryLocation,
  entity: ScanEntity,
): void {
  const key = keyOfLocation(location);
  const group = groups.get(key);
  if (group) {
    group.entities.set(entity.entityRef, entity);
  } else {
    groups.set(key, {
      location,
      entities: new Map([[entity.entityRef, entity]]),
    });
  }
}
