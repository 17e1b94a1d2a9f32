import { createHash } from 'node:crypto';
import type {
  BackstageCredentials,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AuthorizeResult,
  type PolicyDecision,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  createConditionTransformer,
  type PermissionResourceRef,
} from '@backstage/plugin-permission-node';
import type { Scope } from './Scope';
import type { VisibilitySet, VisibilityStore } from './VisibilityStore';

/**
 * @see ScopeResolver
 *
 * @public
 */
export interface ScopeResolverOptions<TResource, TFilter> {
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  catalog: Pick<CatalogService, 'getEntityFacets'>;
  store: VisibilityStore;
  /** What the conditions of the plugin are about. */
  resourceRef: PermissionResourceRef<TResource, TFilter>;
  /** Told when the catalog was asked: how many it shows, and in what time. */
  onFilled?(entities: number, milliseconds: number): void;
  /** Milliseconds since the epoch. */
  now: () => number;
}

/** What the catalog shows is asked again after this long. */
const SET_LIFETIME_MS = 60_000;

/**
 * Finds out what a reader may see: which entities the catalog shows, and which
 * resources the plugin's own permission allows.
 *
 * A conditional decision on the catalog is asked of the catalog itself, once
 * for all readers with the same conditions, and kept for a minute.
 *
 * @public
 */
export class ScopeResolver<TResource, TFilter> {
  readonly #options: ScopeResolverOptions<TResource, TFilter>;
  readonly #pending = new Map<string, Promise<VisibilitySet>>();

  constructor(options: ScopeResolverOptions<TResource, TFilter>) {
    this.#options = options;
  }

  /**
   * The scope of a reader for a permission of the plugin.
   *
   * @throws ServiceUnavailableError where the catalog does not say what it
   *   shows: an unfiltered answer would be the alternative
   */
  async resolve(
    credentials: BackstageCredentials,
    permission: ResourcePermission<string>,
  ): Promise<Scope<TFilter>> {
    const [catalog, resources] =
      await this.#options.permissions.authorizeConditional(
        [{ permission: catalogEntityReadPermission }, { permission }],
        { credentials },
      );
    return this.#combine(credentials, catalog, resources);
  }

  /** What the catalog alone shows: tells "not there" from "not for you". */
  async resolveCatalog(
    credentials: BackstageCredentials,
  ): Promise<Scope<TFilter>> {
    const [catalog] = await this.#options.permissions.authorizeConditional(
      [{ permission: catalogEntityReadPermission }],
      { credentials },
    );
    return this.#combine(credentials, catalog, {
      result: AuthorizeResult.ALLOW,
    });
  }

  async #combine(
    credentials: BackstageCredentials,
    catalog: PolicyDecision,
    resources: PolicyDecision,
  ): Promise<Scope<TFilter>> {
    if (
      catalog.result === AuthorizeResult.DENY ||
      resources.result === AuthorizeResult.DENY
    ) {
      return { kind: 'none' };
    }
    const scope: Scope<TFilter> = { kind: 'some' };
    if (catalog.result === AuthorizeResult.CONDITIONAL) {
      const key = createHash('sha256')
        .update(JSON.stringify(catalog.conditions))
        .digest('base64');
      scope.catalogSet = (await this.#set(key, credentials)).id;
    }
    if (resources.result === AuthorizeResult.CONDITIONAL) {
      const { permissionsRegistry, resourceRef } = this.#options;
      const transform = createConditionTransformer(
        permissionsRegistry.getPermissionRuleset(resourceRef),
      );
      scope.conditions = transform(resources.conditions);
    }
    return scope.catalogSet === undefined && !scope.conditions
      ? { kind: 'all' }
      : scope;
  }

  async #set(
    key: string,
    credentials: BackstageCredentials,
  ): Promise<VisibilitySet> {
    const { store, now } = this.#options;
    const found = await store.find(key, now() - SET_LIFETIME_MS);
    if (found) {
      return found;
    }
    // Pages ask for several things at once: one question serves them all.
    const pending = this.#pending.get(key);
    if (pending) {
      return pending;
    }
    const filling = this.#fill(key, credentials).finally(() =>
      this.#pending.delete(key),
    );
    this.#pending.set(key, filling);
    return filling;
  }

  async #fill(
    key: string,
    credentials: BackstageCredentials,
  ): Promise<VisibilitySet> {
    const { catalog, store, onFilled, now } = this.#options;
    const startedAt = now();
    try {
      const { facets } = await catalog.getEntityFacets(
        { facets: ['metadata.uid'] },
        { credentials },
      );
      const uids = (facets['metadata.uid'] ?? []).map(facet => facet.value);
      const set = await store.create(key, uids, startedAt);
      onFilled?.(uids.length, now() - startedAt);
      return set;
    } catch (cause) {
      throw new ServiceUnavailableError(
        'The catalog does not say which entities you may see; try again soon',
        cause,
      );
    }
  }
}
