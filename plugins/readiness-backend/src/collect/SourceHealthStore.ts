import type { Knex } from 'knex';
import type { JsonValue } from '@backstage/types';
import {
  writeRows,
  type CheckpointRow,
  type SourceErrorRow,
  type SourceRow,
} from '../database';

/** A problem of a run that did not end it. */
export interface SourceProblem {
  message: string;
  entityRef?: string;
  file?: string;
  line?: number;
}

/** How a run ended. */
export interface SourceRun {
  startedAt: number;
  endedAt: number;
  calls: number;
  problems: readonly SourceProblem[];
  /** Why it failed; absent where it succeeded. */
  error?: string;
}

/** The last run of each source, and what it keeps for itself. */
export class SourceHealthStore {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  async recordStart(source: string, startedAt: number): Promise<void> {
    await this.#knex<SourceRow>('sources')
      .insert({ id: source, started_at: startedAt, calls: 0 })
      .onConflict('id')
      .merge(['started_at']);
  }

  /** Replaces what the run before left; a failure keeps the last success. */
  async recordEnd(source: string, run: SourceRun): Promise<void> {
    await this.#knex.transaction(async transaction => {
      await transaction<SourceRow>('sources')
        .where({ id: source })
        .update({
          started_at: run.startedAt,
          ended_at: run.endedAt,
          duration_ms: run.endedAt - run.startedAt,
          calls: run.calls,
          error: run.error ?? null,
          ...(run.error === undefined ? { succeeded_at: run.endedAt } : {}),
        });
      await transaction<SourceErrorRow>('source_errors')
        .where({ source })
        .delete();
      await this.#insertProblems(transaction, source, run.problems);
    });
  }

  /** Replaces the problems of one entity alone, after it was refreshed. */
  async recordProblemsOf(
    source: string,
    entityRef: string,
    problems: readonly SourceProblem[],
  ): Promise<void> {
    await this.#knex.transaction(async transaction => {
      await transaction<SourceErrorRow>('source_errors')
        .where({ source, entity_ref: entityRef })
        .delete();
      await this.#insertProblems(transaction, source, problems);
    });
  }

  /** Ids of sources whose last run began and, it seems, never ended. */
  async interrupted(): Promise<Set<string>> {
    const ids = await this.#knex<SourceRow>('sources')
      .whereNotNull('started_at')
      .where(query =>
        query
          .whereNull('ended_at')
          .orWhere('ended_at', '<', this.#knex.ref('started_at')),
      )
      .pluck('id');
    return new Set(ids);
  }

  async list(): Promise<SourceRow[]> {
    return this.#knex<SourceRow>('sources').select();
  }

  async getCheckpoint(
    source: string,
    key: string,
  ): Promise<JsonValue | undefined> {
    const row = await this.#knex<CheckpointRow>('checkpoints')
      .where({ source, key })
      .first('value');
    return row && JSON.parse(row.value);
  }

  async setCheckpoint(
    source: string,
    key: string,
    value: JsonValue,
  ): Promise<void> {
    await this.#knex<CheckpointRow>('checkpoints')
      .insert({ source, key, value: JSON.stringify(value) })
      .onConflict(['source', 'key'])
      .merge(['value']);
  }

  async #insertProblems(
    knex: Knex,
    source: string,
    problems: readonly SourceProblem[],
  ): Promise<void> {
    await writeRows<Omit<SourceErrorRow, 'id'>>(knex, {
      table: 'source_errors',
      columns: ['source', 'entity_ref', 'file', 'line', 'message'],
      rows: problems.map(problem => ({
        source,
        entity_ref: problem.entityRef ?? null,
        file: problem.file ?? null,
        line: problem.line ?? null,
        message: problem.message,
      })),
    });
  }
}
