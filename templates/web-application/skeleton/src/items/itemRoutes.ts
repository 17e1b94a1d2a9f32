import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { logger } from '../logger.js';
import type { ItemStore } from './ItemStore.js';

const itemBody = z.strictObject({
  name: z.string().trim().min(1).max(100),
  quantity: z.number().int().min(0).max(1_000_000),
  note: z.string().max(1_000).optional(),
});
const page = z.object({
  after: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
const byId = z.object({ id: z.uuid() });

/** Create, read, update and delete items. */
export function registerItemRoutes(
  app: FastifyInstance,
  store: ItemStore,
): void {
  app.get('/api/items', async request => {
    const items = await store.list(page.parse(request.query));
    return { items };
  });

  app.get('/api/items/:id', async (request, reply) => {
    const item = await store.find(byId.parse(request.params).id);
    return item ?? reply.code(404).send({ error: 'There is no such item' });
  });

  app.post('/api/items', async (request, reply) => {
    const item = await store.create(itemBody.parse(request.body));
    if (!item) {
      return reply.code(409).send({ error: 'There is an item of this name' });
    }
    audit('item.created', item.id, request.ip);
    return reply.code(201).send(item);
  });

  app.put('/api/items/:id', async (request, reply) => {
    const { id } = byId.parse(request.params);
    const item = await store.update(id, itemBody.parse(request.body));
    if (!item) {
      return reply.code(404).send({ error: 'There is no such item' });
    }
    audit('item.changed', id, request.ip);
    return item;
  });

  app.delete('/api/items/:id', async (request, reply) => {
    const { id } = byId.parse(request.params);
    if (!(await store.remove(id))) {
      return reply.code(404).send({ error: 'There is no such item' });
    }
    audit('item.deleted', id, request.ip);
    return reply.code(204).send();
  });
}

/** Who changed what goes to the log with a mark of its own. */
function audit(action: string, subject: string, actor: string): void {
  logger.info({ audit: { action, subject, actor } }, 'audited');
}
