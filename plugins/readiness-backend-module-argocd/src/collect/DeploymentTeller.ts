import type { Deployment } from '@airworthy/plugin-readiness-common';
import {
  type CollectContext,
  type InOwnName,
  UpstreamError,
  upstreamCallOf,
} from '@airworthy/plugin-readiness-node';
import type { ArgoCdApi } from '../api/ArgoCdApi';
import type { Application } from '../api/schemas';
import {
  type ApplicationDeployment,
  readDeployments,
} from '../deployments/readDeployments';
import { ApplicationBooks } from './ApplicationBooks';

/** An application, whose it is, and where it deploys to. */
export interface OwnedApplication {
  application: Application;
  /** Sorted. */
  refs: string[];
  environment: string;
  url: string;
}

/** Applications after which what was told is remembered. */
const BATCH = 20;

/**
 * Tells the deployments of applications whose last operation moved since they were
 * looked at: one question for each of those, and one for the commit of the newest
 * deployment. It remembers how far it came, so that a run which is interrupted
 * goes on from there.
 */
export class DeploymentTeller {
  constructor(private readonly api: ArgoCdApi) {}

  async tell(
    context: CollectContext,
    owned: readonly OwnedApplication[],
    all: readonly Application[],
  ): Promise<void> {
    const books = await ApplicationBooks.open(context);
    const moved = owned.filter(item => hasMoved(item, books, context));
    for (let start = 0; start < moved.length; start += BATCH) {
      context.signal.throwIfAborted();
      await this.#tellBatch(context, moved.slice(start, start + BATCH), books);
    }
    if (!context.only) {
      books.keepOnly(all);
      await books.save(context);
    }
  }

  async #tellBatch(
    context: CollectContext,
    batch: readonly OwnedApplication[],
    books: ApplicationBooks,
  ): Promise<void> {
    const asked = await Promise.allSettled(
      batch.map(item => this.#ask(context, item, books)),
    );
    const failed = asked.find(result => result.status === 'rejected');
    const told = asked.flatMap(result =>
      result.status === 'fulfilled' && result.value ? [result.value] : [],
    );
    await context.emitDeployments(
      told.flatMap(({ deployments }) => deployments),
    );
    // One of several owners that is told again says nothing of the others.
    for (const { item, newest } of context.only ? [] : told) {
      books.set(item.application, {
        operation: operationOf(item.application),
        refs: item.refs,
        ...(newest === undefined ? {} : { told: newest }),
      });
    }
    await books.save(context);
    if (failed) {
      throw failed.reason;
    }
  }

  async #ask(
    context: CollectContext,
    item: OwnedApplication,
    books: ApplicationBooks,
  ) {
    const call = upstreamCallOf(context);
    let application: Application;
    try {
      application = await this.api.application(item.application, call);
    } catch (error) {
      if (error instanceof UpstreamError && passesBy(error)) {
        context.reportError({ message: error.message });
        return undefined;
      }
      throw error;
    }
    const book = books.of(item.application);
    // Who was not told before is told all of it.
    const told = sameRefs(book?.refs, item.refs) ? book?.told ?? '' : '';
    const deployments = readDeployments(application);
    // The operation that was open when it was told may have ended since.
    const fresh = deployments.filter(({ startedAt }) => startedAt >= told);
    const newest = fresh.at(-1);
    const dated = newest && (await this.#date(context, application, newest));
    return {
      item,
      newest: deployments.at(-1)?.startedAt,
      deployments: fresh.flatMap(deployment =>
        toDeployments(
          deployment === newest && dated ? dated : deployment,
          item,
        ),
      ),
    };
  }

  /** Adds to a deployment when its commit was made, and its tag as version. */
  async #date(
    context: CollectContext,
    application: Application,
    deployment: ApplicationDeployment,
  ): Promise<ApplicationDeployment> {
    const { commit } = deployment;
    if (!commit) {
      return deployment;
    }
    try {
      const { date, tags } = await this.api.revisionMetadata(
        application,
        commit.sha,
        upstreamCallOf(context),
      );
      const [tag] = tags ?? [];
      return {
        ...deployment,
        ...(tag === undefined ? {} : { version: tag }),
        commit: {
          ...commit,
          ...(date ? { committedAt: new Date(date).toISOString() } : {}),
        },
      };
    } catch (error) {
      // The repository may be unreachable for it while the deployment is known.
      if (error instanceof UpstreamError && passesBy(error)) {
        return deployment;
      }
      throw error;
    }
  }
}

/** What is wrong with one application and says nothing of the others. */
function passesBy({ reason, status }: UpstreamError): boolean {
  return reason === 'not-found' || reason === 'refused' || status === 403;
}

function hasMoved(
  { application, refs }: OwnedApplication,
  books: ApplicationBooks,
  { only }: CollectContext,
): boolean {
  const book = books.of(application);
  return (
    book?.operation !== operationOf(application) ||
    !(only ? book.refs.includes(only.entityRef) : sameRefs(book.refs, refs))
  );
}

/** Names the last operation, and whether it is over. */
function operationOf({ status }: Application): string {
  const { phase, startedAt, finishedAt } = status?.operationState ?? {};
  return [phase ?? '', startedAt ?? '', finishedAt ?? ''].join(' ');
}

function sameRefs(a: readonly string[] | undefined, b: readonly string[]) {
  return a?.join() === b.join();
}

function toDeployments(
  deployment: ApplicationDeployment,
  { application, refs, environment, url }: OwnedApplication,
): InOwnName<Deployment>[] {
  const { name, namespace = '' } = application.metadata;
  return refs.map(entityRef => ({
    ...deployment,
    entityRef,
    environment,
    key: `${namespace}/${name}@${deployment.startedAt} ${entityRef}`,
    url,
  }));
}
