import { TestDatabases } from '@backstage/backend-test-utils';
import { service } from '../__testUtils__/fixtures';
import { TestPortal } from '../__testUtils__/TestPortal';
import { waitUntil } from '../__testUtils__/waitUntil';

jest.setTimeout(120_000);
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('sources on %s', databaseId => {
  let portal: TestPortal;

  beforeAll(async () => {
    portal = await TestPortal.start({
      knex: await databases.init(databaseId),
      entities: ['a', 'b', 'c', 'd', 'e'].map(name => service(name)),
      evidence: {
        'component:default/a': {},
        'component:default/b': {
          status: 'not-found',
          message: 'There is no thing called b.',
        },
      },
      linkedBy: ['vendor.test/slug'],
      readers: {
        spectator: { denied: ['readiness.source.run'] },
        stranger: { catalog: ['a', 'c'] },
      },
    });
  });

  afterAll(() => portal.stop());

  const unlinked = async (query: string, reader?: string) =>
    (await portal.get(`/sources/repository/unlinked${query}`, reader)).body;

  it('say how many entities they speak about', async () => {
    const { body } = await portal.get('/sources').expect(200);
    expect(
      body.items.find(({ id }: { id: string }) => id === 'repository'),
    ).toMatchObject({
      coverage: {
        linked: 1,
        entities: 5,
        statuses: { ok: 1, 'not-found': 1, 'not-linked': 3 },
      },
      emits: [],
      mayRun: true,
    });
    const { body: seen } = await portal.get('/sources', 'stranger');
    expect(
      seen.items.find(({ id }: { id: string }) => id === 'repository').coverage,
    ).toEqual({
      linked: 1,
      entities: 2,
      statuses: { ok: 1, 'not-linked': 1 },
    });
  });

  it('name the entities that they say nothing about, page by page', async () => {
    const first = await unlinked('?limit=2');
    expect(first).toEqual({
      total: 4,
      nextCursor: 'component:default/c',
      items: [
        {
          ref: 'component:default/b',
          title: 'b',
          owner: 'group:default/shop',
          status: 'not-found',
          message: 'There is no thing called b.',
        },
        {
          ref: 'component:default/c',
          title: 'c',
          owner: 'group:default/shop',
          status: 'not-linked',
          annotation: 'vendor.test/slug: c',
        },
      ],
    });
    const second = await unlinked(`?limit=2&after=${first.nextCursor}`);
    expect(second.items.map(({ title }: { title: string }) => title)).toEqual([
      'd',
      'e',
    ]);
    expect(second.nextCursor).toBeUndefined();
  });

  it('name to nobody what the catalog does not show', async () => {
    const page = await unlinked('', 'stranger');
    expect(page.total).toBe(1);
    expect(page.items).toMatchObject([{ ref: 'component:default/c' }]);
  });

  it('run when somebody asks who may', async () => {
    portal.source.stated.set('component:default/c', {});
    const { body } = await portal.post('/sources/repository/run', {});
    expect(body).toEqual({ source: 'repository', started: true });
    await waitUntil(async () => (await unlinked('')).total === 3);
    const { body: catalog } = await portal.post('/sources/catalog/run', {});
    expect(catalog.started).toBe(true);

    const denied = await portal.post(
      '/sources/repository/run',
      {},
      'spectator',
    );
    const absent = await portal.post('/sources/none/run', {});
    expect([denied.status, absent.status]).toEqual([403, 404]);
    expect(
      portal.auditor
        .of('source-run')
        .map(({ outcome, meta }) => `${meta.source} ${outcome}`),
    ).toEqual([
      'repository success',
      'catalog success',
      'repository fail',
      'none fail',
    ]);
    const { body: sources } = await portal.get('/sources', 'spectator');
    expect(sources.items[0].mayRun).toBe(false);
  });

  it('are none that nobody configured', async () => {
    const { status } = await portal.get('/sources/none/unlinked');
    expect(status).toBe(404);
  });
});
