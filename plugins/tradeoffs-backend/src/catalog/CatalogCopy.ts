import type { AuthService } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { hashJson } from '@airworthy/plugin-readiness-node';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Knex } from 'knex';
import { inValues, writeRows, type EntityRow } from '../database';

/** Says where the records of an entity lie, besides the usual folders. */
export const ANNOTATION_ADR_LOCATION = 'backstage.io/adr-location';
/** Narrows a repository of several services to one. */
export const ANNOTATION_SOURCE_PATH = 'airworthy.dev/source-path';

const KEPT_ANNOTATIONS = [
  ANNOTATION_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  ANNOTATION_ADR_LOCATION,
  ANNOTATION_SOURCE_PATH,
];

const FIELDS = [
  'kind',
  'apiVersion',
  'metadata.uid',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'metadata.annotations',
  'spec.profile',
  'relations',
];

const PAGE_SIZE = 500;

/** What is kept of an entity besides the columns. */
export interface EntityProjection {
  annotations: Record<string, string>;
  dependsOn: string[];
  dependencyOf: string[];
}

type ProjectedEntity = Omit<EntityRow, 'id' | 'deleted_at' | 'records_read_at'>;

const COLUMNS = [
  'uid',
  'ref',
  'kind',
  'name',
  'title',
  'owner',
  'system',
  'search',
  'projection',
  'hash',
] satisfies Array<keyof ProjectedEntity>;

/**
 * The plugin's copy of the catalog: as much of it as says whose a record is, who
 * sees it, and where its file lies.
 */
export class CatalogCopy {
  readonly #options: {
    knex: Knex;
    catalog: Pick<CatalogService, 'streamEntities'>;
    auth: AuthService;
  };

  constructor(options: {
    knex: Knex;
    catalog: Pick<CatalogService, 'streamEntities'>;
    auth: AuthService;
  }) {
    this.#options = options;
  }

  /**
   * Streams the catalog and writes what differs. What is gone is only told from
   * a complete stream.
   *
   * @returns refs of the entities that were added, changed or left
   */
  async reconcile(now: number, signal: AbortSignal): Promise<string[]> {
    const { knex, catalog, auth } = this.#options;
    const known = new Map(
      (
        await knex<EntityRow>('entities').select('ref', 'hash', 'deleted_at')
      ).map(row => [row.ref, row]),
    );
    const seen = new Set<string>();
    const changed: string[] = [];
    const credentials = await auth.getOwnServiceCredentials();
    for await (const page of catalog.streamEntities(
      { fields: FIELDS, pageSize: PAGE_SIZE },
      { credentials },
    )) {
      signal.throwIfAborted();
      const differing: ProjectedEntity[] = [];
      for (const entity of page) {
        const projected = projectEntity(entity);
        // Pages can overlap while the catalog changes.
        if (seen.has(projected.ref)) {
          continue;
        }
        seen.add(projected.ref);
        if (known.get(projected.ref)?.hash !== projected.hash) {
          differing.push(projected);
          changed.push(projected.ref);
        }
      }
      await writeRows<ProjectedEntity>(knex, {
        table: 'entities',
        columns: COLUMNS,
        rows: differing,
        conflict: {
          key: ['ref'],
          update: { columns: COLUMNS, assignments: ['"deleted_at" = null'] },
        },
      });
    }
    const gone = [...known.values()]
      .filter(row => row.deleted_at === null && !seen.has(row.ref))
      .map(row => row.ref);
    if (gone.length > 0) {
      await knex('entities')
        .where(inValues(knex, 'ref', gone))
        .update({ deleted_at: now, hash: '' });
    }
    return [...changed, ...gone];
  }

  /** All living entities that may have a repository, ordered by reference. */
  async *located(): AsyncGenerator<
    Array<{ ref: string; kind: string; name: string } & EntityProjection>
  > {
    const { knex } = this.#options;
    let after = '';
    for (;;) {
      const rows = await knex<EntityRow>('entities')
        .whereNull('deleted_at')
        .where('ref', '>', after)
        .whereNotIn('kind', ['group', 'user', 'location', 'template'])
        .orderBy('ref')
        .limit(PAGE_SIZE)
        .select('ref', 'kind', 'name', 'projection');
      if (rows.length === 0) {
        return;
      }
      after = rows[rows.length - 1].ref;
      yield rows.map(({ ref, kind, name, projection }) => ({
        ref,
        kind,
        name,
        ...readProjection(projection),
      }));
    }
  }
}

/** What was kept of an entity. */
export function readProjection(text: string): EntityProjection {
  // Written by `projectEntity` and by nobody else.
  return JSON.parse(text) as EntityProjection;
}

function projectEntity(entity: Entity): ProjectedEntity {
  const targets = (type: string) =>
    (entity.relations ?? [])
      .filter(relation => relation.type === type)
      .map(relation => relation.targetRef.toLocaleLowerCase('en-US'))
      .sort();
  const annotations = entity.metadata.annotations ?? {};
  const projection: EntityProjection = {
    annotations: Object.fromEntries(
      KEPT_ANNOTATIONS.flatMap(name =>
        annotations[name] === undefined ? [] : [[name, annotations[name]]],
      ),
    ),
    dependsOn: targets('dependsOn'),
    dependencyOf: targets('dependencyOf'),
  };
  const title = titleOf(entity);
  const row = {
    uid: entity.metadata.uid ?? null,
    ref: stringifyEntityRef(entity),
    kind: entity.kind.toLocaleLowerCase('en-US'),
    name: entity.metadata.name,
    title: title ?? null,
    owner: targets('ownedBy')[0] ?? null,
    system: targets('partOf').find(ref => ref.startsWith('system:')) ?? null,
    search: `${entity.metadata.name} ${title ?? ''}`.toLocaleLowerCase('en-US'),
    projection: JSON.stringify(projection),
  };
  return { ...row, hash: hashJson(row) };
}

function titleOf(entity: Entity): string | undefined {
  const profile = entity.spec?.profile;
  const displayName =
    typeof profile === 'object' && profile !== null && 'displayName' in profile
      ? profile.displayName
      : undefined;
  return (
    entity.metadata.title ??
    (typeof displayName === 'string' ? displayName : undefined)
  );
}
