import {
  ATTESTATION_KIND,
  attestableFacts,
  type FactRegistry,
  type SourceDescriptor,
} from '@airworthy/plugin-readiness-common';
import type { EntityEvidence } from '@airworthy/plugin-readiness-node';
import type { IdentifiedEntity, StoredEvidence } from '../sources/stored';
import { groupBy } from '../util/groupBy';
import { toText } from '../util/times';
import type { AttestationStore } from './AttestationStore';

/** What persons vouch for, as the weakest evidence there is. */
export class AttestedEvidence implements StoredEvidence {
  readonly descriptor: SourceDescriptor;
  readonly #store: AttestationStore;

  constructor(options: { store: AttestationStore; registry: FactRegistry }) {
    const { store, registry } = options;
    this.#store = store;
    this.descriptor = {
      id: ATTESTATION_KIND,
      kind: ATTESTATION_KIND,
      title: 'Attestations',
      strength: 'attested',
      supplies: attestableFacts(
        registry,
        registry.scalars().map(({ name }) => name),
      ).map(({ name }) => name),
    };
  }

  async read(entities: readonly IdentifiedEntity[]): Promise<EntityEvidence[]> {
    const rows = await this.#store.standing(entities.map(({ id }) => id));
    const byEntity = groupBy(rows, row => row.entity_id);
    return entities.map(({ ref, id }): EntityEvidence => {
      const attested = byEntity.get(id) ?? [];
      if (attested.length === 0) {
        return {
          entityRef: ref,
          link: {
            status: 'not-linked',
            message: 'Nobody has attested anything of it.',
          },
          facts: [],
        };
      }
      return {
        entityRef: ref,
        link: { status: 'ok' },
        facts: attested.map(row => ({
          name: row.fact,
          member: '',
          environment: '',
          source: ATTESTATION_KIND,
          strength: 'attested',
          value: JSON.parse(row.value),
          observedAt: toText(row.created_at),
          expiresAt: toText(row.expires_at),
          origins: { '': { url: row.url } },
        })),
      };
    });
  }
}
