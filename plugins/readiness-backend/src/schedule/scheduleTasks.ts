import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { EvidenceSource } from '@airworthy/plugin-readiness-node';
import type { ReadinessConfig } from '../config';
import type { Readiness } from '../createReadiness';
import { CatalogSync } from './CatalogSync';
import { RECONCILE_TASK, taskOfSource } from './tasks';

/** @see scheduleTasks */
export interface ScheduleTasksOptions {
  readiness: Readiness;
  config: ReadinessConfig;
  scheduler: SchedulerService;
  logger: LoggerService;
  /** What is to be done once an hour. */
  maintain(now: number, signal: AbortSignal): Promise<void>;
  /** Milliseconds since the epoch. */
  now: () => number;
}

/**
 * Schedules reconcile, each source and maintenance. Every task runs in one
 * replica at a time.
 */
export async function scheduleTasks(
  options: ScheduleTasksOptions,
): Promise<void> {
  const { readiness, config, scheduler, logger, now } = options;
  const { collector, sources, catalogSource } = readiness;
  const others = sources.filter(source => source !== catalogSource);
  const sync = new CatalogSync({
    readiness,
    now,
    onEntitiesChanged: () => triggerAll(others, scheduler, logger),
  });
  await scheduler.scheduleTask({
    id: RECONCILE_TASK,
    scope: 'global',
    ...config.reconcileSchedule,
    fn: signal => sync.run(signal),
  });
  for (const source of others) {
    await scheduler.scheduleTask({
      id: taskOfSource(source),
      scope: 'global',
      ...source.schedule,
      fn: signal => collector.collect(source, signal),
    });
  }
  // What was interrupted goes on from its checkpoint, not at its next turn.
  const interrupted = await readiness.health.interrupted();
  await triggerAll(
    others.filter(({ descriptor }) => interrupted.has(descriptor.id)),
    scheduler,
    logger,
  );
  const { tradeoffSync } = readiness;
  if (tradeoffSync) {
    await scheduler.scheduleTask({
      id: 'readiness-tradeoffs',
      scope: 'global',
      frequency: { minutes: 5 },
      timeout: { minutes: 5 },
      initialDelay: { seconds: 30 },
      fn: () => tradeoffSync.sync(),
    });
  }
  await scheduler.scheduleTask({
    id: 'readiness-maintenance',
    scope: 'global',
    frequency: { hours: 1 },
    timeout: { minutes: 30 },
    initialDelay: { minutes: 1 },
    fn: signal => options.maintain(now(), signal),
  });
}

/** Sources know new entities without waiting for their own time. */
async function triggerAll(
  sources: readonly EvidenceSource[],
  scheduler: SchedulerService,
  logger: LoggerService,
): Promise<void> {
  for (const source of sources) {
    try {
      await scheduler.triggerTask(taskOfSource(source));
    } catch (error) {
      // It runs already: what it does not see now it sees next time.
      logger.debug(
        `Source ${source.descriptor.id} was not triggered: ${stringifyError(
          error,
        )}`,
      );
    }
  }
}
