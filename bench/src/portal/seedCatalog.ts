import { createHash, randomUUID } from 'node:crypto';
import {
  parseEntityRef,
  RELATION_CHILD_OF,
  RELATION_HAS_MEMBER,
  RELATION_HAS_PART,
  RELATION_MEMBER_OF,
  RELATION_OWNED_BY,
  RELATION_OWNER_OF,
  RELATION_PARENT_OF,
  RELATION_PART_OF,
  stringifyEntityRef,
  type Entity,
  type EntityRelation,
} from '@backstage/catalog-model';
import type { Knex } from 'knex';

/** Fields of `spec` that name other entities, and what the catalog makes of them. */
const REFERENCES = [
  {
    field: 'owner',
    kind: 'group',
    type: RELATION_OWNED_BY,
    reverse: RELATION_OWNER_OF,
  },
  {
    field: 'system',
    kind: 'system',
    type: RELATION_PART_OF,
    reverse: RELATION_HAS_PART,
  },
  {
    field: 'domain',
    kind: 'domain',
    type: RELATION_PART_OF,
    reverse: RELATION_HAS_PART,
  },
  {
    field: 'parent',
    kind: 'group',
    type: RELATION_CHILD_OF,
    reverse: RELATION_PARENT_OF,
  },
  {
    field: 'memberOf',
    kind: 'group',
    type: RELATION_MEMBER_OF,
    reverse: RELATION_HAS_MEMBER,
  },
] as const;

/** The catalog indexes these in a way of its own. */
const NOT_SEARCHED = new Set(['relations', 'metadata.etag']);

/** No entity is due for processing while a benchmark runs. */
const NEVER = '2999-01-01 00:00:00';

/** The entity provider to which what is seeded belongs. */
export const SEEDING_PROVIDER = 'generated-fleet';
const ROWS_A_STATEMENT = 5_000;

interface SearchRow {
  entity_id: string;
  key: string;
  value: string;
  original_value: string;
}

/**
 * Writes entities into the tables of a catalog on SQLite as the catalog leaves
 * them there when it has processed and stitched them, which takes it minutes
 * for what are seconds here. What reads the catalog sees no difference.
 */
export async function seedCatalog(
  knex: Knex,
  entities: readonly Entity[],
): Promise<void> {
  const relations = relationsAmong(entities);
  const stitched = entities.map(entity => {
    const ref = stringifyEntityRef(entity);
    const uid = randomUUID();
    const whole: Entity = {
      ...entity,
      metadata: { namespace: 'default', ...entity.metadata, uid },
      relations: relations.get(ref) ?? [],
    };
    const hash = createHash('sha1').update(JSON.stringify(whole)).digest('hex');
    whole.metadata.etag = hash;
    return { ref, uid, hash, entity, whole };
  });
  await knex.transaction(async transaction => {
    await insertAll(
      transaction,
      'refresh_state',
      stitched.map(({ ref, uid, hash, entity }) => ({
        entity_id: uid,
        entity_ref: ref,
        unprocessed_entity: JSON.stringify(entity),
        unprocessed_hash: hash,
        processed_entity: JSON.stringify(entity),
        result_hash: hash,
        errors: '[]',
        location_key: SEEDING_PROVIDER,
        next_update_at: NEVER,
        last_discovery_at: NEVER,
      })),
    );
    await insertAll(
      transaction,
      'refresh_state_references',
      stitched.map(({ ref }) => ({
        source_key: SEEDING_PROVIDER,
        target_entity_ref: ref,
      })),
    );
    await insertAll(
      transaction,
      'final_entities',
      stitched.map(({ ref, uid, hash, whole }) => ({
        entity_id: uid,
        entity_ref: ref,
        hash,
        final_entity: JSON.stringify(whole),
        last_updated_at: NEVER,
      })),
    );
    await insertAll(
      transaction,
      'relations',
      stitched.flatMap(({ ref, uid, whole }) =>
        (whole.relations ?? []).map(({ type, targetRef }) => ({
          originating_entity_id: uid,
          source_entity_ref: ref,
          type,
          target_entity_ref: targetRef,
        })),
      ),
    );
    await insertAll(
      transaction,
      'search',
      stitched.flatMap(({ uid, whole }) => searchRows(uid, whole)),
    );
  });
  await knex.raw('analyze');
}

function relationsAmong(
  entities: readonly Entity[],
): Map<string, EntityRelation[]> {
  const relations = new Map<string, EntityRelation[]>(
    entities.map(entity => [stringifyEntityRef(entity), []]),
  );
  for (const entity of entities) {
    const source = stringifyEntityRef(entity);
    for (const { field, kind, type, reverse } of REFERENCES) {
      const named = entity.spec?.[field];
      for (const name of Array.isArray(named) ? named : [named]) {
        if (typeof name === 'string') {
          const target = stringifyEntityRef(
            parseEntityRef(name, { defaultKind: kind }),
          );
          relations.get(source)?.push({ type, targetRef: target });
          relations.get(target)?.push({ type: reverse, targetRef: source });
        }
      }
    }
  }
  return relations;
}

/** What the catalog filters and counts by: each leaf under its path. */
function searchRows(uid: string, entity: Entity): SearchRow[] {
  const rows = new Map<string, SearchRow>();
  const add = (path: string, value: unknown) => {
    const row = {
      entity_id: uid,
      key: path.toLowerCase(),
      value: String(value).toLowerCase(),
      original_value: String(value),
    };
    rows.set(`${row.key}\0${row.value}`, row);
  };
  const visit = (path: string, value: unknown) => {
    if (NOT_SEARCHED.has(path)) {
      return;
    }
    if (Array.isArray(value)) {
      for (const item of value) {
        visit(path, item);
        if (typeof item === 'string') {
          add(`${path}.${item}`, true);
        }
      }
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, entry] of Object.entries(value)) {
        visit(path ? `${path}.${key}` : key, entry);
      }
    } else if (value !== undefined && value !== null) {
      add(path, value);
    }
  };
  visit('', entity);
  for (const { type, targetRef } of entity.relations ?? []) {
    add(`relations.${type}`, targetRef);
  }
  return [...rows.values()];
}

/** Many rows in few statements: each is one bound JSON document. */
async function insertAll(
  knex: Knex,
  table: string,
  rows: ReadonlyArray<object>,
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const names = columns.map(column => `"${column}"`).join(', ');
  const values = columns
    .map(column => `json_extract(value, '$.${column}')`)
    .join(', ');
  for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT) {
    await knex.raw(
      `insert into "${table}" (${names}) select ${values} from json_each(?)`,
      [JSON.stringify(rows.slice(start, start + ROWS_A_STATEMENT))],
    );
  }
}
