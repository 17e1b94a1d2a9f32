import type { JobQueue } from '../queue/JobQueue.js';
import { REPORT_QUEUE } from './reportQueue.js';
import type { ReportStore } from './ReportStore.js';

/** Makes reports until the queue is stopped. Making one twice does no harm. */
export async function makeReports(
  queue: JobQueue,
  store: ReportStore,
): Promise<void> {
  await queue.work<{ id: string }>(
    REPORT_QUEUE,
    async ({ id }) => {
      await store.finish(id, {
        status: 'ready',
        content: await store.content(),
      });
    },
    // Whoever waits is told; the job itself is kept for us to look at.
    ({ id }) => store.finish(id, { status: 'failed' }),
  );
}
