import type { SourceDescriptor } from '@airworthy/plugin-readiness-common';
import {
  type CollectContext,
  type EntityEvidence,
  type EvidenceSource,
  frameOf,
  LinkKeeper,
  type UpstreamClientOptions,
  upstreamCallOf,
} from '@airworthy/plugin-readiness-node';
import type { GithubCredentialsProvider } from '@backstage/integration';
import { GithubApi } from '../api/GithubApi';
import { STATES_AT_A_TIME } from '../api/queries';
import type { AccountConfig } from '../config';
import { AlertCounts } from './AlertCounts';
import { groupByRepository, type RepositoryGroup } from './groupByRepository';
import { SLUG_ANNOTATION } from './linkRepository';
import { RepositoryBatch } from './RepositoryBatch';
import { RepositoryBooks } from './RepositoryBooks';

/** @see GithubSource.create */
export interface GithubSourceOptions
  extends Pick<UpstreamClientOptions, 'logger' | 'retry' | 'breaker'> {
  credentials: GithubCredentialsProvider;
}

/**
 * What GitHub observes of the repositories of one organization. Lists and states
 * are asked for in bulk; details only of what changed.
 */
export class GithubSource implements EvidenceSource {
  readonly descriptor: SourceDescriptor;
  readonly schedule: AccountConfig['schedule'];
  readonly linkedBy = [SLUG_ANNOTATION];
  readonly emits = ['deployments'] as const;
  readonly #account: AccountConfig;
  readonly #api: GithubApi;
  readonly #links = new LinkKeeper();

  static create(
    account: AccountConfig,
    options: GithubSourceOptions,
  ): GithubSource {
    return new GithubSource(account, GithubApi.create(account, options));
  }

  private constructor(account: AccountConfig, api: GithubApi) {
    this.#account = account;
    this.#api = api;
    this.schedule = account.schedule;
    this.descriptor = {
      id: `github:${account.name}`,
      kind: 'github',
      title: `GitHub ${account.name}`,
      strength: 'observed',
      supplies: [
        'branchProtection.reviews',
        'codeowners.owners',
        'codeowners.errors',
        'dependencyScanning.enabled',
        ...(account.alerts.includes('dependabot')
          ? ['dependencyScanning.openCritical']
          : []),
        'secretScanning.enabled',
        ...(account.alerts.includes('secretScanning')
          ? ['secretScanning.openAlerts']
          : []),
        ...(account.alerts.includes('codeScanning')
          ? ['codeScanning.openAlerts']
          : []),
      ],
    };
  }

  async collect(context: CollectContext): Promise<void> {
    const { freshness } = this.#account;
    await this.#links.run(context, freshness, emit =>
      this.#collect(context, emit),
    );
  }

  async #collect(
    context: CollectContext,
    emit: (evidence: EntityEvidence[]) => Promise<void>,
  ): Promise<void> {
    const call = upstreamCallOf(context);
    const api = this.#api;
    const account = this.#account;
    const groups = await groupByRepository(context, account, emit);
    if (groups.size === 0 && context.only) {
      return;
    }
    const books = new RepositoryBooks(context.checkpoint);
    const [listed, counts] = await Promise.all([
      api.repositories(context, call),
      AlertCounts.read({ api, kinds: account.alerts, context, call }),
    ]);
    const repositories = new Map(
      listed.map(repository => [repository.slug.toLowerCase(), repository]),
    );
    const batch = new RepositoryBatch({
      api,
      account,
      counts,
      books,
      context,
      frame: frameOf({
        source: this.descriptor.id,
        environment: '',
        observed: context.now,
        freshness: account.freshness,
      }),
    });

    const found: RepositoryGroup[] = [];
    const missing: EntityEvidence[] = [];
    for (const group of groups.values()) {
      const repository = repositories.get(group.slug);
      const link = refusalOf(group.slug, repository, account);
      if (repository && !link) {
        found.push({ ...group, repository });
      } else if (link) {
        missing.push(
          ...group.entities.map(({ ref }) => ({
            entityRef: ref,
            link,
            facts: [],
          })),
        );
      }
    }
    await emit(missing);
    if (context.only) {
      await emit(await batch.refresh(found));
      return;
    }
    await this.#goThrough(found, { batch, books, context, emit });
    await books.retain(new Set(found.map(({ slug }) => slug)));
    await books.setProgress(undefined);
  }

  /** In fifties, from where an interrupted run stopped. */
  async #goThrough(
    groups: RepositoryGroup[],
    run: {
      batch: RepositoryBatch;
      books: RepositoryBooks;
      context: CollectContext;
      emit: (evidence: EntityEvidence[]) => Promise<void>;
    },
  ): Promise<void> {
    const { batch, books, context, emit } = run;
    const interrupted = await books.progress();
    // What was done long ago is due again before the rest is.
    const resumed =
      interrupted &&
      context.now - interrupted.startedAt < this.#account.freshness / 2
        ? interrupted
        : undefined;
    const ordered = groups
      .map(group => ({
        group,
        position: RepositoryBooks.positionOf(group.slug),
      }))
      .filter(({ position }) => !resumed || position > resumed.after)
      .sort((a, b) => (a.position < b.position ? -1 : 1));
    for (let from = 0; from < ordered.length; from += STATES_AT_A_TIME) {
      context.signal.throwIfAborted();
      const part = ordered.slice(from, from + STATES_AT_A_TIME);
      await emit(await batch.observe(part.map(({ group }) => group)));
      await books.save();
      await books.setProgress({
        after: part[part.length - 1].position,
        startedAt: resumed?.startedAt ?? context.now,
      });
    }
  }
}

/** Why nothing is to be asked about a repository. */
function refusalOf(
  slug: string,
  repository: { archived: boolean } | undefined,
  { organization, host }: AccountConfig,
): EntityEvidence['link'] | undefined {
  if (!repository) {
    return {
      status: 'not-found',
      message: `${organization} at ${host} has no repository ${slug}, or the token may not see it.`,
    };
  }
  return repository.archived
    ? { status: 'disabled', message: `The repository ${slug} is archived.` }
    : undefined;
}
