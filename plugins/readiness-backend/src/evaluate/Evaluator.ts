import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  AssumptionJudge,
  evaluateScorecard,
  type CompiledChecklist,
  type Evaluation,
  type LinkStatus,
} from '@airworthy/plugin-readiness-common';
import { ForwardedError } from '@backstage/errors';
import type { SourceEntity } from '@airworthy/plugin-readiness-node';
import type { StoredChecklistVersion } from '../checklist/ChecklistVersionStore';
import type { ScorecardRecord } from '../database';
import type { ReadinessMetrics } from '../metrics/ReadinessMetrics';
import { judgeAssumptions, type PendingReport } from '../tradeoffs';
import { evaluationChannel, type EvaluationTrace } from './evaluationChannel';
import { planTransitions } from './planTransitions';
import {
  goneTransition,
  type ClaimedEntity,
  type EvaluatedBatch,
  type NewTransition,
  type ScorecardStore,
  type StoredScorecard,
} from './ScorecardStore';
import { snapshotOf } from './Snapshot';

/** @see Evaluator */
export interface EvaluatorOptions {
  checklist: CompiledChecklist;
  /** The newest first. */
  versions: readonly StoredChecklistVersion[];
  /** The first is what counts. */
  environments: readonly string[];
  store: Pick<ScorecardStore, 'claim' | 'write'>;
  metrics: ReadinessMetrics;
  logger: LoggerService;
  /** Called after a batch is stored, with the entities whose scorecard changed. */
  onChanged?(entityRefs: readonly string[]): void;
  /** Called after a batch is stored, with all the entities that it took. */
  onEvaluated?(entityIds: readonly number[]): void;
  /** Called after a batch is stored, with what facts make of tradeoff records. */
  onJudged?(reports: readonly PendingReport[]): void;
  /** Milliseconds since the epoch. */
  now: () => number;
}

const FAILING: readonly LinkStatus[] = ['stale', 'error', 'denied'];

/** Queued entities that one batch takes. */
const BATCH = 500;

/** What is due at once is due a little later: it was evaluated just now. */
const MIN_REEVALUATION_MS = 1000;

/**
 * Evaluates queued entities in batches: one statement reads everything that
 * decides a batch, and what became of it is written together.
 */
export class Evaluator {
  readonly #options: EvaluatorOptions;
  readonly #version: number;
  readonly #assumptions: AssumptionJudge;
  readonly #titles: ReadonlyMap<string, string>;

