import {
  type CollectContext,
  type ClusterInventory,
  type UpstreamCall,
  UpstreamError,
  upstreamCallOf,
} from '@airworthy/plugin-readiness-node';
import type { JsonObject } from '@backstage/types';
import type { KubernetesApi } from '../kubernetes/KubernetesApi';
import {
  type ResourceKind,
  resourceKinds,
  resourceName,
} from '../kubernetes/resourceKinds';
import { ListingProgress } from './ListingProgress';
import { trimObject } from './trimObject';

/** Lists that begin anew, since the cluster forgot where they were, before a run fails. */
const MAX_RESTARTS = 3;

interface ServedKind {
  resource: ResourceKind;
  version: string;
}

/**
 * Lists what a cluster holds, kind by kind and page by page. A kind that must not
 * be listed is left out and said so; anything else that goes wrong ends the
 * listing, and what was listed until then is in the progress.
 */
export class InventoryReader {
  readonly #api: KubernetesApi;
  readonly #name: string;

  constructor(options: { api: KubernetesApi; name: string }) {
    this.#api = options.api;
    this.#name = options.name;
  }

  /** All that the cluster holds, going on from what the progress has. */
  async readAll(
    context: CollectContext,
    progress: ListingProgress,
    afterPage: () => Promise<void>,
  ): Promise<ClusterInventory> {
    return this.#read(context, progress, [undefined], afterPage);
  }

  /**
   * What some namespaces hold, and what they need of the rest of the cluster; all
   * of it where none is named.
   */
  async readNamespaces(
    context: CollectContext,
    namespaces: readonly string[],
  ): Promise<ClusterInventory> {
    return this.#read(
      context,
      new ListingProgress(context.now),
      namespaces.length > 0 ? namespaces : [undefined],
      async () => {},
    );
  }

  async #read(
    context: CollectContext,
    progress: ListingProgress,
    namespaces: ReadonlyArray<string | undefined>,
    afterPage: () => Promise<void>,
  ): Promise<ClusterInventory> {
    const stop = new AbortController();
    const call: UpstreamCall = {
      ...upstreamCallOf(context),
      signal: AbortSignal.any([context.signal, stop.signal]),
    };
    const served = await this.#servedKinds(context, call);
    let failure: { error: unknown } | undefined;
    await Promise.all(
      served.flatMap(kind =>
        placesOf(kind.resource, namespaces).map(async namespace => {
          try {
            await this.#list(kind, namespace, { progress, call, afterPage });
          } catch (error) {
            // What follows from the first failure says nothing new.
            failure ??= { error };
            stop.abort();
          }
        }),
      ),
    );
    if (failure) {
      throw failure.error;
    }
    return inventoryOf(progress, served);
  }

  /** Kinds of operators that the cluster does not have are none. */
  async #servedKinds(
    context: CollectContext,
    call: UpstreamCall,
  ): Promise<ServedKind[]> {
    let groups: ReadonlyMap<string, string[]>;
    try {
      groups = await this.#api.servedVersions(call);
    } catch (error) {
      if (!isForbidden(error)) {
        throw error;
      }
      context.reportError({
        message: `${error.message}. Without it only what every cluster has is looked at: bind the token to system:discovery.`,
      });
      return resourceKinds
        .filter(resource => !resource.custom)
        .map(resource => ({ resource, version: resource.versions[0] }));
    }
    return resourceKinds.flatMap(resource => {
      const versions = groups.get(resource.group);
      const version = resource.versions.find(known =>
        versions?.includes(known),
      );
      if (version !== undefined) {
        return [{ resource, version }];
      }
      if (!resource.custom) {
        return [{ resource, version: resource.versions[0] }];
      }
      if (versions) {
        context.reportError({
          message: `Kubernetes ${this.#name}: ${resourceName(
            resource,
          )} is served in ${versions.join(
            ', ',
          )} alone, of which none is known; it is left out.`,
        });
      }
      return [];
    });
  }

  async #list(
    { resource, version }: ServedKind,
    namespace: string | undefined,
    run: {
      progress: ListingProgress;
      call: UpstreamCall;
      afterPage: () => Promise<void>;
    },
  ): Promise<void> {
    const state = run.progress.of(progressKey(resource, namespace));
    let restarts = 0;
    while (!state.done) {
      try {
        const page = await this.#api.list(
          resource,
          { version, namespace, from: state.next },
          run.call,
        );
        for (const item of page.items) {
          state.items.push(trimObject(item));
        }
        state.next = page.next;
        state.done = page.next === undefined;
      } catch (error) {
        if (isGone(error) && state.next !== undefined) {
          restarts += 1;
          if (restarts > MAX_RESTARTS) {
            throw error;
          }
          state.items = [];
          state.next = undefined;
        } else if (isForbidden(error)) {
          state.items = [];
          state.next = undefined;
          state.hidden = `${this.#name} does not let ${resourceName(
            resource,
          )} be listed (403)`;
          state.done = true;
        } else if (isMissing(error) && resource.custom) {
          // The group is served, and this kind of it is not.
          state.done = true;
        } else {
          throw error;
        }
      }
      await run.afterPage();
    }
  }
}

function placesOf(
  resource: ResourceKind,
  namespaces: ReadonlyArray<string | undefined>,
): ReadonlyArray<string | undefined> {
  return resource.namespaced && !resource.elsewhere ? namespaces : [undefined];
}

function progressKey(
  resource: ResourceKind,
  namespace: string | undefined,
): string {
  const name = resourceName(resource);
  return namespace === undefined ? name : `${name} in ${namespace}`;
}

function inventoryOf(
  progress: ListingProgress,
  served: readonly ServedKind[],
): ClusterInventory {
  const objects: JsonObject[] = [];
  const hidden = new Map<string, string>();
  const kinds = new Map(
    served.map(({ resource }) => [resourceName(resource), resource.kind]),
  );
  for (const [key, state] of progress.kinds) {
    const kind = kinds.get(key.split(' ')[0]);
    if (kind !== undefined) {
      for (const item of state.items) {
        objects.push(item);
      }
      if (state.hidden !== undefined) {
        hidden.set(kind, state.hidden);
      }
    }
  }
  return { objects, hidden };
}

function isForbidden(error: unknown): error is UpstreamError {
  return error instanceof UpstreamError && error.status === 403;
}

function isGone(error: unknown): boolean {
  return error instanceof UpstreamError && error.status === 410;
}

function isMissing(error: unknown): boolean {
  return error instanceof UpstreamError && error.status === 404;
}
