import type { QueueDefinition } from '../queue/JobQueue.js';

export const REPORT_QUEUE = 'reports';

export const queues: QueueDefinition[] = [
  {
    name: REPORT_QUEUE,
    retries: 3,
    retryDelaySeconds: 2,
    timeoutSeconds: 60,
  },
];
