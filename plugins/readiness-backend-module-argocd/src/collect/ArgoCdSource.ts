import type {
  FactDefinition,
  SourceDescriptor,
} from '@airworthy/plugin-readiness-common';
import {
  type CollectContext,
  type EntityEvidence,
  type EvidenceSource,
  frameOf,
  LinkKeeper,
  type SourceEntity,
  type UpstreamClientOptions,
  upstreamCallOf,
} from '@airworthy/plugin-readiness-node';
import { ArgoCdApi } from '../api/ArgoCdApi';
import type { Application } from '../api/schemas';
import type { InstanceConfig } from '../config';
import { applicationFacts, applications } from '../facts/applicationFacts';
import {
  ApplicationIndex,
  LINKING_ANNOTATIONS,
} from '../join/ApplicationIndex';
import { DeploymentTeller, type OwnedApplication } from './DeploymentTeller';

/** The facts that Argo CD brings besides the default ones. */
export const argoCdFacts: readonly FactDefinition[] = [applications];

/**
 * What one Argo CD observes of all entities: its list of applications in one call,
 * and the single application where an operation ended since.
 */
export class ArgoCdSource implements EvidenceSource {
  readonly descriptor: SourceDescriptor;
  readonly schedule: InstanceConfig['schedule'];
  readonly fields = ['metadata.annotations'];
  readonly linkedBy = LINKING_ANNOTATIONS;
  readonly emits = ['deployments'] as const;
  readonly #config: InstanceConfig;
  readonly #api: ArgoCdApi;
  readonly #teller: DeploymentTeller;
  readonly #links = new LinkKeeper();

  static create(
    config: InstanceConfig,
    options: Pick<UpstreamClientOptions, 'logger' | 'retry' | 'breaker'> = {},
  ): ArgoCdSource {
    return new ArgoCdSource(config, new ArgoCdApi(config, options));
  }

  private constructor(config: InstanceConfig, api: ArgoCdApi) {
    this.#config = config;
    this.#api = api;
    this.#teller = new DeploymentTeller(api);
    this.schedule = config.schedule;
    this.descriptor = {
      id: `argocd:${config.name}`,
      kind: 'argocd',
      title: `Argo CD ${config.name}`,
      strength: 'observed',
      supplies: [applications.name, 'workloads.revisionHistoryLimit'],
    };
  }

  async collect(context: CollectContext): Promise<void> {
    await this.#links.run(context, this.#config.freshness, async emit => {
      const all = await this.#api.applications(upstreamCallOf(context));
      const index = new ApplicationIndex(all, this.#config.name);
      const owners = new Map<Application, string[]>();
      for await (const entities of context.entities()) {
        context.signal.throwIfAborted();
        await emit(
          entities.map(entity =>
            this.#evidenceOf(entity, index, owners, context.now),
          ),
        );
      }
      await this.#teller.tell(context, this.#ownedOf(owners), all);
    });
  }

  #evidenceOf(
    entity: SourceEntity,
    index: ApplicationIndex,
    owners: Map<Application, string[]>,
    now: number,
  ): EntityEvidence {
    const found = index.find(entity);
    if (found.link) {
      return { entityRef: entity.ref, link: found.link, facts: [] };
    }
    const facts = found.applications.flatMap(application => {
      const environment = this.#environmentOf(application);
      if (environment === undefined) {
        return [];
      }
      owners.set(application, [...(owners.get(application) ?? []), entity.ref]);
      return applicationFacts(application, {
        frame: frameOf({
          source: this.descriptor.id,
          environment,
          observed: now,
          freshness: this.#config.freshness,
        }),
        url: this.#urlOf(application),
      });
    });
    const names = found.applications.map(({ metadata }) => metadata.name);
    return {
      entityRef: entity.ref,
      link: { status: 'ok', message: `Matched: ${names.join(', ')}.` },
      facts,
    };
  }

  #ownedOf(owners: ReadonlyMap<Application, string[]>): OwnedApplication[] {
    return [...owners].map(([application, refs]) => ({
      application,
      refs: refs.sort(),
      environment: this.#environmentOf(application) ?? '',
      url: this.#urlOf(application),
    }));
  }

  #environmentOf({ spec }: Application): string | undefined {
    const { name = '', server = '', namespace = '' } = spec?.destination ?? {};
    return this.#config.environmentOf({
      cluster: name,
      server,
      namespace,
      project: spec?.project ?? '',
    });
  }

  #urlOf({ metadata }: Application): string {
    return [
      this.#config.publicUrl,
      'applications',
      ...(metadata.namespace ? [encodeURIComponent(metadata.namespace)] : []),
      encodeURIComponent(metadata.name),
    ].join('/');
  }
}
