import { ConflictError, InputError } from '@backstage/errors';
import { hashJson } from '@airworthy/plugin-readiness-node';
import {
  acceptanceObstacles,
  canMove,
  parseRecord,
  readRecordSet,
  recordMeaning,
  type RecordEdit,
  type RecordStatus,
  type TradeoffRecord,
} from '@airworthy/plugin-tradeoffs-common';
import type { Knex } from 'knex';
import type {
  RecordEntityRow,
  RecordRowStored,
  RevisionRow,
} from '../database';
import { isPostgres } from '../database';
import type { ChangeFeed } from './ChangeFeed';
import { projectRecord } from './projectRecord';
import { writeRecords, writeRevisions } from './RecordTables';
import type { RecordStore } from './RecordStore';
import { refreshStanding } from './refreshStanding';

/** Somebody saved in between: what is stored now. */
export class RecordConflictError extends ConflictError {
  readonly current: {
    content: string;
    revision: number;
    by?: string;
    at?: string;
  };

  constructor(current: RecordConflictError['current']) {
    super(
      'Somebody saved the record in between; nothing was written, and both texts are here',
    );
    this.current = current;
  }
}

/** What an author stands for. */
export interface Authority {
  /** What the new text accepts counts: the author is one who may say so. */
  confirms: boolean;
}

/** One change of a record's text. */
export interface RecordChange {
  id: string;
  /** The revision that the author saw. */
  revision: number;
  /** Entity reference of the author. */
  by: string;
  change: RevisionRow['change'];
  /** The new text. */
  apply(text: string): string;
  /** Asks whether the author may do what the new text does. */
  authorise?(
    before: TradeoffRecord | undefined,
    after: TradeoffRecord,
  ): Promise<Authority>;
}

/**
 * Writes records in the portal. Of a record whose truth is a file the new text
 * waits beside it until it is proposed or exported.
 */
