import {
  createMockDirectory,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { RecordRow } from '@airworthy/plugin-tradeoffs-common';
import { recordText } from '../__testUtils__/recordText';
import { component, TestPortal } from '../__testUtils__/TestPortal';

jest.setTimeout(120_000);

const PAYMENTS = 'group:default/payments';

describe('the API', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
  const directory = createMockDirectory();
  let portal: TestPortal | undefined;

  afterEach(async () => {
    await portal?.stop();
    portal = undefined;
  });

  async function start(
    databaseId: Parameters<typeof databases.init>[0],
    files: Record<string, string>,
    options: Partial<Parameters<typeof TestPortal.start>[0]> = {},
  ): Promise<TestPortal> {
    directory.setContent({
      payments: {
        'catalog-info.yaml': 'kind: Component',
        'docs/decisions': files,
      },
      cart: { 'catalog-info.yaml': 'kind: Component' },
    });
    portal = await TestPortal.start({
      knex: await databases.init(databaseId),
      entities: [
        component('payments-api', {
          folder: directory.resolve('payments'),
          owner: PAYMENTS,
          system: 'system:default/commerce',
        }),
        component('cart', {
          folder: directory.resolve('cart'),
          owner: 'group:default/cart',
        }),
        component('commerce', { kind: 'System', owner: PAYMENTS }),
        {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Group',
          metadata: { name: 'payments', namespace: 'default', uid: 'uid-g' },
          relations: [
            { type: 'hasMember', targetRef: 'user:default/ada' },
            { type: 'hasMember', targetRef: 'user:default/bob' },
          ],
        },
      ],
      readers: {
        ada: { groups: [PAYMENTS] },
        eve: { catalog: ['cart'], groups: ['group:default/cart'] },
        ...options.readers,
      },
      config: {
        readiness: { repository: { localRoots: [directory.path] } },
      },
    });
    await portal.index();
    return portal;
  }

  it.each(databases.eachSupportedId())(
    'lists what repositories hold, what cannot be read included, %p',
    async databaseId => {
      const api = await start(databaseId, {
        '0007-one-zone.md': recordText(),
        '0008-nygard.md':
          '# 8. Use queues\n\n## Status\n\nProposed\n\n## Decision\n\nYes.',
        '0009-broken.md':
          '---\nstatus: accepted\ndate: 2026-02-30\n---\n# Wrong day',
        '0010-js.md': '---js\n{ status: "accepted" }\n---\n# Code',
      });
      const { body } = await api.get('/records').expect(200);
      expect(
        body.items.map(({ id, status, format }: RecordRow) => [
          id,
          status,
          format,
        ]),
      ).toEqual([
        ['payments-api.0009-broken', 'unparsable', 'unknown'],
        ['payments-api.0010-js', 'unparsable', 'unknown'],
        ['payments-0007', 'accepted', 'airworthy'],
        ['payments-api.0008-nygard', 'proposed', 'nygard'],
      ]);
      expect(body.total).toBe(4);
      expect(body.counts).toMatchObject({
        status: { accepted: 1, proposed: 1, unparsable: 2 },
        state: { broken: 2, 'in-force': 1, contradicted: 0 },
      });
      expect(body.items[0]).toMatchObject({
        title: 'Wrong day',
        file: 'docs/decisions/0009-broken.md',
        line: 3,
        entityRefs: ['component:default/payments-api'],
      });

      const page = await api.get('/records?limit=3').expect(200);
      const rest = await api
        .get(`/records?limit=3&after=${page.body.nextCursor}`)
        .expect(200);
      expect(rest.body.items.map(({ id }: RecordRow) => id)).toEqual([
        'payments-api.0008-nygard',
      ]);
      expect(rest.body.nextCursor).toBeUndefined();
      await api.get('/records?after=nonsense').expect(400);
    },
  );

  it.each(databases.eachSupportedId())(
    'shows nothing of what the catalog does not show, %p',
    async databaseId => {
      const api = await start(databaseId, {
        '0007-one-zone.md': recordText(),
        '0009-shared.md': recordText({
          id: 'shared',
          title: 'Shared',
          entity: 'component:default/cart, component:default/payments-api',
        }),
      });
      const { body } = await api.get('/records', 'eve').expect(200);
      expect(body.items).toEqual([
        expect.objectContaining({
          id: 'shared',
          entityRefs: ['component:default/cart'],
          redactedEntities: 1,
        }),
      ]);
      expect(body.total).toBe(1);
      expect(body.counts.status).toEqual({ accepted: 1 });
      await api.get('/records/payments-0007', 'eve').expect(404);
      await api.get('/records/payments-0007/export', 'eve').expect(404);
      await api.get('/records/payments-0007/revisions', 'eve').expect(404);
      await api.get('/records/payments-0007/revisions/1', 'eve').expect(404);
      await api
        .get('/records/shared/diff?against=payments-0007', 'eve')
        .expect(404);
      await api
        .get('/entities/component/default/payments-api', 'eve')
        .expect(404);
      await expect(
        api.get('/records?entity=component:default/payments-api', 'eve'),
      ).resolves.toMatchObject({ body: { items: [], total: 0 } });
      await expect(api.get('/fleet', 'eve')).resolves.toMatchObject({
        body: { total: 1, entities: [{ ref: 'component:default/cart' }] },
      });
      for (const [method, path, sent] of [
        ['put', '/records/payments-0007', { content: '# x', revision: 1 }],
        [
          'post',
          '/records/payments-0007/status',
          { status: 'deprecated', revision: 1 },
        ],
        ['post', '/records/payments-0007/review', { revision: 1 }],
        ['post', '/records/payments-0007/propose', { revision: 1 }],
        ['post', '/records/payments-0007/acceptances/confirm', { revision: 1 }],
      ] as const) {
        await api[method](path, sent, 'eve').expect(404);
      }
      api.catalogState.failure = 'down';
      // Another reader with the same conditions reads the same set.
      await api.get('/records', 'eve').expect(200);
    },
  );

  it('answers nothing where the catalog does not say what it shows', async () => {
    const api = await start('SQLITE_3', { '0007-one-zone.md': recordText() });
    api.catalogState.failure = 'down';
    await api.get('/records', 'eve').expect(503);
  });

  it('denies whom the policy denies', async () => {
    const api = await start(
      'SQLITE_3',
      { '0007-one-zone.md': recordText() },
      {
        readers: {
          none: {
            records: {
              'tradeoffs.record.read': 'none',
              'tradeoffs.record.create': 'none',
            },
          },
          reader: {
            groups: [PAYMENTS],
            records: {
              'tradeoffs.record.create': { owners: ['group:default/cart'] },
              'tradeoffs.record.accept': 'none',
            },
          },
        },
      },
    );
    await expect(api.get('/records', 'none')).resolves.toMatchObject({
      body: { items: [], total: 0 },
    });
    await api.get('/records/payments-0007', 'none').expect(404);
    const seen = await api.get('/records/payments-0007', 'reader').expect(200);
    expect(seen.body).toMatchObject({ editable: false, canAccept: false });
    await api
      .put(
        '/records/payments-0007',
        { content: recordText(), revision: 1 },
        'reader',
      )
      .expect(403);
    await api
      .post(
        '/records',
        { entityRef: 'component:default/payments-api', content: '# x' },
        'reader',
      )
      .expect(403);
    await api
      .post(
        '/records/payments-0007/acceptances/confirm',
        { revision: 1 },
        'reader',
      )
      .expect(403);
    await api
      .post('/records/payments-0007/review', { revision: 1 }, 'reader')
      .expect(403);
    await api.asService('get', '/service/acceptances').expect(200);
    await api.get('/service/acceptances').expect(403);
    await api.get('/service/assumptions').expect(403);
    await api.post('/service/assumptions', { items: [] }).expect(403);
  });

  it.each(databases.eachSupportedId())(
    'keeps both texts where two people edit one record, %p',
    async databaseId => {
      const api = await start(databaseId, {});
      const content = recordText({ id: 'portal-1', status: 'draft' });
      const created = await api
        .post(
          '/records',
          { entityRef: 'component:default/payments-api', content },
          'ada',
        )
        .expect(201);
      expect(created.body).toMatchObject({
        id: 'portal-1',
        origin: 'portal',
        revision: 1,
        content,
        editable: true,
        canAccept: true,
        canPropose: false,
      });
      // An unchanged save is the same file, and no new revision.
      const same = await api
        .put('/records/portal-1', { content, revision: 1 }, 'ada')
        .expect(200);
      expect(same.body).toMatchObject({ revision: 1, content });
      const exported = await api.get('/records/portal-1/export').expect(200);
      expect(exported.headers['content-type']).toContain('text/markdown');
      expect(exported.text ?? exported.body.toString()).toBe(content);

      const hers = content.replace('it is cheaper', 'she says so');
      const his = content.replace('it is cheaper', 'he says so');
      await api
        .put('/records/portal-1', { content: hers, revision: 1 }, 'ada')
        .expect(200);
      const conflict = await api
        .put('/records/portal-1', { content: his, revision: 1 }, 'bob')
        .expect(409);
      expect(conflict.body).toMatchObject({
        error: { name: 'ConflictError' },
        current: { content: hers, revision: 2, by: 'user:default/ada' },
      });
      const history = await api.get('/records/portal-1/revisions').expect(200);
      expect(history.body.items).toMatchObject([
        { revision: 2, change: 'edited', by: 'user:default/ada' },
        { revision: 1, change: 'created' },
      ]);
      const first = await api.get('/records/portal-1/revisions/1').expect(200);
      expect(first.body.content).toBe(content);
      const diff = await api
        .get('/records/portal-1/diff?revision=1')
        .expect(200);
      expect(
        diff.body.hunks[0].lines.filter(
          ({ kind }: { kind: string }) => kind !== 'same',
        ),
      ).toEqual([
        { kind: 'removed', text: expect.stringContaining('it is cheaper') },
        { kind: 'added', text: expect.stringContaining('she says so') },
      ]);
    },
  );

  it('lets only a decision maker or the owner accept, by button or by text', async () => {
    const api = await start('SQLITE_3', {});
    const draft = recordText({ id: 'portal-1', status: 'proposed' });
    const entityRef = 'component:default/payments-api';
    await api
      .post('/records', { entityRef, content: recordText({ id: 'p2' }) }, 'bob')
      .expect(403);
    await api
      .post('/records', { entityRef, content: draft }, 'bob')
      .expect(201);
    await api
      .post(
        '/records/portal-1/status',
        { status: 'accepted', revision: 1 },
        'bob',
      )
      .expect(403);
    await api
      .put(
        '/records/portal-1',
        {
          content: draft.replace('status: proposed', 'status: accepted'),
          revision: 1,
        },
        'bob',
      )
      .expect(403);
    const accepted = await api
      .post(
        '/records/portal-1/status',
        { status: 'accepted', revision: 1 },
        'ada',
      )
      .expect(200);
    expect(accepted.body).toMatchObject({
      status: 'accepted',
      revision: 2,
      content: draft.replace('status: proposed', 'status: accepted'),
    });
    await api
      .post('/records/portal-1/status', { status: 'draft', revision: 2 }, 'ada')
      .expect(400);
    await api
      .post(
        '/records/portal-1/status',
        { status: 'superseded', revision: 2 },
        'ada',
      )
      .expect(400);
  });

  it('names what keeps a text from being saved or accepted', async () => {
    const api = await start('SQLITE_3', {});
    const entityRef = 'component:default/payments-api';
    const wrong = await api
      .post(
        '/records',
        {
          entityRef,
          content: recordText({ status: 'draft', reviewed: '2026-02-30' }),
        },
        'ada',
      )
      .expect(400);
    expect(wrong.body.error.message).toMatch(
      /line 5, column 19: last_reviewed_on is not a day/,
    );
    const other = await api
      .post(
        '/records',
        {
          entityRef: 'component:default/cart',
          content: recordText({ status: 'draft' }),
        },
        'ada',
      )
      .expect(400);
    expect(other.body.error.message).toContain('component:default/cart');
    await api
      .post('/records', { entityRef, content: '# Bare\n' }, 'ada')
      .expect(201);
    const refused = await api
      .post('/records/bare/status', { status: 'accepted', revision: 1 }, 'ada')
      .expect(400);
    expect(refused.body.error.message).toMatch(/at least two/);
    const checked = await api
      .post('/validate', { content: '---\nstatus: maybe\n---\n# X' }, 'eve')
      .expect(200);
    expect(checked.body).toMatchObject({
      problems: [{ severity: 'error', code: 'unknown-status' }],
    });
  });
});
