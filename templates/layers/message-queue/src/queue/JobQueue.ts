import PgBoss from 'pg-boss';
import { Counter, Gauge, Histogram } from 'prom-client';
import { logger } from '../logger.js';
import { register } from '../metrics.js';

const waiting = new Gauge({
  name: 'queue_jobs_waiting',
  help: 'Jobs that no worker has taken yet',
  labelNames: ['queue'] as const,
  registers: [register],
});

const setAside = new Gauge({
  name: 'queue_jobs_dead_lettered',
  help: 'Jobs that were set aside after their last attempt',
  labelNames: ['queue'] as const,
  registers: [register],
});

const failures = new Counter({
  name: 'queue_job_failures_total',
  help: 'Attempts that failed; most are tried again',
  labelNames: ['queue'] as const,
  registers: [register],
});

const duration = new Histogram({
  name: 'queue_job_duration_seconds',
  help: 'Time of one attempt',
  labelNames: ['queue'] as const,
  buckets: [0.1, 0.5, 1, 5, 15, 60],
  registers: [register],
});

/** One kind of job. */
export interface QueueDefinition {
  name: string;
  /** Attempts after the first. */
  retries: number;
  /** Seconds before the second attempt; doubled for each one after. */
  retryDelaySeconds: number;
  /** Seconds after which an attempt counts as lost. */
  timeoutSeconds: number;
}

const deadLetterOf = (queue: string) => `${queue}-set-aside`;

/**
 * Work for later, kept in the service's own database: a job is accepted in the
 * same moment as the row that it is about, and survives whoever works on it.
 * An attempt may run twice, so a job has to bear that.
 */
export class JobQueue {
  static async start(options: {
    connectionString: string;
    definitions: QueueDefinition[];
    /** Seconds between two looks at what waits. */
    pollSeconds?: number;
  }): Promise<JobQueue> {
    const boss = new PgBoss({
      connectionString: options.connectionString,
      max: 4,
      // Tables are made by the migration, with rights that the service lacks.
      migrate: false,
    });
    boss.on('error', error =>
      logger.warn({ err: error }, 'the queue did not answer'),
    );
    await boss.start();
    return new JobQueue(boss, options.definitions, options.pollSeconds ?? 1);
  }

  /** Makes the tables and the queues. Part of the migration. */
  static async migrate(options: {
    connectionString: string;
    definitions: QueueDefinition[];
  }): Promise<void> {
    const boss = new PgBoss({
      connectionString: options.connectionString,
      supervise: false,
    });
    await boss.start();
    for (const definition of options.definitions) {
      await boss.createQueue(deadLetterOf(definition.name));
      const settings = {
        name: definition.name,
        retryLimit: definition.retries,
        retryDelay: definition.retryDelaySeconds,
        retryBackoff: true,
        expireInSeconds: definition.timeoutSeconds,
        deadLetter: deadLetterOf(definition.name),
      };
      await boss.createQueue(definition.name, settings);
      await boss.updateQueue(definition.name, settings);
    }
    await boss.stop({ graceful: true });
  }

  private constructor(
    private readonly boss: PgBoss,
    private readonly definitions: QueueDefinition[],
    private readonly pollSeconds: number,
  ) {}

  /** Accepts a job; `id` makes a repeated request one job. */
  async send(queue: string, data: object, id: string): Promise<void> {
    await this.boss.send(queue, data, { id });
  }

  /**
   * Works on jobs until the queue is stopped.
   *
   * @param giveUp - told when the last attempt failed and the job is set aside
   */
  async work<Data extends object>(
    queue: string,
    handle: (data: Data) => Promise<void>,
    giveUp: (data: Data) => Promise<void>,
  ): Promise<void> {
    await this.boss.work<Data>(
      queue,
      {
        pollingIntervalSeconds: this.pollSeconds,
        batchSize: 1,
        includeMetadata: true,
      },
      async jobs => {
        for (const job of jobs) {
          const stop = duration.startTimer({ queue });
          try {
            await handle(job.data);
          } catch (error) {
            failures.inc({ queue });
            logger.warn(
              { err: error, queue, job: job.id },
              'an attempt failed',
            );
            if (job.retryCount >= job.retryLimit) {
              await giveUp(job.data);
            }
            throw error;
          } finally {
            stop();
          }
        }
      },
    );
  }

  /** Counts what waits and what was set aside, for the metrics. */
  async observe(): Promise<void> {
    for (const { name } of this.definitions) {
      waiting.set(
        { queue: name },
        await this.boss.getQueueSize(name, { before: 'active' }),
      );
      setAside.set(
        { queue: name },
        await this.boss.getQueueSize(deadLetterOf(name), { before: 'active' }),
      );
    }
  }

  /**
   * Sends what was set aside to its queue again.
   *
   * @returns how many jobs
   */
  async retrySetAside(queue: string): Promise<number> {
    let count = 0;
    for (;;) {
      const jobs = await this.boss.fetch<object>(deadLetterOf(queue), {
        batchSize: 100,
      });
      if (jobs.length === 0) {
        return count;
      }
      for (const job of jobs) {
        await this.boss.send(queue, job.data);
        await this.boss.complete(deadLetterOf(queue), job.id);
        count++;
      }
    }
  }

  /** Finishes the attempts under way. */
  async stop(): Promise<void> {
    await this.boss.stop({ graceful: true, timeout: 20_000 });
  }
}
