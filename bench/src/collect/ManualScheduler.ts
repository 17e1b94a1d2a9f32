import type {
  SchedulerService,
  SchedulerServiceTaskDescriptor,
  SchedulerServiceTaskFunction,
  SchedulerServiceTaskInvocationDefinition,
  SchedulerServiceTaskRunner,
} from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';

/** Runs tasks when it is told to, and at no other time. */
export class ManualScheduler implements SchedulerService {
  readonly #tasks = new Map<string, SchedulerServiceTaskFunction>();

  get ids(): string[] {
    return [...this.#tasks.keys()];
  }

  /**
   * Runs a task to its end.
   *
   * @throws what the task throws
   */
  async run(
    id: string,
    signal: AbortSignal = new AbortController().signal,
  ): Promise<void> {
    const task = this.#tasks.get(id);
    if (!task) {
      throw new NotFoundError(`There is no task ${id}`);
    }
    await task(signal);
  }

  async scheduleTask(
    task: SchedulerServiceTaskInvocationDefinition,
  ): Promise<void> {
    this.#tasks.set(task.id, task.fn);
  }

  createScheduledTaskRunner(): SchedulerServiceTaskRunner {
    return { run: task => this.scheduleTask(task) };
  }

  /** What a plugin wants run out of turn waits until it is told, too. */
  async triggerTask(): Promise<void> {}

  async cancelTask(): Promise<void> {}

  async getScheduledTasks(): Promise<SchedulerServiceTaskDescriptor[]> {
    return this.ids.map(id => ({
      id,
      scope: 'global' as const,
      settings: { version: 1 },
    }));
  }
}
