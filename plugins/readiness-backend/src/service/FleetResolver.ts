import type {
  BackstageCredentials,
  UserInfoService,
  AuthService,
} from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import {
  readinessScorecardReadPermission,
  type CompiledChecklist,
  type ScorecardFilters,
  type Status,
} from '@airworthy/plugin-readiness-common';
import type { Fleet } from '../fleet/fleetQuery';
import type { FleetFilters, StatusFilter } from '../fleet/FleetFilters';
import type { ScopeResolver } from '../visibility/ScopeResolver';

/** @see FleetResolver */
export interface FleetResolverOptions {
  checklist: CompiledChecklist;
  environments: readonly string[];
  scopes: ScopeResolver;
  auth: AuthService;
  userInfo: UserInfoService;
}

/**
 * Turns who asks, and what for, into the scorecards that a query is about. All
 * routes go through it, so that none can forget the reader's scope.
 */
export class FleetResolver {
  readonly #options: FleetResolverOptions;

  constructor(options: FleetResolverOptions) {
    this.#options = options;
  }

  async resolve(
    credentials: BackstageCredentials,
    query: ScorecardFilters = {},
  ): Promise<Fleet> {
    const environment = this.environmentOf(query);
    const filters = await this.#filters(credentials, query);
    return {
      checklist: this.#options.checklist.id,
      environment,
      scope: await this.#options.scopes.resolve(
        credentials,
        readinessScorecardReadPermission,
      ),
      filters,
    };
  }

  /**
   * @throws NotFoundError where the checklist is another than the one in force
   * @throws InputError where the environment is not evaluated
   */
  environmentOf(query: { checklist?: string; environment?: string }): string {
    const { checklist, environments } = this.#options;
    if (query.checklist !== undefined && query.checklist !== checklist.id) {
      throw new NotFoundError(`There is no checklist "${query.checklist}"`);
    }
    const environment = query.environment ?? environments[0];
    if (!environments.includes(environment)) {
      throw new InputError(
        `The environment "${environment}" is not evaluated; readiness.environments names ${environments.join(
          ', ',
        )}`,
      );
    }
    return environment;
  }

  async #filters(
    credentials: BackstageCredentials,
    query: ScorecardFilters,
  ): Promise<FleetFilters> {
    return {
      text: query.q,
      owners: query.owner,
      systems: query.system,
      domains: query.domain,
      tiers: query.tier,
      lifecycles: query.lifecycle,
      levels: query.level,
      kinds: query.kind,
      statuses: this.#statusFilters(query.status),
      mine:
        query.scope === 'mine' ? await this.#ownRefs(credentials) : undefined,
    };
  }

  async #ownRefs(credentials: BackstageCredentials): Promise<string[]> {
    const { auth, userInfo } = this.#options;
    if (!auth.isPrincipal(credentials, 'user')) {
      return [];
    }
    const { ownershipEntityRefs } = await userInfo.getUserInfo(credentials);
    return ownershipEntityRefs;
  }

  #statusFilters(
    wanted: readonly string[] | undefined,
  ): StatusFilter[] | undefined {
    if (!wanted) {
      return undefined;
    }
    const byColumn = new Map<number, Status[]>();
    for (const text of wanted) {
      const split = text.lastIndexOf(':');
      const check = text.slice(0, split);
      const column = this.#options.checklist.columnOf(check);
      if (column === undefined) {
        throw new InputError(`There is no active check "${check}"`);
      }
      // The document allows no other word.
      const status = text.slice(split + 1) as Status;
      byColumn.set(column, [...(byColumn.get(column) ?? []), status]);
    }
    return [...byColumn].map(([column, statuses]) => ({ column, statuses }));
  }
}
