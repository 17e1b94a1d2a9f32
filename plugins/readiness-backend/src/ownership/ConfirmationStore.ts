import type { OwnershipConfirmation } from '@airworthy/plugin-readiness-common';
import type { Knex } from 'knex';
import { inValues, writeRows, type EntityRow } from '../database';
import { narrowToScope } from '../visibility/narrowToScope';
import type { Scope } from '../visibility/Scope';
import type { OwnershipConfirmationRow } from './types';

/** An entity whose owner can be confirmed. */
export interface ConfirmableEntity {
  entityId: number;
  ref: string;
  owner: string | undefined;
}

/** What a person says of owners. */
export interface NewConfirmation {
  entities: ReadonlyArray<ConfirmableEntity & { owner: string }>;
  /** Milliseconds. */
  until: number;
  /** Entity reference. */
  confirmedBy: string;
  /** Milliseconds. */
  confirmedAt: number;
  note?: string;
}

/** Keeps what persons say of owners; nothing is ever removed. */
export class ConfirmationStore {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  /** Those of the entities that are within a scope. */
  async find(
    scope: Scope,
    refs: readonly string[],
  ): Promise<Map<string, ConfirmableEntity>> {
    const query = this.#knex<EntityRow>('entities as e')
      .where(inValues(this.#knex, 'e.ref', refs))
      .whereNull('e.deleted_at');
    narrowToScope(this.#knex, query, scope);
    const rows = await query.select<
      Array<Pick<EntityRow, 'id' | 'ref' | 'owner'>>
    >('e.id', 'e.ref', 'e.owner');
    return new Map(
      rows.map(row => [
        row.ref,
        { entityId: row.id, ref: row.ref, owner: row.owner ?? undefined },
      ]),
    );
  }

  async record(
    confirmation: NewConfirmation,
  ): Promise<OwnershipConfirmation[]> {
    const { entities, until, confirmedBy, confirmedAt, note } = confirmation;
    await writeRows<Omit<OwnershipConfirmationRow, 'id'>>(this.#knex, {
      table: 'ownership_confirmations',
      columns: [
        'entity_id',
        'owner',
        'until',
        'confirmed_by',
        'confirmed_at',
        'note',
      ],
      rows: entities.map(entity => ({
        entity_id: entity.entityId,
        owner: entity.owner,
        until,
        confirmed_by: confirmedBy,
        confirmed_at: confirmedAt,
        note: note ?? null,
      })),
    });
    return entities.map(entity => ({
      entityRef: entity.ref,
      owner: entity.owner,
      until: new Date(until).toISOString(),
      confirmedBy,
      confirmedAt: new Date(confirmedAt).toISOString(),
      ...(note === undefined ? {} : { note }),
    }));
  }
}