export class RecordEditor {
  readonly #options: {
    knex: Knex;
    store: RecordStore;
    feed: ChangeFeed;
    now: () => number;
  };

  constructor(options: {
    knex: Knex;
    store: RecordStore;
    feed: ChangeFeed;
    now: () => number;
  }) {
    this.#options = options;
  }

  /**
   * @returns the id of the new record
   * @throws InputError where the text is no record, or is about another entity
   */
  async create(input: {
    entityRef: string;
    content: string;
    by: string;
    authorise(record: TradeoffRecord): Promise<Authority>;
  }): Promise<string> {
    const { knex, store, feed, now } = this.#options;
    const { entityRef, content, by } = input;
    const record = readable(content, 'record.md');
    if (record.entityRefs.length > 0 && record.entityRefs[0] !== entityRef) {
      throw new InputError(
        `airworthy.entityRefs begins with ${record.entityRefs[0]}, not with ${entityRef}: the first entity is the one that a record is about`,
      );
    }
    const { confirms } = await input.authorise(record);
    const at = now();
    const own = record.id === 'record' ? undefined : record.id;
    const id = await knex.transaction(async transaction => {
      const name = own ?? slug(record.title);
      const taken = await transaction<RecordRowStored>('records')
        .where({ id: name })
        .first('id');
      if (taken && own !== undefined) {
        throw new InputError(
          `airworthy.id ${name} is taken by another record: choose one that is not`,
        );
      }
      const chosen = taken
        ? `${name}-${hashJson([name, by, at]).slice(0, 6)}`
        : name;
      await this.#write(transaction, {
        before: undefined,
        id: chosen,
        name: chosen,
        content,
        entityRefs: [entityRef],
        by,
        change: 'created',
        at,
      });
      if (confirms) {
        await this.#confirm(transaction, store, { id: chosen, record, by, at });
      }
      await refreshStanding(transaction, {
        recordIds: [chosen],
        isNew: new Set([chosen]),
        now: at,
      });
      return chosen;
    });
    await feed.publish({
      recordIds: [id],
      entityRefs: await this.#entitiesOf(knex, id),
    });
    return id;
  }

  /**
   * Changes a record's text, unless somebody did in between.
   *
   * @throws RecordConflictError where somebody did
   * @throws InputError where the new text is no record, or breaks its life
   */
  async change(input: RecordChange): Promise<void> {
    const { knex, store, feed, now } = this.#options;
    const at = now();
    const before = await this.#entitiesOf(knex, input.id);
    const recordIds = await knex.transaction(async transaction => {
      const row = await this.#lock(transaction, input);
      const text = row.pending ?? row.content;
      const file = row.file ?? `${row.name}.md`;
      const content = input.apply(text);
      const after = readable(content, file);
      const earlier = parseRecord({ file, text }).record;
      if (earlier && !canMove(earlier.status, after.status)) {
        throw new InputError(
          `A record that is ${earlier.status} cannot become ${after.status}`,
        );
      }
      const authority = await input.authorise?.(earlier, after);
      const isFile = row.origin === 'git';
      if (content !== text || input.change !== 'edited') {
        if (isFile) {
          await this.#hold(transaction, { row, content, after, input, at });
        } else {
          await this.#write(transaction, {
            before: row,
            id: row.id,
            name: after.id === file.replace(/\.md$/, '') ? row.name : after.id,
            content,
            entityRefs: before,
            by: input.by,
            change: input.change,
            at,
          });
        }
      }
      if (authority?.confirms) {
        await this.#confirm(transaction, store, {
          id: row.id,
          record: after,
          by: input.by,
          at,
        });
      }
      return refreshStanding(transaction, {
        recordIds: [row.id],
        entityRefs: before,
        now: at,
      });
    });
    await feed.publish({
      recordIds,
      entityRefs: [
        ...new Set([...before, ...(await this.#entitiesOf(knex, input.id))]),
      ],
    });
  }

  /** Puts down where a text was proposed. */
  async proposed(id: string, url: string): Promise<void> {
    await this.#options
      .knex<RecordRowStored>('records')
      .where({ id })
      .update({ proposal: url });
  }

  /** The row, which nobody else changes before this is through. */
  async #lock(knex: Knex, input: RecordChange): Promise<RecordRowStored> {
    const query = knex<RecordRowStored>('records')
      .where({ id: input.id })
      .first();
    const row = await (isPostgres(knex) ? query.forUpdate() : query);
    if (!row) {
      throw new InputError(`There is no record "${input.id}"`);
    }
    if (row.revision !== input.revision) {
      const last = await knex<RevisionRow>('revisions')
        .where({ record_id: row.id, revision: row.revision })
        .first();
      throw new RecordConflictError({
        content: row.pending ?? row.content,
        revision: row.revision,
        ...(last?.by_ref && { by: last.by_ref }),
        ...(last && { at: new Date(Number(last.at)).toISOString() }),
      });
    }
    return row;
  }

  /** Keeps a new text beside the file that counts. */
  async #hold(
    knex: Knex,
    options: {
      row: RecordRowStored;
      content: string;
      after: TradeoffRecord;
      input: RecordChange;
      at: number;
    },
  ): Promise<void> {
    const { row, content, after, input, at } = options;
    const revision = row.revision + 1;
    await knex<RecordRowStored>('records')
      .where({ id: row.id })
      .update({
        pending: content === row.content ? null : content,
        revision,
        updated_at: at,
      });
    await writeRevisions(knex, [
      {
        record_id: row.id,
        revision,
        at,
        by_ref: input.by,
        origin: 'portal',
        change: input.change,
        title: after.title,
        status: after.status,
        content,
      },
    ]);
  }

  async #write(
    knex: Knex,
    options: {
      before: RecordRowStored | undefined;
      id: string;
      name: string;
      content: string;
      entityRefs: readonly string[];
      by: string;
      change: RevisionRow['change'];
      at: number;
    },
  ): Promise<void> {
    const { before, id, name, content, by, change, at } = options;
    const file = `${name}.md`;
    // As a set of one: so it is linted as files are.
    const set = readRecordSet([{ file, text: content }]);
    const projected = projectRecord({
      file,
      text: content,
      record: set.files[0]?.record,
      problems: set.problems,
      entityRefs: options.entityRefs,
    });
    const { columns, ...parts } = projected;
    const revision = (before?.revision ?? 0) + 1;
    const row: RecordRowStored = {
      ...columns,
      id,
      name,
      origin: 'portal',
      repository: null,
      file: null,
      file_url: null,
      pending: null,
      proposal: before?.proposal ?? null,
      revision,
      hash: hashJson([columns, parts]),
      supersedes: before?.supersedes ?? '[]',
      superseded_by: before?.superseded_by ?? null,
      in_force: before?.in_force ?? false,
      state: before?.state ?? 'none',
      created_at: before?.created_at ?? at,
      updated_at: at,
    };
    await writeRecords(knex, [{ row, projected: parts }], at);
    await writeRevisions(knex, [
      {
        record_id: id,
        revision,
        at,
        by_ref: by,
        origin: 'portal',
        change,
        title: row.title,
        status: row.status,
        content,
      },
    ]);
  }

  async #confirm(
    knex: Knex,
    store: RecordStore,
    options: { id: string; record: TradeoffRecord; by: string; at: number },
  ): Promise<void> {
    await store.confirm(
      {
        record_id: options.id,
        meaning: hashJson(recordMeaning(options.record)),
        by_ref: options.by,
        at: options.at,
      },
      knex,
    );
  }

  async #entitiesOf(knex: Knex, id: string): Promise<string[]> {
    return knex<RecordEntityRow>('record_entities')
      .where({ record_id: id })
      .orderBy('position')
      .pluck('ref');
  }
}

/** @throws InputError naming each fault by line and column */
function readable(content: string, file: string): TradeoffRecord {
  const { record, problems } = parseRecord({ file, text: content });
  if (!record) {
    throw new InputError(
      problems
        .filter(({ severity }) => severity === 'error')
        .map(
          ({ line, column, message }) =>
            `line ${line}, column ${column}: ${message}`,
        )
        .join('\n'),
    );
  }
  return record;
}

function slug(title: string): string {
  return (
    title
      .toLocaleLowerCase('en-US')
      .normalize('NFKD')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60) || 'record'
  );
}

/** The edit that moves a record along its life. */
export function statusEdit(
  status: RecordStatus,
  supersededBy: string | undefined,
): RecordEdit {
  return {
    path: ['status'],
    value:
      status === 'superseded' && supersededBy !== undefined
        ? `superseded by ${supersededBy}`
        : status,
  };
}

/** @throws InputError where something keeps the record from being accepted */
export function requireAcceptable(record: TradeoffRecord): void {
  const obstacles = acceptanceObstacles(record);
  if (obstacles.length > 0) {
    throw new InputError(
      `The record cannot be accepted yet: ${obstacles
        .map(({ message }) => message)
        .join('; ')}`,
    );
  }
}
