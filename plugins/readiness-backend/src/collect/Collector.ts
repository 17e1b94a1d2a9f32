import type { LoggerService } from '@backstage/backend-plugin-api';
import { ForwardedError, stringifyError } from '@backstage/errors';
import type { JsonValue } from '@backstage/types';
import type {
  CollectContext,
  EvidenceSource,
  SourceEntity,
} from '@airworthy/plugin-readiness-node';
import type { EntityStore } from '../entities/EntityStore';
import type { ReadinessMetrics } from '../metrics/ReadinessMetrics';
import type { LiveRecorder } from '../live/LiveRecorder';
import type { EvidenceWriter } from './EvidenceWriter';
import type { SourceHealthStore, SourceProblem } from './SourceHealthStore';

/** @see Collector */
export interface CollectorOptions {
  entities: Pick<EntityStore, 'batches' | 'find'>;
  writer: EvidenceWriter;
  live: LiveRecorder;
  health: SourceHealthStore;
  metrics: ReadinessMetrics;
  logger: LoggerService;
  /** Milliseconds since the epoch. */
  now: () => number;
}

/** Problems of one run beyond this many are counted, not kept. */
const MAX_PROBLEMS = 1000;

/**
 * Runs evidence sources: gives them their context, stores what they emit, and
 * keeps their health. What a failed source said before stays, and ages.
 */
export class Collector {
  readonly #options: CollectorOptions;

  constructor(options: CollectorOptions) {
    this.#options = options;
  }

  /**
   * One run over all entities.
   *
   * @throws what the source throws, after it is on its health row: the
   *   scheduler must see the failure too
   */
  async collect(source: EvidenceSource, signal: AbortSignal): Promise<void> {
    const { health, metrics, now } = this.#options;
    const { id } = source.descriptor;
    const startedAt = now();
    await health.recordStart(id, startedAt);
    const run = this.#createRun(source, signal, startedAt);
    let error: string | undefined;
    try {
      await source.collect(run.context);
    } catch (cause) {
      error = stringifyError(cause);
      throw new ForwardedError(`Source ${id} failed`, cause);
    } finally {
      const endedAt = now();
      await health.recordEnd(id, {
        startedAt,
        endedAt,
        calls: run.calls(),
        problems: run.problems(),
        error,
      });
      metrics.sourceRan(id, endedAt - startedAt, error === undefined);
    }
  }

  /**
   * One run over one entity. The health row stays as the last whole run left
   * it; problems of this entity are replaced.
   */
  async collectOne(
    source: EvidenceSource,
    entityRef: string,
    signal: AbortSignal,
  ): Promise<void> {
    const { id } = source.descriptor;
    const run = this.#createRun(source, signal, this.#options.now(), entityRef);
    try {
      await source.collect(run.context);
    } catch (cause) {
      throw new ForwardedError(`Source ${id} failed on ${entityRef}`, cause);
    }
    await this.#options.health.recordProblemsOf(
      id,
      entityRef,
      run.problems().filter(problem => problem.entityRef === entityRef),
    );
  }

  #createRun(
    source: EvidenceSource,
    signal: AbortSignal,
    now: number,
    only?: string,
  ) {
    const { health, live, logger, writer } = this.#options;
    const { id } = source.descriptor;
    const problems: SourceProblem[] = [];
    let unlisted = 0;
    let calls = 0;
    const reportError = (problem: SourceProblem) => {
      if (problems.length < MAX_PROBLEMS) {
        problems.push(problem);
      } else {
        unlisted += 1;
      }
    };
    const recording = { source: id, now, reportError };
    const context: CollectContext = {
      entities: () => this.#entities(only),
      ...(only ? { only: { entityRef: only } } : {}),
      emit: evidence => writer.write(id, evidence, now, reportError),
      emitDeployments: async deployments => {
        await live.recordDeployments(recording, deployments);
      },
      emitAlerts: alerts => live.recordAlerts(recording, alerts, only),
      emitIncidents: incidents => live.recordIncidents(recording, incidents),
      statedFacts: (name, refs) => writer.stated(name, refs),
      checkpoint: {
        // What a source stored under a key is of the type it stored.
        get: async <T extends JsonValue>(key: string) =>
          (await health.getCheckpoint(id, key)) as T | undefined,
        set: (key, value) => health.setCheckpoint(id, key, value),
      },
      countCall: (count = 1) => {
        calls += count;
      },
      reportError,
      logger: logger.child({ source: id }),
      signal,
      now,
    };
    return {
      context,
      calls: () => calls,
      problems: () =>
        unlisted > 0
          ? [...problems, { message: `and ${unlisted} more problems` }]
          : problems,
    };
  }

  async *#entities(only: string | undefined): AsyncGenerator<SourceEntity[]> {
    const { entities } = this.#options;
    if (only === undefined) {
      yield* entities.batches();
      return;
    }
    const entity = await entities.find(only);
    if (entity) {
      yield [entity];
    }
  }
}
