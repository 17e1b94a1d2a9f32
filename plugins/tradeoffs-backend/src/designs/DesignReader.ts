import type {
  EntityDesign,
  StatedByRecord,
} from '@airworthy/plugin-tradeoffs-node';
import type { Knex } from 'knex';
import {
  inValues,
  writeRows,
  type EntityRow,
  type RecordDesignRow,
  type RecordPositionRow,
  type RecordRowStored,
} from '../database';
import { parseStoredDesign, readDesign, type RecordDesign } from './readDesign';

/** Texts that are held in memory at a time while they are read. */
const TEXTS_PER_BATCH = 200;

type DesignedEntity = Pick<EntityRow, 'ref' | 'system' | 'records_read_at'>;

/** A record in force, and an entity that it names. */
interface NamedRecord extends Pick<RecordRowStored, 'id' | 'revision'> {
  ref: string;
}

/**
 * What records in force say of the design of entities: a few statements for any
 * number of them. A text is read once; what it says is kept beside it.
 */
export class DesignReader {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  async read(entityRefs: readonly string[]): Promise<EntityDesign[]> {
    const asked = await this.#entities(entityRefs);
    const systems = new Map(
      (
        await this.#entities([
          ...new Set(asked.flatMap(({ system }) => system ?? [])),
        ])
      ).map(entity => [entity.ref, entity]),
    );
    const named = await this.#inForce([
      ...new Set([...asked.map(({ ref }) => ref), ...systems.keys()]),
    ]);
    const [designs, axes] = await Promise.all([
      this.#designs(named),
      this.#axes(named),
    ]);
    const idsOf = new Map<string, string[]>();
    for (const { ref, id } of named) {
      idsOf.set(ref, [...(idsOf.get(ref) ?? []), id]);
    }
    return asked.map(entity => {
      const system = systems.get(entity.system ?? '');
      // What it decides itself is named before what its system does.
      const ids = [entity, ...(system ? [system] : [])].flatMap(
        ({ ref }) => idsOf.get(ref) ?? [],
      );
      return {
        entityRef: entity.ref,
        complete:
          entity.records_read_at !== null && system?.records_read_at !== null,
        axes: collect(ids, id => axes.get(id) ?? []),
        designSteps: collect(ids, id => designs.get(id)?.steps ?? []),
        recoveryObjectives: collect(
          ids,
          id => designs.get(id)?.objectives ?? [],
        ),
      };
    });
  }

  async #entities(refs: readonly string[]): Promise<DesignedEntity[]> {
    return this.#knex<EntityRow>('entities')
      .where(inValues(this.#knex, 'ref', refs))
      .whereNull('deleted_at')
      .select('ref', 'system', 'records_read_at');
  }

  /** The newest first. */
  async #inForce(refs: readonly string[]): Promise<NamedRecord[]> {
    return this.#knex('record_entities as x')
      .join('records as r', 'r.id', 'x.record_id')
      .where('r.in_force', true)
      .where(inValues(this.#knex, 'x.ref', refs))
      .orderByRaw(`coalesce(r.date, '') desc, r.id`)
      .select<NamedRecord[]>('x.ref', 'r.id', 'r.revision');
  }

  async #axes(named: readonly NamedRecord[]): Promise<Map<string, string[]>> {
    const rows = await this.#knex<RecordPositionRow>('record_positions')
      .where(inValues(this.#knex, 'record_id', idsIn(named)))
      .orderBy('axis')
      .select('record_id', 'axis');
    const axes = new Map<string, string[]>();
    for (const { record_id: id, axis } of rows) {
      axes.set(id, [...(axes.get(id) ?? []), axis]);
    }
    return axes;
  }

  async #designs(
    named: readonly NamedRecord[],
  ): Promise<Map<string, RecordDesign>> {
    const knex = this.#knex;
    const revisions = new Map(named.map(({ id, revision }) => [id, revision]));
    const rows = await knex<RecordDesignRow>('record_designs').where(
      inValues(knex, 'record_id', [...revisions.keys()]),
    );
    const designs = new Map(
      rows
        .filter(row => row.revision === revisions.get(row.record_id))
        .map(row => [row.record_id, parseStoredDesign(row.design)]),
    );
    const unread = [...revisions.keys()].filter(id => !designs.has(id));
    for (let start = 0; start < unread.length; start += TEXTS_PER_BATCH) {
      const read = await this.#readTexts(
        unread.slice(start, start + TEXTS_PER_BATCH),
      );
      read.forEach((design, id) => designs.set(id, design));
    }
    return designs;
  }

  async #readTexts(ids: readonly string[]): Promise<Map<string, RecordDesign>> {
    const knex = this.#knex;
    const records = await knex<RecordRowStored>('records')
      .where(inValues(knex, 'id', ids))
      .select('id', 'name', 'file', 'revision', 'content');
    const read = records.map(({ id, name, file, revision, content }) => ({
      id,
      revision,
      design: readDesign(file ?? `${name}.md`, content),
    }));
    await writeRows<RecordDesignRow>(knex, {
      table: 'record_designs',
      columns: ['record_id', 'revision', 'design'],
      rows: read.map(({ id, revision, design }) => ({
        record_id: id,
        revision,
        design: JSON.stringify(design),
      })),
      conflict: {
        key: ['record_id'],
        update: { columns: ['revision', 'design'] },
      },
    });
    return new Map(read.map(({ id, design }) => [id, design]));
  }
}

function idsIn(named: readonly NamedRecord[]): string[] {
  return [...new Set(named.map(({ id }) => id))];
}

/** Each thing that a record states once, with the first record that does. */
function collect(
  ids: readonly string[],
  statedBy: (id: string) => readonly string[],
): StatedByRecord[] {
  const stated = new Map<string, string>();
  for (const id of ids) {
    for (const name of statedBy(id)) {
      if (!stated.has(name)) {
        stated.set(name, id);
      }
    }
  }
  return [...stated].map(([name, recordId]) => ({ name, recordId }));
}
