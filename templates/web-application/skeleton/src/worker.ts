import { readHttpConfig } from './app/httpConfig.js';
import { openDatabase } from './app/openDatabase.js';
import { readDatabaseConfig } from './database/databaseConfig.js';
import { createHttpServer } from './http/createHttpServer.js';
import { Lifecycle } from './lifecycle.js';
import { logger } from './logger.js';
import { JobQueue } from './queue/JobQueue.js';
import { makeReports } from './reports/makeReports.js';
import { queues } from './reports/reportQueue.js';
import { ReportStore } from './reports/ReportStore.js';

const http = readHttpConfig();
const databaseConfig = readDatabaseConfig();
const lifecycle = new Lifecycle();

const database = openDatabase(databaseConfig, lifecycle);
const queue = await JobQueue.start({
  connectionString: databaseConfig.connectionString,
  definitions: queues,
});
lifecycle.onStop(() => queue.stop());
await makeReports(queue, new ReportStore(database));

const observer = setInterval(() => {
  queue
    .observe()
    .catch(error => logger.warn({ err: error }, 'the queue was not counted'));
}, Number(process.env.QUEUE_OBSERVE_MS ?? 15_000));
lifecycle.onStop(async () => clearInterval(observer));

const app = await createHttpServer({ lifecycle, ready: [], ...http });
lifecycle.onStop(() => app.close());
lifecycle.stopOnSignal({ drainMs: 0, graceMs: 40_000 });
await app.listen({ host: http.host, port: http.port });
