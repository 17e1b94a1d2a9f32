import { createUrlOf, hashJson } from '@airworthy/plugin-readiness-node';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { Knex } from 'knex';
import {
  inValues,
  type RecordEntityRow,
  type RecordRowStored,
  type RevisionRow,
} from '../database';
import { parseEntityRef } from '@backstage/catalog-model';
import { refreshStanding } from '../records/refreshStanding';
import {
  deleteRecords,
  writeRecords,
  writeRevisions,
  type RecordToWrite,
} from '../records/RecordTables';
import type { ChangedRecords } from '../records/ChangeFeed';
import type { RepositoryGroup } from './groupRepositories';
import type { ReadRecordFile } from './readRecordFiles';

/** Writes what repositories hold into the index: only what differs. */
export class RepositoryIndex {
  readonly #knex: Knex;
  readonly #integrations: ScmIntegrationRegistry;

  constructor(options: { knex: Knex; integrations: ScmIntegrationRegistry }) {
    this.#knex = options.knex;
    this.#integrations = options.integrations;
  }

  /**
   * Brings the records of one repository up to date with its files.
   *
   * @returns what changed
   */
  async apply(
    group: RepositoryGroup,
    files: readonly ReadRecordFile[],
    now: number,
  ): Promise<ChangedRecords> {
    return this.#knex.transaction(async transaction => {
      const known = await transaction<RecordRowStored>('records').where({
        repository: group.key,
      });
      const byFile = new Map(known.map(row => [row.file, row]));
      const present = new Set(files.map(({ file }) => file));
      const missing = known.filter(row => !present.has(row.file ?? ''));
      const moved = movedFiles(files, byFile, missing);
      const ids = await this.#allocate(
        transaction,
        group,
        files,
        byFile,
        moved,
      );

      const written: RecordToWrite[] = [];
      const revisions: RevisionRow[] = [];
      const isNew = new Set<string>();
      const urlOf = this.#urlOf(group);
      for (const read of files) {
        const before = byFile.get(read.file) ?? moved.get(read.file);
        const id = before?.id ?? ids.get(read.file);
        if (id === undefined) {
          continue;
        }
        const row = toRow({ group, read, before, id, now, url: urlOf(read) });
        if (before && before.hash === row.hash) {
          continue;
        }
        if (!before) {
          isNew.add(id);
        }
        written.push({ row, projected: read.projected });
        if (before?.content !== row.content || !before) {
          revisions.push(revisionOf(row, before, now));
        }
      }
      const movedIds = new Set([...moved.values()].map(row => row.id));
      const removed = missing.filter(row => !movedIds.has(row.id));
      const touched = [
        ...written.map(({ row }) => row.id),
        ...removed.map(row => row.id),
      ];
      if (touched.length === 0) {
        return { recordIds: [], entityRefs: [] };
      }
      const before = await entitiesOf(transaction, touched);
      await this.#remove(transaction, removed, now);
      await writeRecords(transaction, written, now);
      await writeRevisions(transaction, revisions);
      const changed = await refreshStanding(transaction, {
        recordIds: touched,
        entityRefs: before,
        repositories: [group.key],
        isNew,
        now,
      });
      return {
        recordIds: changed,
        entityRefs: [
          ...new Set([...before, ...(await entitiesOf(transaction, changed))]),
        ],
      };
    });
  }

  /** Removes what was read from repositories that no entity names any more. */
  async forget(keys: readonly string[], now: number): Promise<ChangedRecords> {
    const knex = this.#knex;
    return knex.transaction(async transaction => {
      const rows = await transaction<RecordRowStored>('records').where(
        inValues(transaction, 'repository', keys),
      );
      const recordIds = rows.map(row => row.id);
      const entityRefs = await entitiesOf(transaction, recordIds);
      await this.#remove(transaction, rows, now);
      await transaction('repositories')
        .where(inValues(transaction, 'key', keys))
        .delete();
      await refreshStanding(transaction, { recordIds, entityRefs, now });
      return { recordIds, entityRefs };
    });
  }

  /**
   * A file that is gone takes its record along. What somebody wrote in the
   * portal and has not proposed yet stays, as a record of the portal.
   */
  async #remove(
    knex: Knex,
    rows: readonly RecordRowStored[],
    now: number,
  ): Promise<void> {
    await deleteRecords(
      knex,
      rows.filter(row => row.pending === null).map(row => row.id),
    );
    const kept = rows.filter(row => row.pending !== null);
    if (kept.length > 0) {
      await knex<RecordRowStored>('records')
        .where(
          inValues(
            knex,
            'id',
            kept.map(row => row.id),
          ),
        )
        .update({
          origin: 'portal',
          repository: null,
          file: null,
          file_url: null,
          content: knex.ref('pending'),
          pending: null,
          hash: '',
          // A file that is gone decides nothing any more: somebody has to.
          status: 'draft',
          updated_at: now,
        });
    }
  }

  /** Ids for files that are new: the record's own where it is free. */
  async #allocate(
    knex: Knex,
    group: RepositoryGroup,
    files: readonly ReadRecordFile[],
    byFile: ReadonlyMap<string | null, RecordRowStored>,
    moved: ReadonlyMap<string, RecordRowStored>,
  ): Promise<Map<string, string>> {
    const wanted = files
      .filter(({ file }) => !byFile.has(file) && !moved.has(file))
      .map(read => ({ read, id: wantedId(read) }));
    const taken = new Set(
      await knex<RecordRowStored>('records')
        .where(
          inValues(
            knex,
            'id',
            wanted.map(({ id }) => id),
          ),
        )
        .pluck('id'),
    );
    const ids = new Map<string, string>();
    for (const { read, id } of wanted) {
      const free = taken.has(id)
        ? `${id}~${hashJson([group.key, read.file]).slice(0, 10)}`
        : id;
      taken.add(free);
      ids.set(read.file, free);
    }
    return ids;
  }

  #urlOf(group: RepositoryGroup): (read: ReadRecordFile) => string | null {
    const { location } = group;
    if (location.type !== 'remote') {
      return () => null;
    }
    const urlOf = createUrlOf(location.url, this.#integrations);
    return ({ file }) => urlOf(file) ?? null;
  }
}

