import type { Knex } from 'knex';
import type {
  EvaluationInput,
  EntityTransition,
} from '@airworthy/plugin-readiness-common';
import type { FactRow, LinkStateRow, TransitionRow } from '../database';
import { readFact } from '../collect/factRows';
import { readLink } from '../collect/readLink';
import { readEntity, type StoredEntity } from '../entities/readEntity';
import { toAcceptance, type AcceptanceRow } from '../tradeoffs/tradeoffRows';
import { fleetQuery, type Fleet } from './fleetQuery';

/** The input of an entity's last evaluation. */
export interface StoredEvaluation extends EvaluationInput {
  entityId: number;
  evaluatedAt: number;
}

/** Since when a scorecard is as it is; milliseconds. */
export interface ScorecardSince {
  level: number | undefined;
  /** The last change of each check; those that never changed are absent. */
  checks: Map<string, { at: number; to: string }>;
  /** When it was first filled in. */
  first: number | undefined;
}

/** One scorecard and its history. */
export class ScorecardReader {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  /** What the last evaluation read; undefined where the fleet has no such. */
  async find(
    fleet: Fleet,
    entityRef: string,
  ): Promise<StoredEvaluation | undefined> {
    const row = await fleetQuery(this.#knex, {
      ...fleet,
      filters: { entityRef },
    }).first<(StoredEntity & { evaluated_at: number | string }) | undefined>(
      'e.id',
      'e.ref',
      'e.kind',
      'e.namespace',
      'e.name',
      'e.title',
      'e.type',
      'e.lifecycle',
      'e.tier',
      'e.owner',
      'e.system',
      'e.domain',
      'e.projection',
      's.evaluated_at',
    );
    if (!row) {
      return undefined;
    }
    const [links, facts, acceptances] = await Promise.all([
      this.#knex<LinkStateRow>('link_states').where({ entity_id: row.id }),
      this.#knex<FactRow>('facts').where({ entity_id: row.id }),
      this.#knex<AcceptanceRow>('tradeoff_acceptances').where({
        entity_id: row.id,
      }),
    ]);
    const bySource = new Map(links.map(link => [link.source, link]));
    const evaluatedAt = Number(row.evaluated_at);
    return {
      entityId: row.id,
      evaluatedAt,
      entity: readEntity(row),
      facts: facts.map(fact => readFact(fact, bySource.get(fact.source))),
      links: links.map(readLink),
      acceptances: acceptances.map(toAcceptance),
      environment: fleet.environment,
      now: evaluatedAt,
    };
  }

  /** Whether the fleet has a scorecard of the entity. */
  async has(fleet: Fleet, entityRef: string): Promise<boolean> {
    const row = await fleetQuery(this.#knex, {
      ...fleet,
      filters: { entityRef },
    }).first('e.id');
    return row !== undefined;
  }

  async since(fleet: Fleet, entityId: number): Promise<ScorecardSince> {
    const last = this.#transitions(fleet, entityId)
      .groupBy('check_id')
      .select('check_id', this.#knex.raw('max(at) as at'))
      .as('last');
    const rows = await this.#knex('transitions as t')
      .join(last, join =>
        join.on('last.check_id', 't.check_id').andOn('last.at', 't.at'),
      )
      .where({
        't.checklist': fleet.checklist,
        't.environment': fleet.environment,
        't.entity_id': entityId,
      })
      .select<Array<Pick<TransitionRow, 'check_id' | 'to_value' | 'at'>>>(
        't.check_id',
        't.to_value',
        't.at',
      );
    const level = await this.#transitions(fleet, entityId)
      .where('check_id', '')
      .whereRaw('coalesce(from_value, ?) <> coalesce(to_value, ?)', ['', ''])
      .max({ at: 'at' })
      .first<{ at: number | string | null }>();
    const first = await this.#transitions(fleet, entityId)
      .where({ check_id: '', cause: 'first' })
      .max({ at: 'at' })
      .first<{ at: number | string | null }>();
    return {
      level: level.at === null ? undefined : Number(level.at),
      first: first.at === null ? undefined : Number(first.at),
      checks: new Map(
        rows
          .filter(row => row.check_id !== '')
          .map(row => [
            row.check_id,
            { at: Number(row.at), to: row.to_value ?? '' },
          ]),
      ),
    };
  }

  /** What changed, the newest first; a row without a check is the level. */
  async transitions(
    fleet: Fleet,
    entityId: number,
    options: { check?: string; limit: number },
  ): Promise<EntityTransition[]> {
    const query = this.#transitions(fleet, entityId)
      .where(builder =>
        builder
          .whereNot('check_id', '')
          .orWhereRaw('coalesce(from_value, ?) <> coalesce(to_value, ?)', [
            '',
            '',
          ]),
      )
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .limit(options.limit);
    if (options.check !== undefined) {
      query.where('check_id', options.check);
    }
    const rows = await query.select<TransitionRow[]>();
    return rows.map(row => ({
      check: row.check_id,
      from: row.from_value ?? undefined,
      to: row.to_value ?? 'none',
      at: new Date(Number(row.at)).toISOString(),
      why: row.why ?? whyOfLevel(row),
      firstEvaluation: row.cause === 'first',
      checklistChange: row.cause === 'checklist',
    }));
  }

  #transitions(fleet: Fleet, entityId: number): Knex.QueryBuilder {
    return this.#knex('transitions').where({
      checklist: fleet.checklist,
      environment: fleet.environment,
      entity_id: entityId,
    });
  }
}

function whyOfLevel(row: TransitionRow): string {
  switch (row.cause) {
    case 'first':
      return 'Evidence was seen for the first time.';
    case 'checklist':
      return 'The rules of the checklist changed.';
    case 'gone':
      return 'The entity left the catalog.';
    default:
      return 'Checks changed.';
  }
}
