import type { SchedulerService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type { EvidenceSource } from '@airworthy/plugin-readiness-node';
import { RECONCILE_TASK, taskOfSource } from './tasks';

/** @see SourceRunner */
export interface SourceRunnerOptions {
  sources: readonly EvidenceSource[];
  catalogSource: EvidenceSource;
  scheduler: Pick<SchedulerService, 'triggerTask'>;
}

/** Runs evidence sources out of turn, in whichever replica is free. */
export class SourceRunner {
  readonly #options: SourceRunnerOptions;

  constructor(options: SourceRunnerOptions) {
    this.#options = options;
  }

  /**
   * @returns whether it was started; it runs already otherwise
   * @throws NotFoundError where no source has that id
   */
  async run(id: string): Promise<boolean> {
    const { sources, catalogSource, scheduler } = this.#options;
    const source = sources.find(({ descriptor }) => descriptor.id === id);
    if (!source) {
      throw new NotFoundError(`There is no source "${id}"`);
    }
    try {
      await scheduler.triggerTask(
        // The catalog's own source runs at the end of a reconcile.
        source === catalogSource ? RECONCILE_TASK : taskOfSource(source),
      );
      return true;
    } catch (error) {
      if (error instanceof Error && error.name === 'ConflictError') {
        return false;
      }
      throw error;
    }
  }
}
