import {
  type CollectContext,
  type EntityEvidence,
  type FactFrame,
  hashJson,
  upstreamCallOf,
} from '@airworthy/plugin-readiness-node';
import type { GithubApi } from '../api/GithubApi';
import { DETAILS_AT_A_TIME } from '../api/queries';
import type {
  GithubDeployment,
  RepositoryDetails,
  RepositoryState,
} from '../api/schemas';
import type { AccountConfig } from '../config';
import {
  attributeDeployments,
  ownerOfEnvironment,
} from '../deployments/attributeDeployments';
import {
  type ObservedDeployment,
  readDeployment,
} from '../deployments/readDeployment';
import { codeownersFacts } from '../facts/codeownersFacts';
import { repositoryFacts } from '../facts/repositoryFacts';
import type { AlertCounts } from './AlertCounts';
import type { RepositoryGroup } from './groupByRepository';
import { ENVIRONMENTS_ANNOTATION, type LinkedEntity } from './linkRepository';
import type { RepositoryBook, RepositoryBooks } from './RepositoryBooks';

const DAY = 24 * 60 * 60 * 1000;

/** Pages of older deployments of one repository, a hundred each. */
const MAX_OLDER_PAGES = 5;

/** @see RepositoryBatch */
export interface RepositoryBatchOptions {
  api: GithubApi;
  account: AccountConfig;
  counts: AlertCounts;
  books: RepositoryBooks;
  context: CollectContext;
  frame: FactFrame;
}

/** Some repositories at a time: their state, and the details of what changed. */
export class RepositoryBatch {
  readonly #options: RepositoryBatchOptions;

  constructor(options: RepositoryBatchOptions) {
    this.#options = options;
  }

  /**
   * Evidence of up to fifty repositories; what did not change is said to be so.
   * Their deployments are recorded.
   *
   * @throws UpstreamError
   */
  async observe(groups: readonly RepositoryGroup[]): Promise<EntityEvidence[]> {
    const { books, context, frame } = this.#options;
    const states = await this.#statesOf(groups);
    const evidence: EntityEvidence[] = [];
    const changed: RepositoryGroup[] = [];
    for (const group of groups) {
      const state = states.get(group.repository.id);
      const book = await books.get(group.slug);
      if (!state) {
        evidence.push(...(await this.#unseen(group)));
      } else if (
        book?.stamp === this.#stampOf(group, state) &&
        // Some of it changes unseen: a team that CODEOWNERS names is deleted.
        context.now - book.detailsAt < DAY
      ) {
        evidence.push(
          ...group.entities.map(({ ref }) => ({
            entityRef: ref,
            link: { status: 'ok' as const },
            facts: [],
            unchanged: {
              observedAt: frame.observedAt,
              expiresAt: frame.expiresAt,
            },
          })),
        );
      } else {
        changed.push(group);
      }
    }
    evidence.push(...(await this.#read(changed, states, { remember: true })));
    return evidence;
  }

  /**
   * Evidence of single entities that somebody asked to refresh. Their neighbours
   * in the repository are not known here, so nothing is remembered.
   *
   * @throws UpstreamError
   */
  async refresh(groups: readonly RepositoryGroup[]): Promise<EntityEvidence[]> {
    const states = await this.#statesOf(groups);
    const evidence: EntityEvidence[] = [];
    for (const group of groups) {
      evidence.push(
        ...(states.has(group.repository.id)
          ? await this.#read([group], states, { remember: false })
          : await this.#unseen(group)),
      );
    }
    return evidence;
  }

  /**
   * The list has it, the query not: a token that sees names alone. What was
   * known keeps its age.
   */
  async #unseen({
    entities,
    slug,
  }: RepositoryGroup): Promise<EntityEvidence[]> {
    const { account, books } = this.#options;
    const book = await books.get(slug);
    return entities.map(({ ref }) => ({
      entityRef: ref,
      link: {
        status: 'denied',
        message: `The token may not read the repository ${slug}.`,
      },
      facts: [],
      ...(book
        ? {
            unchanged: {
              observedAt: new Date(book.detailsAt).toISOString(),
              expiresAt: new Date(
                book.detailsAt + account.freshness,
              ).toISOString(),
            },
          }
        : {}),
    }));
  }

  async #statesOf(
    groups: readonly RepositoryGroup[],
  ): Promise<Map<string, RepositoryState>> {
    const { api, context } = this.#options;
    return groups.length === 0
      ? new Map()
      : api.states(
          groups.map(({ repository }) => repository.id),
          this.#environmentsOf(groups),
          upstreamCallOf(context),
        );
  }

  async #read(
    groups: readonly RepositoryGroup[],
    states: ReadonlyMap<string, RepositoryState>,
    options: { remember: boolean },
  ): Promise<EntityEvidence[]> {
    const { api, context } = this.#options;
    const evidence: EntityEvidence[] = [];
    for (let from = 0; from < groups.length; from += DETAILS_AT_A_TIME) {
      context.signal.throwIfAborted();
      const part = groups.slice(from, from + DETAILS_AT_A_TIME);
      const details = await api.details(
        part.map(({ repository }) => repository.id),
        this.#environmentsOf(part),
        upstreamCallOf(context),
      );
      for (const group of part) {
        const own = details.get(group.repository.id);
        const state = states.get(group.repository.id);
        if (!own || !state) {
          evidence.push(...(await this.#unseen(group)));
          continue;
        }
        evidence.push(...this.#evidenceOf(group, state, own));
        await this.#record(group, state, own, options);
      }
    }
    return evidence;
  }

  #evidenceOf(
    group: RepositoryGroup,
    state: RepositoryState,
    details: RepositoryDetails,
  ): EntityEvidence[] {
    const { counts, frame } = this.#options;
    const { slug, repository, entities } = group;
    const shared = repositoryFacts(
      { slug, state, secretScanning: repository.secretScanning },
      counts,
      frame,
    );
    const branch = state.defaultBranchRef?.name ?? 'HEAD';
    return entities.map(({ ref, folder }) => ({
      entityRef: ref,
      link: { status: 'ok' },
      facts: [
        ...shared,
        ...codeownersFacts(details, {
          frame,
          folder,
          filesUrl: `${state.url}/blob/${branch}`,
        }),
      ],
    }));
  }

  /** Records the deployments of a repository, and what was seen of it. */
  async #record(
    group: RepositoryGroup,
    state: RepositoryState,
    details: RepositoryDetails,
    options: { remember: boolean },
  ): Promise<void> {
    const { account, books, context } = this.#options;
    const book = await books.get(group.slug);
    const deployments = await this.#deploymentsOf(group, details, book);
    const entities = await this.#neighboursOf(group);
    await context.emitDeployments(
      attributeDeployments(deployments, {
        entities,
        environments: account.environments,
        url: `${state.url}/deployments`,
        since: book?.settled,
      }).filter(({ entityRef }) =>
        group.entities.some(({ ref }) => ref === entityRef),
      ),
    );
    this.#reportAmbiguous(group.slug, deployments, entities);
    if (options.remember) {
      const settled = settledUntil(deployments, context.now) ?? book?.settled;
      await books.set(group.slug, {
        stamp: this.#stampOf(group, state),
        detailsAt: context.now,
        ...(settled === undefined ? {} : { settled }),
        entities,
      });
    }
  }

  /** In a refresh of one entity its neighbours are those of the last run. */
  async #neighboursOf(group: RepositoryGroup): Promise<LinkedEntity[]> {
    const { books, context } = this.#options;
    if (!context.only) {
      return group.entities;
    }
    const own = new Set(group.entities.map(({ ref }) => ref));
    const book = await books.get(group.slug);
    return [
      ...group.entities,
      ...(book?.entities ?? []).filter(({ ref }) => !own.has(ref)),
    ];
  }

  /**
   * The newest deployments, and older ones as far as they are not settled or,
   * of a repository that is new, as the history goes.
   */
  async #deploymentsOf(
    group: RepositoryGroup,
    details: RepositoryDetails,
    book: RepositoryBook | undefined,
  ): Promise<ObservedDeployment[]> {
    const { account, api, context } = this.#options;
    const oldest =
      book?.settled ?? new Date(context.now - account.history).toISOString();
    const nodes: Array<GithubDeployment | null> = [];
    let page: RepositoryDetails['deployments'] | undefined =
      details.deployments;
    for (let further = 0; page; further++) {
      nodes.push(...(page.nodes ?? []));
      const { hasNextPage, endCursor } = page.pageInfo;
      const last = nodes.at(-1)?.createdAt;
      const reached =
        last === undefined || Date.parse(last) < Date.parse(oldest);
      if (!hasNextPage || !endCursor || reached || further >= MAX_OLDER_PAGES) {
        break;
      }
      page = await api.olderDeployments(
        group.repository.id,
        this.#environmentsOf([group]),
        endCursor,
        upstreamCallOf(context),
      );
    }
    return nodes.flatMap(node => (node && readDeployment(node)) ?? []);
  }

