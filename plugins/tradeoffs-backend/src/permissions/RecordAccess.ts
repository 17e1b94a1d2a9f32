import type {
  AuthService,
  BackstageCredentials,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import type { ResourcePermission } from '@backstage/plugin-permission-common';
import {
  narrowToScope,
  type ScopeResolver,
} from '@airworthy/plugin-readiness-node';
import {
  tradeoffsRecordAcceptPermission,
  tradeoffsRecordCreatePermission,
  tradeoffsRecordReadPermission,
} from '@airworthy/plugin-tradeoffs-common';
import type { Knex } from 'knex';
import { inValues, type EntityRow } from '../database';
import type { Scope } from '../lists/recordQuery';
import type { FoundRecord, RecordStore } from '../records/RecordStore';
import { readDecisionMakers } from './loadRecordResources';
import type { RecordFilter, RecordResource } from './recordRules';

/** @see RecordAccess */
export interface RecordAccessOptions {
  knex: Knex;
  store: RecordStore;
  scopes: ScopeResolver<RecordResource, RecordFilter>;
  auth: AuthService;
  userInfo: UserInfoService;
  /** Milliseconds since the epoch. */
  now: () => number;
}

/**
 * What a caller may see and do. All routes and actions go through it, so that
 * none can forget to ask.
 */
export class RecordAccess {
  readonly #options: RecordAccessOptions;

  constructor(options: RecordAccessOptions) {
    this.#options = options;
  }

  /** The records that the caller may read. */
  async readScope(credentials: BackstageCredentials): Promise<Scope> {
    return this.#options.scopes.resolve(
      credentials,
      tradeoffsRecordReadPermission,
    );
  }

  /**
   * One record that the caller may read.
   *
   * @throws NotFoundError where there is none, or the caller may not know of it
   */
  async find(
    credentials: BackstageCredentials,
    id: string,
  ): Promise<{ scope: Scope; found: FoundRecord }> {
    const { store, now } = this.#options;
    const scope = await this.readScope(credentials);
    const found = await store.find(scope, id, now());
    if (!found) {
      throw new NotFoundError(`There is no record "${id}"`);
    }
    return { scope, found };
  }

  async canEdit(
    credentials: BackstageCredentials,
    found: FoundRecord,
  ): Promise<boolean> {
    return this.#isAllowed(credentials, found, tradeoffsRecordCreatePermission);
  }

  /**
   * Accepting is for a decision maker of the record and for the owner of its
   * entity, and for those only whom the policy lets.
   */
  async canAccept(
    credentials: BackstageCredentials,
    found: FoundRecord,
  ): Promise<boolean> {
    const refs = await this.ownRefs(credentials);
    const answerable = [
      ...readDecisionMakers(found.decision_makers),
      ...(found.owner === null ? [] : [found.owner]),
    ];
    return (
      refs.some(ref => answerable.includes(ref)) &&
      (await this.#isAllowed(
        credentials,
        found,
        tradeoffsRecordAcceptPermission,
      ))
    );
  }

  /** @throws NotAllowedError where the caller may not change the record */
  async requireEdit(
    credentials: BackstageCredentials,
    found: FoundRecord,
  ): Promise<void> {
    if (!(await this.canEdit(credentials, found))) {
      throw new NotAllowedError(`You may not change ${found.name}`);
    }
  }

  /** @throws NotAllowedError where the caller may not accept the record */
  async requireAccept(
    credentials: BackstageCredentials,
    found: FoundRecord,
  ): Promise<void> {
    if (!(await this.canAccept(credentials, found))) {
      throw new NotAllowedError(
        `Only a decision maker of ${found.name} or the owner of its entity may do that`,
      );
    }
  }

  /** Whether the caller may write a record about an entity. */
  async canCreateFor(
    credentials: BackstageCredentials,
    entityRef: string,
  ): Promise<boolean> {
    const { knex, scopes } = this.#options;
    const scope = await scopes.resolve(
      credentials,
      tradeoffsRecordCreatePermission,
    );
    const query = knex<EntityRow>('entities as e')
      .whereNull('e.deleted_at')
      .where('e.ref', entityRef);
    narrowToScope(knex, query, scope, (builder, filter) => {
      // A record that is not written yet has no decision maker.
      builder.where(
        inValues(knex, 'e.owner', filter.kind === 'owner' ? filter.refs : []),
      );
    });
    return (await query.first('e.id')) !== undefined;
  }

  /**
   * Refs that the caller answers to: their own and those of their groups; none
   * for another service.
   */
  async ownRefs(credentials: BackstageCredentials): Promise<string[]> {
    const { auth, userInfo } = this.#options;
    if (!auth.isPrincipal(credentials, 'user')) {
      return [];
    }
    const { userEntityRef, ownershipEntityRefs } = await userInfo.getUserInfo(
      credentials,
    );
    return [...new Set([userEntityRef, ...ownershipEntityRefs])];
  }

  async #isAllowed(
    credentials: BackstageCredentials,
    found: FoundRecord,
    permission: ResourcePermission<string>,
  ): Promise<boolean> {
    const { store, scopes, now } = this.#options;
    const scope = await scopes.resolve(credentials, permission);
    return (await store.find(scope, found.id, now())) !== undefined;
  }
}
