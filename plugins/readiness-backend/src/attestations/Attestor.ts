import { InputError, NotFoundError } from '@backstage/errors';
import {
  attestableFacts,
  refusalOfValue,
  type Attestation,
  type AttestationRequest,
  type FactRegistry,
} from '@airworthy/plugin-readiness-common';
import type { IdentifiedEntity, StoredSource } from '../sources/stored';
import { AttestationStore, readAttestation } from './AttestationStore';
import type { AttestationConfig } from './types';

/** @see Attestor */
export interface AttestorOptions {
  store: AttestationStore;
  source: StoredSource;
  registry: FactRegistry;
  config: AttestationConfig;
  /** Milliseconds since the epoch. */
  now: () => number;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Takes what persons vouch for, and makes it count at once. */
export class Attestor {
  readonly #options: AttestorOptions;

  constructor(options: AttestorOptions) {
    this.#options = options;
  }

  /**
   * @param author - entity reference of who vouches
   * @throws InputError naming what is wrong with the attestation
   */
  async attest(
    entity: IdentifiedEntity,
    author: string,
    request: AttestationRequest,
  ): Promise<Attestation> {
    const { store, source, now } = this.#options;
    const createdAt = now();
    const row = await store.create({
      entityId: entity.id,
      fact: request.fact,
      value: this.#checkedValue(request, createdAt),
      url: request.url,
      note: request.note,
      author,
      createdAt,
      expiresAt: this.#checkedExpiry(request.expiresAt, createdAt),
    });
    await source.publish([entity.ref], createdAt);
    return readAttestation(row, entity.ref);
  }

  /** @throws NotFoundError where somebody else was quicker */
  async takeBack(attestation: Attestation, by: string): Promise<Attestation> {
    const { store, source, now } = this.#options;
    const at = now();
    if (!(await store.takeBack(attestation.id, by, at))) {
      throw new NotFoundError(`There is no attestation ${attestation.id}`);
    }
    await source.publish([attestation.entityRef], at);
    return attestation;
  }

  /** @throws NotFoundError where there is none, or it was taken back */
  async find(id: string): Promise<Attestation> {
    const row = await this.#options.store.find(id);
    if (!row) {
      throw new NotFoundError(`There is no attestation ${id}`);
    }
    return readAttestation(row, row.entity_ref);
  }

  /** Of one entity: those that count first. */
  async list(entity: IdentifiedEntity): Promise<Attestation[]> {
    const rows = await this.#options.store.standing([entity.id]);
    return rows.map(row => readAttestation(row, entity.ref));
  }

  #checkedValue(
    { fact, value }: AttestationRequest,
    now: number,
  ): Attestation['value'] {
    const { registry } = this.#options;
    const [definition] = attestableFacts(registry, [fact]);
    if (!definition) {
      throw new InputError(
        registry.get(fact)
          ? `fact: "${fact}" cannot be attested: it has to be seen or declared`
          : `fact: there is no fact "${fact}"${didYouMean(
              registry.nearest(fact),
            )}`,
      );
    }
    const refusal = refusalOfValue(definition.type, value);
    if (refusal) {
      throw new InputError(`value: ${refusal}`);
    }
    if (
      definition.type === 'timestamp' &&
      typeof value === 'string' &&
      Date.parse(value) > now
    ) {
      throw new InputError('value: is in the future; nobody can vouch for it');
    }
    return value;
  }

  #checkedExpiry(text: string, now: number): number {
    const { maxAgeMs } = this.#options.config;
    const expiresAt = Date.parse(text);
    if (Number.isNaN(expiresAt) || expiresAt <= now) {
      throw new InputError('expiresAt: expected a time in the future');
    }
    if (expiresAt > now + maxAgeMs) {
      throw new InputError(
        `expiresAt: an attestation lasts at most ${Math.round(
          maxAgeMs / DAY_MS,
        )} days; readiness.attestations.maxAge says so`,
      );
    }
    return expiresAt;
  }
}

function didYouMean(name: string | undefined): string {
  return name === undefined ? '' : `; did you mean "${name}"?`;
}
