import type {
  FactRegistry,
  ScalarFactDefinition,
  SourceDescriptor,
} from '@airworthy/plugin-readiness-common';
import type { EntityEvidence } from '@airworthy/plugin-readiness-node';
import type { IdentifiedEntity, StoredEvidence } from '../sources/stored';
import { groupBy } from '../util/groupBy';
import { toText } from '../util/times';
import type { PushStore } from './PushStore';

export const PUSHED_SOURCE_ID = 'pushed';

/** They follow from the deployments that are pushed. */
const DERIVED: readonly string[] = [
  'deployments.production',
  'deployments.lastAt',
];

/** The facts that machines may push. */
export function pushableFacts(registry: FactRegistry): ScalarFactDefinition[] {
  return registry
    .scalars()
    .filter(
      ({ name, suppliedBy }) =>
        suppliedBy.includes(PUSHED_SOURCE_ID) && !DERIVED.includes(name),
    );
}

/** What machines pushed. */
export class PushedEvidence implements StoredEvidence {
  readonly descriptor: SourceDescriptor;
  readonly #store: PushStore;

  constructor(options: { store: PushStore; registry: FactRegistry }) {
    this.#store = options.store;
    this.descriptor = {
      id: PUSHED_SOURCE_ID,
      kind: PUSHED_SOURCE_ID,
      title: 'Pushed evidence',
      strength: 'observed',
      supplies: pushableFacts(options.registry).map(({ name }) => name),
    };
  }

  async read(entities: readonly IdentifiedEntity[]): Promise<EntityEvidence[]> {
    const rows = await this.#store.facts(entities.map(({ id }) => id));
    const byEntity = groupBy(rows, row => row.entity_id);
    return entities.map(({ ref, id }): EntityEvidence => {
      const pushed = byEntity.get(id) ?? [];
      if (pushed.length === 0) {
        return {
          entityRef: ref,
          link: {
            status: 'not-linked',
            message: 'Nothing was pushed for it.',
          },
          facts: [],
        };
      }
      return {
        entityRef: ref,
        link: { status: 'ok' },
        facts: pushed.map(row => ({
          name: row.name,
          member: '',
          environment: row.environment,
          source: PUSHED_SOURCE_ID,
          strength: 'observed',
          value: JSON.parse(row.value),
          observedAt: toText(row.observed_at),
          expiresAt: toText(row.expires_at),
          ...(row.url ? { origins: { '': { url: row.url } } } : {}),
        })),
      };
    });
  }
}