  constructor(options: EvaluatorOptions) {
    this.#options = options;
    this.#version = options.versions[0]?.version ?? options.checklist.version;
    this.#assumptions = new AssumptionJudge(options.checklist);
    this.#titles = new Map(
      options.checklist.sources.map(source => [source.id, source.title]),
    );
  }

  /**
   * Evaluates one batch.
   *
   * @returns how many entities it took; fewer than asked for means that the
   *   queue is empty
   */
  async evaluateBatch(limit = BATCH): Promise<number> {
    const trace: EvaluationTrace = { entities: 0 };
    return evaluationChannel.tracePromise(
      () => this.#evaluateBatch(limit, trace),
      trace,
    );
  }

  async #evaluateBatch(limit: number, trace: EvaluationTrace): Promise<number> {
    const { store, metrics, now, onChanged } = this.#options;
    const startedAt = now();
    const claimed = await store.claim(limit, startedAt);
    trace.entities = claimed.length;
    if (claimed.length === 0) {
      return 0;
    }
    const reports: PendingReport[] = [];
    const batch = this.#evaluate(claimed, startedAt, reports);
    await store.write(batch);
    this.#options.onJudged?.(reports);
    this.#options.onEvaluated?.(claimed.map(item => item.entityId));
    metrics.evaluated(claimed.length, now() - startedAt);
    metrics.transitioned(batch.transitions.length);
    const changed = new Set(batch.transitions.map(row => row.entity_id));
    if (changed.size > 0) {
      onChanged?.(
        claimed
          .filter(item => item.entity && changed.has(item.entityId))
          .flatMap(item => (item.entity ? [item.entity.ref] : [])),
      );
    }
    return claimed.length;
  }

  #evaluate(
    claimed: readonly ClaimedEntity[],
    now: number,
    reports: PendingReport[],
  ): EvaluatedBatch {
    const scorecards: ScorecardRecord[] = [];
    const retired: StoredScorecard[] = [];
    const transitions: NewTransition[] = [];
    for (const item of claimed) {
      const { entity } = item;
      const judged = entity && this.#judge(item, entity, now);
      reports.push(...(judged?.reports ?? []));
      if (!entity || !this.#options.checklist.appliesTo(entity.entity)) {
        for (const row of item.scorecards.values()) {
          retired.push(row);
          transitions.push(goneTransition(row, this.#version, now));
        }
        continue;
      }
      for (const environment of this.#options.environments) {
        const evaluation = this.#evaluateOne(item, entity, environment, now);
        if (!evaluation) {
          continue;
        }
        const row = this.#toRecord(
          item,
          environment,
          evaluation,
          now,
          judged?.nextExpiry,
        );
        scorecards.push(row);
        transitions.push(...this.#transitions(item, environment, row, now));
      }
    }
    return {
      claimed: claimed.map(item => ({
        entity_id: item.entityId,
        generation: item.generation,
      })),
      scorecards,
      retired,
      transitions,
    };
  }

  /**
   * One entity that cannot be evaluated must not keep the others from it: it
   * leaves the queue with its old scorecard, and the log says so.
   */
  #evaluateOne(
    item: ClaimedEntity,
    entity: SourceEntity,
    environment: string,
    now: number,
  ): Evaluation | undefined {
    try {
      return evaluateScorecard(this.#options.checklist, {
        entity,
        facts: item.facts,
        links: item.links,
        acceptances: item.acceptances,
        environment,
        now,
      });
    } catch (cause) {
      this.#options.logger.error(
        `${entity.ref} was not evaluated`,
        new ForwardedError('Evaluation failed', cause),
      );
      return undefined;
    }
  }

  /** What facts make of tradeoff records, in the environment that counts. */
  #judge(item: ClaimedEntity, entity: SourceEntity, now: number) {
    try {
      return judgeAssumptions(
        this.#assumptions,
        item.entityId,
        item.assumptions,
        {
          entity,
          facts: item.facts,
          links: item.links,
          environment: this.#options.environments[0],
          now,
        },
      );
    } catch (cause) {
      this.#options.logger.error(
        `What records assume about ${entity.ref} was not judged`,
        new ForwardedError('Evaluation failed', cause),
      );
      return undefined;
    }
  }

  #toRecord(
    item: ClaimedEntity,
    environment: string,
    evaluation: Evaluation,
    now: number,
    assumptionExpiry: number | undefined,
  ): ScorecardRecord {
    const { checklist } = this.#options;
    const { counts } = evaluation;
    return {
      checklist: checklist.id,
      environment,
      entity_id: item.entityId,
      checklist_version: this.#version,
      statuses: evaluation.statuses,
      level: evaluation.level,
      level_rank:
        checklist.levels.findIndex(level => level.id === evaluation.level) + 1,
      score: evaluation.score,
      pass: counts.pass,
      fail: counts.fail,
      unknown: counts.unknown,
      not_applicable: counts['not-applicable'],
      accepted: counts.accepted,
      to_next: evaluation.toNextLevel,
      preview: evaluation.preview,
      stale: this.#isStale(item, now),
      evaluated_at: now,
      reevaluate_at: dueAt(now, evaluation.reevaluateAt, assumptionExpiry),
      rule_errors: evaluation.ruleErrors
        ? JSON.stringify(evaluation.ruleErrors)
        : null,
    };
  }

  #transitions(
    item: ClaimedEntity,
    environment: string,
    row: ScorecardRecord,
    now: number,
  ): NewTransition[] {
    const { checklist, versions } = this.#options;
    const stored = item.scorecards.get(environment);
    const since = stored?.checklist_version ?? this.#version;
    return planTransitions({
      checklist,
      environment,
      entityId: item.entityId,
      at: now,
      before: stored && snapshotOf(stored, this.#version),
      after: snapshotOf(row, this.#version),
      rulesChanged: since !== this.#version,
      addedColumns: new Set(
        versions
          .filter(version => version.version > since)
          .flatMap(version => version.added),
      ),
      changes: item.changes,
      titleOf: source => this.#titles.get(source) ?? source,
    });
  }

  /** Whether what is known of the entity is old, or a source of it fails. */
  #isStale(item: ClaimedEntity, now: number): boolean {
    const time = new Date(now).toISOString();
    return (
      item.links.some(
        link => this.#titles.has(link.source) && FAILING.includes(link.status),
      ) ||
      item.facts.some(
        fact =>
          this.#titles.has(fact.source) &&
          fact.expiresAt !== undefined &&
          fact.expiresAt <= time,
      )
    );
  }
}

/** When time alone may change a scorecard, or an assumption about its entity. */
function dueAt(
  now: number,
  scorecard: string | undefined,
  assumption: number | undefined,
): number | null {
  const moments = [
    ...(scorecard === undefined ? [] : [Date.parse(scorecard)]),
    ...(assumption === undefined ? [] : [assumption]),
  ];
  return moments.length === 0
    ? null
    : Math.max(Math.min(...moments), now + MIN_REEVALUATION_MS);
}
