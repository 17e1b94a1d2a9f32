import {
  DEFAULT_NAMESPACE,
  parseEntityRef,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import type { EntitySummary } from '../evaluation/types';
import { readTier } from './readTier';

/**
 * What the engine knows of an entity besides facts. Relations go first; an
 * entity straight from a file has none, and what it says of its owner and its
 * system is read as written.
 *
 * @public
 */
export function summarizeEntity(
  entity: Entity,
  options: {
    /** The domain of a system, by its reference. */
    domainOf?: (systemRef: string) => string | undefined;
  } = {},
): EntitySummary {
  const kind = entity.kind.toLocaleLowerCase('en-US');
  const namespace = entity.metadata.namespace ?? DEFAULT_NAMESPACE;
  const system =
    kind === 'system'
      ? undefined
      : related(entity, RELATION_PART_OF, 'system') ??
        written(entity.spec?.system, 'system', namespace);
  return {
    ref: stringifyEntityRef(entity),
    kind,
    namespace,
    name: entity.metadata.name,
    title: text(entity.metadata.title),
    type: text(entity.spec?.type),
    lifecycle: text(entity.spec?.lifecycle),
    tier: readTier(entity),
    owner:
      related(entity, RELATION_OWNED_BY) ??
      written(entity.spec?.owner, 'group', namespace),
    system,
    domain:
      (system && options.domainOf?.(system)) ??
      related(entity, RELATION_PART_OF, 'domain') ??
      written(entity.spec?.domain, 'domain', namespace),
    tags: entity.metadata.tags ?? [],
    entity: toJson(entity),
  };
}

function toJson(entity: Entity): JsonObject {
  // Entities come off the wire: a round trip changes nothing but the type.
  return JSON.parse(JSON.stringify(entity));
}

function related(
  entity: Entity,
  type: string,
  kind?: string,
): string | undefined {
  return entity.relations?.find(
    relation =>
      relation.type === type &&
      (!kind || relation.targetRef.startsWith(`${kind}:`)),
  )?.targetRef;
}

/** A reference as a person wrote it; undefined where it cannot be read. */
function written(
  value: unknown,
  defaultKind: string,
  defaultNamespace: string,
): string | undefined {
  const reference = text(value);
  if (!reference) {
    return undefined;
  }
  try {
    return stringifyEntityRef(
      parseEntityRef(reference, { defaultKind, defaultNamespace }),
    );
  } catch {
    return undefined;
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() ? value : undefined;
}