  #reportAmbiguous(
    slug: string,
    deployments: readonly ObservedDeployment[],
    entities: readonly LinkedEntity[],
  ): void {
    const { account, context } = this.#options;
    const names = new Set(deployments.map(({ environment }) => environment));
    for (const name of names) {
      const owner = ownerOfEnvironment(name, entities, account.environments);
      if (owner && 'ambiguous' in owner) {
        context.reportError({
          message: `${slug}: several services share the environment ${name}; the annotation ${ENVIRONMENTS_ANNOTATION} of each would tell whose its deployments are.`,
        });
      }
    }
  }

  #environmentsOf(groups: readonly RepositoryGroup[]): string[] {
    const names = new Set(this.#options.account.environments.keys());
    for (const { entities } of groups) {
      for (const { environments } of entities) {
        environments.forEach(name => names.add(name));
      }
    }
    return [...names].sort();
  }

  #stampOf(group: RepositoryGroup, state: RepositoryState): string {
    const { account, counts } = this.#options;
    return hashJson([
      state,
      group.repository,
      group.entities,
      account.alerts.map(kind => counts.of(kind, group.slug)),
      [...account.environments],
    ]).slice(0, 24);
  }
}

/**
 * What is past and will not change any more: the start of the oldest deployment
 * that may, since it is under way or ended within the day. ISO 8601.
 */
function settledUntil(
  deployments: readonly ObservedDeployment[],
  now: number,
): string | undefined {
  const open = deployments
    .filter(
      ({ finishedAt, startedAt }) =>
        now - Date.parse(finishedAt ?? startedAt) < DAY,
    )
    .map(({ startedAt }) => startedAt)
    .sort();
  const newest = deployments
    .map(({ startedAt }) => startedAt)
    .sort()
    .at(-1);
  return open[0] ?? newest;
}
