import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  RecordDetail,
  TradeoffAxis,
} from '@airworthy/plugin-tradeoffs-common';
import type { Knex } from 'knex';
import type { EntityRow } from '../database';
import { recordQuery } from '../lists/recordQuery';
import type { RecordRows } from '../lists';
import type { RecordAccess } from '../permissions';
import type { Proposals } from '../propose/Proposals';
import { describeRecord } from '../records/describeRecord';
import type { RecordStore } from '../records/RecordStore';

/** @see RecordReader */
export interface RecordReaderOptions {
  knex: Knex;
  access: RecordAccess;
  axes: readonly TradeoffAxis[];
  proposals: Pick<Proposals, 'canPropose'>;
  rows: RecordRows;
  store: RecordStore;
  /** Milliseconds since the epoch. */
  now: () => number;
}

/** Everything about one record, for one caller. */
export class RecordReader {
  readonly #options: RecordReaderOptions;

  constructor(options: RecordReaderOptions) {
    this.#options = options;
  }

  /** @throws NotFoundError where the caller sees no such record */
  async read(
    credentials: BackstageCredentials,
    id: string,
  ): Promise<RecordDetail> {
    const { knex, access, axes, proposals, rows, store, now } = this.#options;
    const at = now();
    const { scope, found } = await access.find(credentials, id);
    const [row] = await rows.build([found], scope, at);
    const linkedIds = [
      ...(row.supersedes ?? []),
      ...(row.supersededBy ? [row.supersededBy] : []),
    ];
    const [assumptions, confirmations, history, entity, linked, editable] =
      await Promise.all([
        store.assumptions([id]),
        store.confirmations([id]),
        store.history(id),
        found.own_ref === null
          ? undefined
          : knex<EntityRow>('entities')
              .where({ ref: found.own_ref })
              .first('name', 'title'),
        linkedIds.length === 0
          ? []
          : recordQuery(knex, scope, { ids: linkedIds }, at).select<
              Array<{ id: string; name: string; file: string | null }>
            >('r.id', 'r.name', 'r.file'),
        access.canEdit(credentials, found),
      ]);
    return describeRecord({
      row,
      found,
      axes,
      assumptions,
      confirmations,
      history,
      linked: linked.map(({ file, ...other }) => ({
        ...other,
        ...(file !== null && { file }),
      })),
      entityTitle: entity?.title ?? entity?.name ?? found.own_ref ?? found.name,
      rights: {
        editable,
        canAccept: await access.canAccept(credentials, found),
        canPropose: editable && (await proposals.canPropose(found)),
      },
      now: at,
    });
  }
}
