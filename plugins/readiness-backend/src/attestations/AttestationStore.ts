import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { Attestation } from '@airworthy/plugin-readiness-common';
import { inValues, type AttestationRow } from '../database';
import { toText } from '../util/times';

/** What a person vouches for, before it has an id. */
export type NewAttestation = Pick<
  Attestation,
  'fact' | 'value' | 'url' | 'note' | 'author'
> & {
  entityId: number;
  /** Milliseconds. */
  createdAt: number;
  expiresAt: number;
};

/** What persons vouch for. What ended stays on record for a while. */
export class AttestationStore {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  /** Replaces what was attested of the same fact. */
  async create(attestation: NewAttestation): Promise<AttestationRow> {
    const { entityId, fact, author, createdAt } = attestation;
    const row: AttestationRow = {
      id: randomUUID(),
      entity_id: entityId,
      fact,
      value: JSON.stringify(attestation.value),
      url: attestation.url,
      note: attestation.note ?? null,
      author,
      created_at: createdAt,
      expires_at: attestation.expiresAt,
      ended_at: null,
      ended_by: null,
    };
    await this.#knex.transaction(async transaction => {
      await transaction<AttestationRow>('attestations')
        .where({ entity_id: entityId, fact })
        .whereNull('ended_at')
        .update({ ended_at: createdAt, ended_by: author });
      await transaction<AttestationRow>('attestations').insert(row);
    });
    return row;
  }

  /** One that was neither taken back nor replaced, and whose it is. */
  async find(
    id: string,
  ): Promise<(AttestationRow & { entity_ref: string }) | undefined> {
    return this.#knex('attestations as a')
      .join('entities as e', 'e.id', 'a.entity_id')
      .where('a.id', id)
      .whereNull('a.ended_at')
      .whereNull('e.deleted_at')
      .first<(AttestationRow & { entity_ref: string }) | undefined>(
        'a.*',
        'e.ref as entity_ref',
      );
  }

  /** @returns whether it was still there to be taken back */
  async takeBack(id: string, by: string, now: number): Promise<boolean> {
    const ended = await this.#knex<AttestationRow>('attestations')
      .where({ id })
      .whereNull('ended_at')
      .update({ ended_at: now, ended_by: by });
    return ended > 0;
  }

  /**
   * Those of these entities that were neither taken back nor replaced, expired
   * ones among them: what a person said does not become unsaid.
   */
  async standing(entityIds: readonly number[]): Promise<AttestationRow[]> {
    return this.#knex<AttestationRow>('attestations')
      .where(inValues(this.#knex, 'entity_id', [...entityIds]))
      .whereNull('ended_at')
      .orderBy([{ column: 'expires_at', order: 'desc' }, { column: 'id' }])
      .select();
  }

  /** Removes what ended before a moment, in whichever way. */
  async prune(before: number): Promise<void> {
    await this.#knex('attestations')
      .where('ended_at', '<', before)
      .orWhere('expires_at', '<', before)
      .delete();
  }
}

/** The attestation that a row holds. */
export function readAttestation(
  row: AttestationRow,
  entityRef: string,
): Attestation {
  return {
    id: row.id,
    entityRef,
    fact: row.fact,
    value: JSON.parse(row.value),
    url: row.url,
    ...(row.note === null ? {} : { note: row.note }),
    author: row.author,
    createdAt: toText(row.created_at),
    expiresAt: toText(row.expires_at),
  };
}
