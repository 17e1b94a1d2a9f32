import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import type { ResourcePermission } from '@backstage/plugin-permission-common';
import type { Fleet } from '../fleet/fleetQuery';
import type {
  ScorecardReader,
  StoredEvaluation,
} from '../fleet/ScorecardReader';
import type { ScopeResolver } from '../visibility/ScopeResolver';
import type { FleetResolver } from './FleetResolver';

/** The parts of an entity reference as they stand in a path. */
export interface EntityPath {
  kind: string;
  namespace: string;
  name: string;
}

/** @see EntityGuard */
export interface EntityGuardOptions {
  fleets: FleetResolver;
  reader: ScorecardReader;
  scopes: ScopeResolver;
}

/** Finds the scorecard of one entity for a reader who may see it. */
export class EntityGuard {
  readonly #options: EntityGuardOptions;

  constructor(options: EntityGuardOptions) {
    this.#options = options;
  }

  /**
   * @throws NotAllowedError where the reader sees the entity in the catalog, but
   *   may not see its scorecard
   * @throws NotFoundError where there is no scorecard, or the reader may not
   *   know that there is
   */
  async find(
    credentials: BackstageCredentials,
    path: EntityPath,
    query: { checklist?: string; environment?: string },
  ): Promise<{ fleet: Fleet; stored: StoredEvaluation; entityRef: string }> {
    const { fleets, reader, scopes } = this.#options;
    const entityRef = stringifyEntityRef(path);
    const fleet = await fleets.resolve(credentials, {
      checklist: query.checklist,
      environment: query.environment,
    });
    const stored = await reader.find(fleet, entityRef);
    if (stored) {
      return { fleet, stored, entityRef };
    }
    if (fleet.scope.kind !== 'all') {
      const seen = await reader.find(
        { ...fleet, scope: await scopes.resolveCatalog(credentials) },
        entityRef,
      );
      if (seen) {
        throw new NotAllowedError(
          `You may not see the scorecard of ${entityRef}`,
        );
      }
    }
    throw new NotFoundError(`There is no scorecard of ${entityRef}`);
  }

  /** Whether a reader who sees the scorecard may do more with it. */
  async allows(
    credentials: BackstageCredentials,
    entityRef: string,
    permission: ResourcePermission<string>,
  ): Promise<boolean> {
    const { fleets, reader, scopes } = this.#options;
    const fleet = await fleets.resolve(credentials);
    const scope = await scopes.resolve(credentials, permission);
    return reader.has({ ...fleet, scope }, entityRef);
  }
}
