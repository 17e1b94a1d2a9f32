import type {
  SchedulerService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { Tradeoffs } from './createTradeoffs';

/** What happens by itself. */
export async function scheduleTasks(options: {
  tradeoffs: Tradeoffs;
  scheduler: SchedulerService;
  schedule: SchedulerServiceTaskScheduleDefinition;
}): Promise<void> {
  const { tradeoffs, scheduler, schedule } = options;
  await scheduler.scheduleTask({
    ...schedule,
    id: 'tradeoffs-index',
    scope: 'global',
    fn: async signal => tradeoffs.index(signal),
  });
  await scheduler.scheduleTask({
    id: 'tradeoffs-contradictions',
    scope: 'global',
    frequency: { seconds: 10 },
    timeout: { minutes: 5 },
    fn: async () => tradeoffs.assumptions.markDue(),
  });
  await scheduler.scheduleTask({
    id: 'tradeoffs-notices',
    scope: 'global',
    frequency: { minutes: 10 },
    timeout: { minutes: 10 },
    initialDelay: { minutes: 1 },
    fn: async () => tradeoffs.notify(),
  });
  await scheduler.scheduleTask({
    id: 'tradeoffs-maintenance',
    scope: 'global',
    frequency: { minutes: 10 },
    timeout: { minutes: 10 },
    initialDelay: { minutes: 5 },
    fn: async () => tradeoffs.maintain(),
  });
}
