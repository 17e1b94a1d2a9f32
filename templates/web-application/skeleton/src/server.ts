import { createApp } from './app/createApp.js';
import { readHttpConfig } from './app/httpConfig.js';
import { openDatabase } from './app/openDatabase.js';
import { readDatabaseConfig } from './database/databaseConfig.js';
import { Lifecycle } from './lifecycle.js';
import { JobQueue } from './queue/JobQueue.js';
import { ReportFeed } from './reports/ReportFeed.js';
import { queues } from './reports/reportQueue.js';

const http = readHttpConfig();
const databaseConfig = readDatabaseConfig();
const lifecycle = new Lifecycle();

const database = openDatabase(databaseConfig, lifecycle);
const queue = await JobQueue.start({
  connectionString: databaseConfig.connectionString,
  definitions: queues,
});
lifecycle.onStop(() => queue.stop());
const feed = new ReportFeed(databaseConfig);
const app = await createApp({ lifecycle, database, queue, feed, ...http });
lifecycle.onStop(() => app.close());
// Closed first: whoever waits for a report connects to another instance.
feed.start(lifecycle);

lifecycle.stopOnSignal({ drainMs: http.drainMs, graceMs: 40_000 });
await app.listen({ host: http.host, port: http.port });
