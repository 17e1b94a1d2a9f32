import { InputError } from '@backstage/errors';
import type { Router } from 'express';
import { z } from 'zod';
import { answer } from '../answer';
import type { RouterContext } from '../RouterContext';

const DEFAULT_LIMIT = 1000;

const schema = z.tuple([z.string(), z.string(), z.string()]);

/** What other back ends ask and tell; people have the other routes. */
export function addServiceRoutes(router: Router, context: RouterContext): void {
  const { assumptions, designs, httpAuth, store } = context;

  router.get(
    '/service/acceptances',
    answer<'listAcceptances'>(
      httpAuth,
      async ({ query }) => {
        const { limit = DEFAULT_LIMIT, entity, after } = query;
        const items = await assumptions.acceptances({
          entityRefs: entity,
          limit,
          ...(after !== undefined && { after: readAfter(after) }),
        });
        return {
          items,
          ...next(
            items.map(item => [item.entityRef, item.recordId, item.check]),
            limit,
          ),
        };
      },
      { callers: 'services' },
    ),
  );

  router.post(
    '/service/designs',
    answer<'readDesigns'>(
      httpAuth,
      async ({ body }) => ({ items: await designs.read(body.entityRefs) }),
      { callers: 'services' },
    ),
  );

  router.get(
    '/service/documents',
    answer<'listDocuments'>(
      httpAuth,
      async ({ query }) => {
        const { limit = DEFAULT_LIMIT, after } = query;
        const items = await store.documents({
          limit,
          after: after === undefined ? '' : readAfter(after)[0],
        });
        return {
          items,
          ...next(
            items.map(({ id }) => [id, '', '']),
            limit,
          ),
        };
      },
      { callers: 'services' },
    ),
  );

  router.get(
    '/service/assumptions',
    answer<'listAssumptions'>(
      httpAuth,
      async ({ query }) => {
        const { limit = DEFAULT_LIMIT, entity, after } = query;
        const items = await assumptions.assumptions({
          entityRefs: entity,
          limit,
          ...(after !== undefined && { after: readAfter(after) }),
        });
        return {
          items,
          ...next(
            items.map(item => [
              item.entityRef,
              item.recordId,
              item.assumptionId,
            ]),
            limit,
          ),
        };
      },
      { callers: 'services' },
    ),
  );

  router.post(
    '/service/assumptions',
    answer<'reportAssumptions'>(
      httpAuth,
      async ({ body }) => ({ changed: await assumptions.report(body.items) }),
      { callers: 'services' },
    ),
  );
}

function next(keys: string[][], limit: number): { nextCursor?: string } {
  return keys.length < limit
    ? {}
    : {
        nextCursor: Buffer.from(JSON.stringify(keys[keys.length - 1])).toString(
          'base64url',
        ),
      };
}

function readAfter(cursor: string): [string, string, string] {
  try {
    return schema.parse(
      JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')),
    );
  } catch {
    throw new InputError('`after` is no cursor of this list');
  }
}
