import type { FastifyInstance } from 'fastify';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { JobQueue } from '../queue/JobQueue.js';
import type { ReportFeed } from './ReportFeed.js';
import { REPORT_QUEUE } from './reportQueue.js';
import type { Report, ReportStore } from './ReportStore.js';

const byId = z.object({ id: z.uuid() });

/**
 * A report takes a while: the request is answered with an id, a worker makes
 * it, and whoever asked hears when it is there.
 */
export function registerReportRoutes(
  app: FastifyInstance,
  options: { store: ReportStore; queue: JobQueue; feed: ReportFeed },
): void {
  const { store, queue, feed } = options;

  app.post('/api/reports', async (_request, reply) => {
    const id = randomUUID();
    await store.request(id);
    await queue.send(REPORT_QUEUE, { id }, id);
    return reply
      .code(202)
      .header('location', `/api/reports/${id}`)
      .send({ id, status: 'waiting' });
  });

  app.get('/api/reports/:id', async (request, reply) => {
    const report = await store.find(byId.parse(request.params).id);
    return report
      ? describe(report)
      : reply.code(404).send({ error: 'There is no such report' });
  });

  app.get('/api/reports/:id/content', async (request, reply) => {
    const report = await store.find(byId.parse(request.params).id);
    if (report?.content === null || report?.content === undefined) {
      return reply.code(404).send({ error: 'There is no such report yet' });
    }
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="items.csv"')
      .send(report.content);
  });

  /** Server-sent events: the state now, and once more when it is finished. */
  app.get('/api/reports/:id/events', async (request, reply) => {
    const { id } = byId.parse(request.params);
    const first = await store.find(id);
    if (!first) {
      return reply.code(404).send({ error: 'There is no such report' });
    }
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
    });
    const tell = (report: Report) => {
      raw.write(`data: ${JSON.stringify(describe(report))}\n\n`);
      if (report.status !== 'waiting') {
        raw.end();
      }
    };
    const look = async () => {
      if (feed.isStopped) {
        // The browser connects again, to an instance that goes on.
        raw.end();
        return;
      }
      const report = await store.find(id);
      if (report && !raw.writableEnded) {
        tell(report);
      }
    };
    const unsubscribe = feed.subscribe(id, () => {
      look().catch(() => raw.end());
    });
    raw.once('close', unsubscribe);
    tell(first);
    // It may have been finished between the first look and the subscription.
    if (first.status === 'waiting') {
      await look().catch(() => raw.end());
    }
    return reply;
  });
}

function describe({ id, status, requested_at, finished_at }: Report) {
  return {
    id,
    status,
    requestedAt: requested_at,
    finishedAt: finished_at ?? undefined,
  };
}
