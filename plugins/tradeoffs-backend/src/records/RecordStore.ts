import type {
  RecordRowStatus,
  TradeoffsSchemas,
} from '@airworthy/plugin-tradeoffs-common';
import type { Knex } from 'knex';
import {
  inValues,
  writeRows,
  type AssumptionRow,
  type ConfirmationRow,
  type EntityRow,
  type RecordRowStored,
  type RevisionRow,
} from '../database';
import { recordQuery, type Scope } from '../lists/recordQuery';
import { selectRecord, type SelectedRecord } from '../lists/RecordRows';

/** One record with its texts. */
export type FoundRecord = SelectedRecord &
  Pick<RecordRowStored, 'content' | 'pending' | 'problems'>;

/** Single records, as far as a reader may see them. */
export class RecordStore {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  async find(
    scope: Scope,
    id: string,
    now: number,
  ): Promise<FoundRecord | undefined> {
    const [found] = await this.list(scope, [id], now);
    return found;
  }

  async list(
    scope: Scope,
    ids: readonly string[],
    now: number,
  ): Promise<FoundRecord[]> {
    const knex = this.#knex;
    return selectRecord(knex, recordQuery(knex, scope, { ids }, now)).select(
      'r.content',
      'r.pending',
      'r.problems',
    );
  }

  /** Records in any life that name one of the entities. */
  async ofEntities(
    scope: Scope,
    entityRefs: readonly string[],
    now: number,
  ): Promise<FoundRecord[]> {
    const knex = this.#knex;
    return selectRecord(knex, recordQuery(knex, scope, {}, now))
      .whereIn(
        'r.id',
        knex('record_entities')
          .where(inValues(knex, 'ref', entityRefs))
          .select('record_id'),
      )
      .select('r.content', 'r.pending', 'r.problems');
  }

  /** The owner of an entity, as the catalog says. */
  async ownerOf(entityRef: string): Promise<string | undefined> {
    const row = await this.#knex<EntityRow>('entities')
      .where({ ref: entityRef })
      .whereNull('deleted_at')
      .first('owner');
    return row?.owner ?? undefined;
  }

  /** The texts of all records, ordered by id: for a search, which asks who sees them. */
  async documents(options: {
    after: string;
    limit: number;
  }): Promise<Array<TradeoffsSchemas['schemas']['RecordDocument']>> {
    const rows = await recordQuery(this.#knex, { kind: 'all' }, {}, 0)
      .where('r.id', '>', options.after)
      .orderBy('r.id')
      .limit(options.limit)
      .select<
        Array<
          Pick<
            RecordRowStored,
            'id' | 'name' | 'title' | 'status' | 'content'
          > & { ref: string | null; owner: string | null }
        >
      >(
        'r.id',
        'r.name',
        'r.title',
        'r.status',
        'r.content',
        're.ref',
        'e.owner',
      );
    return rows.map(({ ref, owner, content, status, ...row }) => ({
      ...row,
      // Written from the words that a record may have.
      status: status as RecordRowStatus,
      text: content,
      ...(ref !== null && { entityRef: ref }),
      ...(owner !== null && { owner }),
    }));
  }

  async assumptions(ids: readonly string[]): Promise<AssumptionRow[]> {
    return this.#knex<AssumptionRow>('record_assumptions').where(
      inValues(this.#knex, 'record_id', ids),
    );
  }

  async confirmations(ids: readonly string[]): Promise<ConfirmationRow[]> {
    return this.#knex<ConfirmationRow>('confirmations').where(
      inValues(this.#knex, 'record_id', ids),
    );
  }

  async confirm(
    confirmation: ConfirmationRow,
    knex: Knex = this.#knex,
  ): Promise<void> {
    await writeRows<ConfirmationRow>(knex, {
      table: 'confirmations',
      columns: ['record_id', 'meaning', 'by_ref', 'at'],
      rows: [confirmation],
      conflict: { key: ['record_id', 'meaning'] },
    });
  }

  /** The newest first, without texts. */
  async history(id: string): Promise<Array<Omit<RevisionRow, 'content'>>> {
    return this.#knex<RevisionRow>('revisions')
      .where({ record_id: id })
      .orderBy('revision', 'desc')
      .limit(500)
      .select(
        'record_id',
        'revision',
        'at',
        'by_ref',
        'origin',
        'change',
        'title',
        'status',
      );
  }

  async revision(
    id: string,
    revision: number,
  ): Promise<RevisionRow | undefined> {
    return this.#knex<RevisionRow>('revisions')
      .where({ record_id: id, revision })
      .first();
  }
}
