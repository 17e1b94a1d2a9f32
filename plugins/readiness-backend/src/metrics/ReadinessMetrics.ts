import type { MetricsService } from '@backstage/backend-plugin-api/alpha';

/** What the plugin counts and times. Names carry the plugin's id already. */
export interface ReadinessMetrics {
  sourceRan(source: string, durationMs: number, succeeded: boolean): void;
  evaluated(entities: number, durationMs: number): void;
  transitioned(count: number): void;
  visibilityFilled(entities: number, durationMs: number): void;
}

/** @see DefaultReadinessMetrics.create */
export interface DefaultReadinessMetricsOptions {
  metrics: MetricsService;
  queueDepth(): Promise<number>;
}

/** {@link ReadinessMetrics} by OpenTelemetry. */
export class DefaultReadinessMetrics implements ReadinessMetrics {
  readonly #instruments: ReturnType<typeof createInstruments>;

  static create(options: DefaultReadinessMetricsOptions): ReadinessMetrics {
    options.metrics
      .createObservableGauge('readiness.queue.depth', {
        description: 'Entities that wait for evaluation',
      })
      .addCallback(async result => result.observe(await options.queueDepth()));
    return new DefaultReadinessMetrics(createInstruments(options.metrics));
  }

  private constructor(instruments: ReturnType<typeof createInstruments>) {
    this.#instruments = instruments;
  }

  sourceRan(source: string, durationMs: number, succeeded: boolean): void {
    this.#instruments.sourceDuration.record(durationMs / 1000, {
      source,
      outcome: succeeded ? 'success' : 'failure',
    });
  }

  evaluated(entities: number, durationMs: number): void {
    this.#instruments.evaluations.add(entities);
    this.#instruments.batchDuration.record(durationMs / 1000);
  }

  transitioned(count: number): void {
    this.#instruments.transitions.add(count);
  }

  visibilityFilled(entities: number, durationMs: number): void {
    this.#instruments.visibilityEntities.record(entities);
    this.#instruments.visibilityDuration.record(durationMs / 1000);
  }
}

function createInstruments(metrics: MetricsService) {
  return {
    sourceDuration: metrics.createHistogram('readiness.source.run.duration', {
      description: 'Duration of the runs of evidence sources',
      unit: 's',
    }),
    evaluations: metrics.createCounter('readiness.evaluations', {
      description: 'Entities evaluated',
    }),
    batchDuration: metrics.createHistogram(
      'readiness.evaluation.batch.duration',
      { description: 'Duration of one batch of evaluations', unit: 's' },
    ),
    transitions: metrics.createCounter('readiness.transitions', {
      description: 'Statuses that changed',
    }),
    visibilityEntities: metrics.createHistogram('readiness.visibility.size', {
      description: 'Entities in a visibility set when it was filled',
    }),
    visibilityDuration: metrics.createHistogram(
      'readiness.visibility.fill.duration',
      { description: 'Duration of filling a visibility set', unit: 's' },
    ),
  };
}