/** Files that are new beside records that are gone and state the same id. */
function movedFiles(
  files: readonly ReadRecordFile[],
  byFile: ReadonlyMap<string | null, RecordRowStored>,
  missing: readonly RecordRowStored[],
): Map<string, RecordRowStored> {
  const moved = new Map<string, RecordRowStored>();
  const byName = new Map(missing.map(row => [row.name, row]));
  for (const read of files) {
    const before = byName.get(read.projected.columns.name);
    if (!byFile.has(read.file) && read.hasOwnId && before) {
      moved.set(read.file, before);
      byName.delete(before.name);
    }
  }
  return moved;
}

/**
 * The id that the record states; else its file's name, which many repositories
 * have, behind the name of its entity.
 */
function wantedId({ hasOwnId, projected }: ReadRecordFile): string {
  const { name } = projected.columns;
  const first = projected.entities[0]?.ref;
  const readable =
    hasOwnId || first === undefined ? name : `${nameOf(first)}.${name}`;
  return readable.replace(/[^\w.-]+/g, '-').slice(0, 200) || 'record';
}

function nameOf(ref: string): string {
  return parseEntityRef(ref).name;
}

function toRow(input: {
  group: RepositoryGroup;
  read: ReadRecordFile;
  before: RecordRowStored | undefined;
  id: string;
  url: string | null;
  now: number;
}): RecordRowStored {
  const { group, read, before, id, url, now } = input;
  const { columns, ...parts } = read.projected;
  const contentChanged = before?.content !== columns.content;
  const arrived =
    before?.pending !== undefined && before.pending === columns.content;
  return {
    ...columns,
    id,
    origin: 'git',
    repository: group.key,
    file: read.file,
    file_url: url,
    pending: arrived ? null : before?.pending ?? null,
    proposal: arrived ? null : before?.proposal ?? null,
    revision: (before?.revision ?? 0) + (contentChanged || !before ? 1 : 0),
    hash: hashJson([columns, parts, read.file, url, group.key]),
    supersedes: before?.supersedes ?? '[]',
    superseded_by: before?.superseded_by ?? null,
    in_force: before?.in_force ?? false,
    state: before?.state ?? 'none',
    created_at: before?.created_at ?? now,
    updated_at: now,
  };
}

function revisionOf(
  row: RecordRowStored,
  before: RecordRowStored | undefined,
  now: number,
): RevisionRow {
  return {
    record_id: row.id,
    revision: row.revision,
    at: now,
    by_ref: null,
    origin: 'git',
    change: before ? 'edited' : 'indexed',
    title: row.title,
    status: row.status,
    content: row.content,
  };
}

async function entitiesOf(
  knex: Knex,
  recordIds: readonly string[],
): Promise<string[]> {
  return knex<RecordEntityRow>('record_entities')
    .where(inValues(knex, 'record_id', recordIds))
    .distinct('ref')
    .pluck('ref');
}
