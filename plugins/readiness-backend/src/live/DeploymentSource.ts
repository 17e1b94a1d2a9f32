import type { Knex } from 'knex';
import type {
  FactRecord,
  LinkStatus,
  SourceDescriptor,
} from '@airworthy/plugin-readiness-common';
import type { EntityEvidence } from '@airworthy/plugin-readiness-node';
import { inValues, type LinkStateRow } from '../database';
import type { IdentifiedEntity, StoredEvidence } from '../sources/stored';
import { groupBy } from '../util/groupBy';
import type { DeploymentStore, DeploymentSummary } from './DeploymentStore';

export const DEPLOYMENT_SOURCE_ID = 'deployments';

/** @see DeploymentSource */
export interface DeploymentSourceOptions {
  knex: Knex;
  store: DeploymentStore;
  /** Descriptors of the sources that tell deployments. */
  emitters: ReadonlyArray<Pick<SourceDescriptor, 'id' | 'title'>>;
  /** Those that are evaluated. */
  environments: readonly string[];
}

/** What emitters that know of no deployment mean, the most telling first. */
const OUTAGES: readonly string[] = ['denied', 'error', 'stale'];

/**
 * Facts about deployments, whoever told them: a service that GitHub knows and
 * Argo CD deploys has the deployments of both.
 */
export class DeploymentSource implements StoredEvidence {
  readonly descriptor: SourceDescriptor = {
    id: DEPLOYMENT_SOURCE_ID,
    kind: 'deployments',
    title: 'Deployments',
    strength: 'observed',
    supplies: [
      'deployments.production',
      'deployments.lastAt',
      'rollback.provenAt',
    ],
  };
  readonly #options: DeploymentSourceOptions;

  constructor(options: DeploymentSourceOptions) {
    this.#options = options;
  }

  async read(
    entities: readonly IdentifiedEntity[],
    now: number,
  ): Promise<EntityEvidence[]> {
    const { store } = this.#options;
    const ids = entities.map(entity => entity.id);
    const [summaries, links] = await Promise.all([
      store.summarize(ids),
      this.#links(ids),
    ]);
    const byEntity = groupBy(summaries, summary => summary.entityId);
    const linksByEntity = groupBy(links, link => link.entity_id);
    return entities.map(({ ref, id }) => {
      const known = byEntity.get(id) ?? [];
      const link: EntityEvidence['link'] =
        known.length > 0
          ? { status: 'ok' }
          : this.#linkWithout(linksByEntity.get(id) ?? []);
      return {
        entityRef: ref,
        link,
        facts:
          link.status === 'ok'
            ? this.#options.environments.flatMap(environment =>
                factsOf(
                  environment,
                  known.find(summary => summary.environment === environment),
                  now,
                ),
              )
            : [],
      };
    });
  }

  async #links(ids: readonly number[]): Promise<LinkStateRow[]> {
    const { knex, emitters } = this.#options;
    return knex<LinkStateRow>('link_states')
      .where(inValues(knex, 'entity_id', [...ids]))
      .where(
        inValues(
          knex,
          'source',
          emitters.map(emitter => emitter.id),
        ),
      )
      .select();
  }

  /**
   * None is known: that is an answer where a source that would know speaks about
   * the entity, and else no answer.
   */
  #linkWithout(links: readonly LinkStateRow[]): EntityEvidence['link'] {
    if (links.some(link => link.status === 'ok')) {
      return { status: 'ok' };
    }
    const outage = links.find(link => OUTAGES.includes(link.status));
    const emitters = this.#options.emitters;
    if (outage) {
      const emitter = emitters.find(({ id }) => id === outage.source);
      const status: LinkStatus =
        outage.status === 'denied' ? 'denied' : 'error';
      return {
        status,
        message: `${emitter?.title ?? outage.source}: ${
          outage.message ?? outage.status
        }`,
      };
    }
    return {
      status: 'not-linked',
      message: `No deployment is on record, and none of ${emitters
        .map(({ title }) => title)
        .join(', ')} knows the entity.`,
    };
  }
}

function factsOf(
  environment: string,
  summary: DeploymentSummary | undefined,
  now: number,
): FactRecord[] {
  const fact = (
    name: string,
    value: number | string,
    at: number,
    url: string | undefined,
  ): FactRecord => ({
    name,
    member: '',
    environment,
    source: DEPLOYMENT_SOURCE_ID,
    strength: 'observed',
    value,
    // What happened stays true, so that it has no limit of freshness.
    observedAt: new Date(at).toISOString(),
    ...(url ? { origins: { '': { url } } } : {}),
  });
  if (!summary) {
    return [fact('deployments.production', 0, now, undefined)];
  }
  const { succeeded, lastAt, lastUrl, rollbackAt, rollbackUrl } = summary;
  return [
    fact('deployments.production', succeeded, lastAt, lastUrl),
    fact('deployments.lastAt', new Date(lastAt).toISOString(), lastAt, lastUrl),
    ...(rollbackAt === undefined
      ? []
      : [
          fact(
            'rollback.provenAt',
            new Date(rollbackAt).toISOString(),
            rollbackAt,
            rollbackUrl,
          ),
        ]),
  ];
}
