import type { Knex } from 'knex';
import type { EntityChangeRow, EntityRow, TransitionRow } from '../database';
import {
  snapshotOf,
  type Snapshot,
  type SnapshotColumns,
} from '../evaluate/Snapshot';
import { groupBy } from '../util/groupBy';
import { narrowToScope } from '../visibility/narrowToScope';
import type { EntityPlace } from './FleetFilters';
import { narrowByIdentity, narrowByScorecard, type Fleet } from './fleetQuery';

/** Something that happened to an entity: what it was before, and when. */
export type PastEvent =
  | {
      kind: 'scorecard';
      at: number;
      cause: TransitionRow['cause'];
      before: Snapshot | undefined;
    }
  | { kind: 'place'; at: number; before: EntityPlace };

/** An entity that something happened to since a moment. */
export interface ChangedEntity {
  /** As it is now; without a scorecard where it is gone. */
  place: EntityPlace;
  scorecard: Snapshot | undefined;
  /** The newest first. */
  events: PastEvent[];
}

interface EventOfEntity {
  entityId: number;
  event: PastEvent;
}

type CurrentRow = EntityPlace &
  Pick<EntityRow, 'id' | 'deleted_at'> & {
    [Column in keyof SnapshotColumns]: SnapshotColumns[Column] | null;
  };

/**
 * What happened to the fleet since a moment. Whoever wants to know how it stood
 * then takes how it stands now and undoes this: the cost follows change, not
 * the size of the fleet.
 */
export class FleetHistory {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  /**
   * The entities that the reader may see and that changed after `since`. Filters
   * by place are left to the caller, because places are what changes.
   *
   * @param columns - version of the checklist whose columns stored statuses follow
   */
  async changedSince(
    fleet: Fleet,
    since: number,
    columns: number,
  ): Promise<ChangedEntity[]> {
    const [events, moves] = await Promise.all([
      this.#scorecardEvents(fleet, since),
      this.#placeEvents(fleet, since),
    ]);
    const byEntity = groupBy([...events, ...moves], event => event.entityId);
    const current = await this.#current(fleet, since);
    return current
      .filter(row => byEntity.has(row.id))
      .map(row => ({
        place: placeOf(row),
        scorecard: currentSnapshot(row, columns),
        events: (byEntity.get(row.id) ?? [])
          .map(({ event }) => event)
          .sort((a, b) => b.at - a.at),
      }));
  }

  async #scorecardEvents(
    fleet: Fleet,
    since: number,
  ): Promise<EventOfEntity[]> {
    const query = this.#knex('transitions as t')
      .join('entities as e', 'e.id', 't.entity_id')
      .where('t.check_id', '')
      .where('t.at', '>', since)
      .where('t.checklist', fleet.checklist)
      .where('t.environment', fleet.environment);
    this.#narrow(query, fleet);
    const rows = await query.select<
      Array<Pick<TransitionRow, 'entity_id' | 'at' | 'cause' | 'before'>>
    >('t.entity_id', 't.at', 't.cause', 't.before');
    return rows.map(row => ({
      entityId: row.entity_id,
      event: {
        kind: 'scorecard',
        at: Number(row.at),
        cause: row.cause,
        before: row.before ? JSON.parse(row.before) : undefined,
      },
    }));
  }

  async #placeEvents(fleet: Fleet, since: number): Promise<EventOfEntity[]> {
    const query = this.#knex('entity_changes as c')
      .join('entities as e', 'e.id', 'c.entity_id')
      .where('c.at', '>', since);
    this.#narrow(query, fleet);
    const rows = await query.select<Array<Omit<EntityChangeRow, 'id'>>>(
      'c.entity_id',
      'c.at',
      'c.owner',
      'c.system',
      'c.domain',
      'c.tier',
      'c.lifecycle',
    );
    return rows.map(({ entity_id: entityId, at, ...before }) => ({
      entityId,
      event: { kind: 'place', at: Number(at), before },
    }));
  }

  async #current(fleet: Fleet, since: number): Promise<CurrentRow[]> {
    const changed = this.#knex('transitions')
      .where('check_id', '')
      .where('at', '>', since)
      .where({ checklist: fleet.checklist, environment: fleet.environment })
      .select('entity_id')
      .union(
        this.#knex('entity_changes')
          .where('at', '>', since)
          .select('entity_id'),
      );
    const query = this.#knex('entities as e')
      .leftJoin('scorecards as s', join =>
        join
          .on('s.entity_id', 'e.id')
          .andOnVal('s.checklist', fleet.checklist)
          .andOnVal('s.environment', fleet.environment),
      )
      .whereIn('e.id', changed);
    this.#narrow(query, fleet);
    narrowByScorecard(this.#knex, query, fleet.filters);
    return query.select<CurrentRow[]>(
      'e.id',
      'e.deleted_at',
      'e.owner',
      'e.system',
      'e.domain',
      'e.tier',
      'e.lifecycle',
      's.level',
      's.preview',
      's.statuses',
      's.pass',
      's.fail',
      's.unknown',
      's.not_applicable',
      's.accepted',
    );
  }

  #narrow(query: Knex.QueryBuilder, fleet: Fleet): void {
    narrowToScope(this.#knex, query, fleet.scope);
    narrowByIdentity(this.#knex, query, fleet.filters);
  }
}

function placeOf(row: CurrentRow): EntityPlace {
  const { owner, system, domain, tier, lifecycle } = row;
  return { owner, system, domain, tier, lifecycle };
}

function currentSnapshot(
  row: CurrentRow,
  columns: number,
): Snapshot | undefined {
  const { level, preview, statuses, pass, fail, unknown, accepted } = row;
  if (
    row.deleted_at !== null ||
    level === null ||
    preview === null ||
    statuses === null
  ) {
    return undefined;
  }
  return snapshotOf(
    {
      level,
      preview,
      statuses,
      pass: pass ?? 0,
      fail: fail ?? 0,
      unknown: unknown ?? 0,
      not_applicable: row.not_applicable ?? 0,
      accepted: accepted ?? 0,
    },
    columns,
  );
}
