import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createHttpServer } from '../http/createHttpServer.js';
import { registerItemRoutes } from '../items/itemRoutes.js';
import { ItemStore } from '../items/ItemStore.js';
import type { Lifecycle } from '../lifecycle.js';
import type { JobQueue } from '../queue/JobQueue.js';
import type { ReportFeed } from '../reports/ReportFeed.js';
import { registerReportRoutes } from '../reports/reportRoutes.js';
import { ReportStore } from '../reports/ReportStore.js';
import type { OpenDatabase } from './openDatabase.js';

/** What `vite build` made. Absent while the UI is served by vite. */
const UI = fileURLToPath(new URL('../ui', import.meta.url));

/** The API, and the UI where it is built. */
export async function createApp(options: {
  lifecycle: Lifecycle;
  database: OpenDatabase;
  queue: JobQueue;
  feed: ReportFeed;
  requestsPerMinute: number;
}): Promise<FastifyInstance> {
  const { lifecycle, database, queue, feed, requestsPerMinute } = options;
  const app = await createHttpServer({
    lifecycle,
    requestsPerMinute,
    ready: [
      async () => {
        await database.guard.run('ready', () =>
          sql`SELECT 1`.execute(database.db),
        );
      },
    ],
  });
  registerItemRoutes(app, new ItemStore(database));
  registerReportRoutes(app, { store: new ReportStore(database), queue, feed });
  if (existsSync(UI)) {
    await app.register(fastifyStatic, { root: UI });
  }
  return app;
}
