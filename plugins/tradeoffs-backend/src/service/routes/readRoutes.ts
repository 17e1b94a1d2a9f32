import { stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import type { Router } from 'express';
import {
  designSteps,
  diffTexts,
  lintRecord,
  parseRecord,
  statement,
} from '@airworthy/plugin-tradeoffs-common';
import { toAxis } from '../../lists';
import {
  describeTradeoffs,
  toRevisionEntry,
} from '../../records/describeRecord';
import { answer, readRequest } from '../answer';
import type { RouterContext } from '../RouterContext';

const DEFAULT_LIMIT = 100;

/** Lists, single records, entities and the fleet. */
export function addReadRoutes(router: Router, context: RouterContext): void {
  const { access, axes, entities, fleet, httpAuth, list, reader, store } =
    context;

  router.get(
    '/axes',
    answer<'listAxes'>(httpAuth, async () => ({
      axes: axes.map(toAxis),
      designSteps: designSteps.map(({ id, title }) => ({ id, title })),
    })),
  );

  router.get(
    '/records',
    answer<'listRecords'>(httpAuth, async ({ credentials, query }) => {
      const { limit = DEFAULT_LIMIT, after, scope: whose, ...filters } = query;
      return list.page(
        await access.readScope(credentials),
        {
          ...filters,
          ...(whose === 'mine' && { mine: await access.ownRefs(credentials) }),
        },
        { limit, after },
      );
    }),
  );

  router.get(
    '/fleet',
    answer<'getFleet'>(httpAuth, async ({ credentials, query }) => {
      const { limit = DEFAULT_LIMIT, after, scope: whose, ...filters } = query;
      return fleet.page(
        await access.readScope(credentials),
        {
          ...filters,
          ...(whose === 'mine' && { mine: await access.ownRefs(credentials) }),
        },
        { limit, after },
      );
    }),
  );

  router.get(
    '/entities/:kind/:namespace/:name',
    answer<'getEntityTradeoffs'>(httpAuth, async ({ credentials, path }) => {
      const ref = stringifyEntityRef(path);
      return {
        ...(await entities.read(await access.readScope(credentials), ref)),
        canCreate: await access.canCreateFor(credentials, ref),
      };
    }),
  );

  router.get(
    '/records/:id',
    answer<'getRecord'>(httpAuth, async ({ credentials, path }) =>
      reader.read(credentials, path.id),
    ),
  );

  router.get(
    '/records/:id/revisions',
    answer<'listRevisions'>(httpAuth, async ({ credentials, path }) => {
      const { found } = await access.find(credentials, path.id);
      const history = await store.history(found.id);
      return { items: history.map(toRevisionEntry) };
    }),
  );

  router.get(
    '/records/:id/revisions/:revision',
    answer<'getRevision'>(httpAuth, async ({ credentials, path }) => {
      const { found } = await access.find(credentials, path.id);
      const revision = await store.revision(found.id, Number(path.revision));
      if (!revision) {
        throw new NotFoundError(
          `${found.name} has no revision ${path.revision}`,
        );
      }
      return { ...toRevisionEntry(revision), content: revision.content };
    }),
  );

  router.get(
    '/records/:id/diff',
    answer<'diffRecord'>(httpAuth, async ({ credentials, path, query }) => {
      const { found } = await access.find(credentials, path.id);
      const to = {
        id: found.id,
        title: found.title,
        revision: found.revision,
      };
      const text = found.pending ?? found.content;
      if (query.revision !== undefined) {
        const revision = await store.revision(found.id, query.revision);
        if (!revision) {
          throw new NotFoundError(
            `${found.name} has no revision ${query.revision}`,
          );
        }
        return {
          from: {
            id: found.id,
            title: revision.title,
            revision: revision.revision,
          },
          to,
          hunks: diffTexts(revision.content, text),
        };
      }
      const { supersedes } = await reader.read(credentials, found.id);
      const against = query.against ?? supersedes?.[0];
      if (against === undefined) {
        throw new NotFoundError(`${found.name} supersedes no record`);
      }
      const { found: other } = await access.find(credentials, against);
      return {
        from: {
          id: other.id,
          title: other.title,
          revision: other.revision,
        },
        to,
        hunks: diffTexts(other.pending ?? other.content, text),
      };
    }),
  );

  router.get('/records/:id/export', async (request, response) => {
    const { credentials, path } = await readRequest<'exportRecord'>(
      request,
      httpAuth,
    );
    const { found } = await access.find(credentials, path.id);
    const name =
      found.file?.split('/').pop() ??
      `${found.name.replace(/[^\w.-]+/g, '-')}.md`;
    response
      .status(200)
      .attachment(name)
      .type('text/markdown; charset=utf-8')
      // Whatever it holds, no browser takes it for anything else.
      .set('x-content-type-options', 'nosniff')
      .send(Buffer.from(found.pending ?? found.content, 'utf8'));
  });

  router.post(
    '/validate',
    answer<'validateRecord'>(httpAuth, async ({ body }) => {
      const { record, problems } = parseRecord({
        file: 'record.md',
        text: body.content,
      });
      if (!record) {
        return { problems };
      }
      const summary = statement(
        record,
        body.entityRef?.split('/').pop() ?? record.entityRefs[0] ?? '',
      );
      return {
        problems: [...problems, ...lintRecord(record, 'record.md')],
        record: {
          name: record.id,
          title: record.title,
          status: record.status,
          format: record.format,
          ...(summary && { summary }),
          tradeoffs: describeTradeoffs(record, axes, {
            assumptions: [],
            refs: [],
          }),
        },
      };
    }),
  );
}
