import type { Knex } from 'knex';
import type {
  Acceptance,
  FactRecord,
  LinkState,
} from '@airworthy/plugin-readiness-common';
import type { SourceEntity } from '@airworthy/plugin-readiness-node';
import {
  deleteRows,
  inValues,
  writeRows,
  type ScorecardRecord,
  type TransitionRow,
} from '../database';
import { parseChanges, type Change } from './Change';
import { claimStatement, decodeClaim, type ClaimedRow } from './claimStatement';
import { completeClaims, type Claim } from './completeClaims';
import { snapshotOf, type SnapshotColumns } from './Snapshot';

/** What became of an entity when it was last evaluated. */
export type StoredScorecard = SnapshotColumns &
  Pick<
    ScorecardRecord,
    'checklist' | 'environment' | 'entity_id' | 'checklist_version'
  >;

/** Something that a tradeoff record assumes about a queued entity. */
export interface ClaimedAssumption {
  recordId: string;
  assumptionId: string;
  /** CEL over facts. */
  rule: string;
  /** What was reported of it last; absent where nothing was. */
  reported?: string;
}

/** Everything that the evaluation of one queued entity reads. */
export interface ClaimedEntity {
  entityId: number;
  generation: number;
  changes: Change[];
  /** Absent where the entity left the catalog. */
  entity?: SourceEntity;
  facts: FactRecord[];
  links: LinkState[];
  /** The scorecards that it has, by environment. */
  scorecards: Map<string, StoredScorecard>;
  /** What tradeoff records accept. */
  acceptances: Acceptance[];
  /** What tradeoff records assume. */
  assumptions: ClaimedAssumption[];
}

/** A transition before it has an id. */
export type NewTransition = Omit<TransitionRow, 'id'>;

/** What one batch of evaluations writes. */
export interface EvaluatedBatch {
  claimed: readonly Claim[];
  scorecards: readonly ScorecardRecord[];
  /** Scorecards of entities to which the checklist no longer applies. */
  retired: ReadonlyArray<
    Pick<ScorecardRecord, 'checklist' | 'environment' | 'entity_id'>
  >;
  transitions: readonly NewTransition[];
}

const SCORECARD_KEY = ['checklist', 'environment', 'entity_id'] satisfies Array<
  keyof ScorecardRecord
>;

const SCORECARD_VALUES = [
  'checklist_version',
  'statuses',
  'level',
  'level_rank',
  'score',
  'pass',
  'fail',
  'unknown',
  'not_applicable',
  'accepted',
  'to_next',
  'preview',
  'stale',
  'evaluated_at',
  'reevaluate_at',
  'rule_errors',
] satisfies Array<keyof ScorecardRecord>;

const TRANSITION_COLUMNS = [
  'checklist',
  'environment',
  'entity_id',
  'at',
  'cause',
  'check_id',
  'from_value',
  'to_value',
  'why',
  'before',
] satisfies Array<keyof NewTransition>;

/** A killed replica's claims are taken over after this long. */
const LEASE_MS = 30_000;

/**
 * What evaluation reads and writes: one statement takes a batch with all that
 * decides it, three write what became of it.
 */
export class ScorecardStore {
  readonly #knex: Knex;
  readonly #checklist: string;

  constructor(options: { knex: Knex; checklist: string }) {
    this.#knex = options.knex;
    this.#checklist = options.checklist;
  }

  /** Takes up to `limit` queued entities, the oldest first. */
  async claim(limit: number, now: number): Promise<ClaimedEntity[]> {
    const statement = claimStatement(this.#knex, {
      checklist: this.#checklist,
      limit,
      now,
      leaseUntil: now + LEASE_MS,
    });
    const result = await statement;
    const rows: ClaimedRow[] = Array.isArray(result) ? result : result.rows;
    return rows.map(row => ({
      ...decodeClaim(row, this.#checklist),
      changes: parseChanges(row.changes),
    }));
  }

  /** Writes a batch, all of it or nothing. */
  async write(batch: EvaluatedBatch): Promise<void> {
    await this.#knex.transaction(async transaction => {
      await writeRows<ScorecardRecord>(transaction, {
        table: 'scorecards',
        columns: [...SCORECARD_KEY, ...SCORECARD_VALUES],
        rows: batch.scorecards,
        conflict: {
          key: SCORECARD_KEY,
          update: { columns: SCORECARD_VALUES },
        },
      });
      await deleteRows(transaction, {
        table: 'scorecards',
        columns: SCORECARD_KEY,
        rows: batch.retired,
      });
      await writeRows<NewTransition>(transaction, {
        table: 'transitions',
        columns: TRANSITION_COLUMNS,
        rows: batch.transitions,
      });
      await completeClaims(transaction, batch.claimed);
    });
  }

  /** Removes the scorecards of entities that left, and puts it on record. */
  async retire(
    entityIds: readonly number[],
    columnsVersion: number,
    now: number,
  ): Promise<void> {
    const rows = await this.#knex<ScorecardRecord>('scorecards')
      .where(inValues(this.#knex, 'entity_id', entityIds))
      .select();
    await this.write({
      claimed: [],
      scorecards: [],
      retired: rows.map(({ checklist, environment, entity_id }) => ({
        checklist,
        environment,
        entity_id,
      })),
      transitions: rows.map(row => goneTransition(row, columnsVersion, now)),
    });
  }
}

/** Says that a scorecard ended. */
export function goneTransition(
  row: StoredScorecard,
  columnsVersion: number,
  now: number,
): NewTransition {
  return {
    checklist: row.checklist,
    environment: row.environment,
    entity_id: row.entity_id,
    at: now,
    cause: 'gone',
    check_id: '',
    from_value: row.level,
    to_value: null,
    why: null,
    before: JSON.stringify(snapshotOf(row, columnsVersion)),
  };
}
