import { readDatabaseConfig } from '../database/databaseConfig.js';
import { logger } from '../logger.js';
import { JobQueue } from '../queue/JobQueue.js';
import { queues, REPORT_QUEUE } from './reportQueue.js';

// For the runbook: sends what was set aside to the queue again.
const { connectionString } = readDatabaseConfig();
const queue = await JobQueue.start({ connectionString, definitions: queues });
const count = await queue.retrySetAside(REPORT_QUEUE);
logger.info({ queue: REPORT_QUEUE, count }, 'sent again');
await queue.stop();
