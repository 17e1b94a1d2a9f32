import { TestDatabases } from '@backstage/backend-test-utils';
import { service, workload } from '../__testUtils__/fixtures';
import { TestPortal } from '../__testUtils__/TestPortal';

const CART = 'component:default/cart';
const RISK = 'component:default/risk';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

/**
 * Three services; `half` sees two of them in the catalog, `team` may read the
 * scorecards of one owner alone.
 */
describe.each(databases.eachSupportedId())(
  'what readers see on %s',
  databaseId => {
    let portal: TestPortal;

    beforeAll(async () => {
      portal = await TestPortal.start({
        knex: await databases.init(databaseId),
        entities: [
          service('cart', { owner: 'group:default/shop' }),
          service('risk', { owner: 'group:default/money' }),
          service('ledger', { owner: 'group:default/money' }),
        ],
        evidence: {
          [CART]: { facts: [workload('cart', { minReplicas: 1 })] },
          [RISK]: { facts: [workload('risk', { minReplicas: 3 })] },
        },
        readers: {
          denied: { catalog: 'none' },
          unread: { scorecards: 'none' },
          half: { catalog: ['cart', 'risk'] },
          team: { scorecards: { owners: ['group:default/money'] } },
          both: {
            catalog: ['cart', 'risk'],
            scorecards: { owners: ['group:default/money'] },
          },
        },
      });
    });

    afterAll(() => portal.stop());

    const SEEN: Array<[string, string[]]> = [
      ['admin', ['cart', 'ledger', 'risk']],
      ['half', ['cart', 'risk']],
      ['team', ['ledger', 'risk']],
      ['both', ['risk']],
      ['denied', []],
      ['unread', []],
    ];

    it.each(SEEN)('lists for %s', async (reader, names) => {
      const { body } = await portal.get('/scorecards', reader);
      expect(body.items.map((item: { name: string }) => item.name)).toEqual(
        names,
      );
      expect(body.total).toBe(names.length);
    });

    it.each(SEEN)('counts for %s', async (reader, names) => {
      const { body } = await portal.get('/rollups?by=lifecycle', reader);
      expect(body.total).toBe(names.length);
      const { body: questions } = await portal.get(
        '/rollups?by=question',
        reader,
      );
      expect(questions.total).toBe(names.length);
    });

    it.each(SEEN)('draws a trend for %s', async (reader, names) => {
      const { body } = await portal.get('/trends?points=2', reader);
      expect(body.points.at(-1).services).toBe(names.length);
    });

    it.each(SEEN)('finds fixes for %s', async (reader, names) => {
      const { body } = await portal.get('/fixes', reader);
      const replicas = body.items.find(
        (item: { check: string }) => item.check === 'replicas',
      );
      expect(replicas?.fails ?? 0).toBe(names.includes('cart') ? 1 : 0);
    });

    it.each(SEEN)('counts checks for %s', async (reader, names) => {
      const { body } = await portal.get('/checks', reader);
      const [{ counts }] = body.items;
      expect(
        counts.pass + counts.fail + counts.unknown + counts['not-applicable'],
      ).toBe(names.length);
    });

    it.each(SEEN)('exports for %s', async (reader, names) => {
      const { text } = await portal.get('/export.csv', reader);
      const rows = text.trim().split('\n').slice(1);
      expect(rows.map(row => row.split(',')[0])).toEqual(
        names.map(name => `component:default/${name}`),
      );
    });

    it.each(SEEN)('tries a draft for %s', async (reader, names) => {
      const { body } = await portal.post(
        '/checks/draft',
        { id: 'replicas', check: { params: { minimum: 9 } } },
        reader,
      );
      const { pass, fail, unknown } = body.counts;
      expect(pass + fail + unknown + body.counts['not-applicable']).toBe(
        names.length,
      );
      expect(body.failing.map((item: { ref: string }) => item.ref)).toEqual(
        names
          .filter(name => name !== 'ledger')
          .map(name => `component:default/${name}`),
      );
    });

    it.each(SEEN)('counts linked entities for %s', async (reader, names) => {
      const { body } = await portal.get('/sources', reader);
      const repository = body.items.find(
        (item: { id: string }) => item.id === 'repository',
      );
      expect(repository.entities).toBe(names.length);
      expect(repository.linked).toBe(
        names.filter(name => name !== 'ledger').length,
      );
    });

    describe.each([
      ['the scorecard', '/scorecards/component/default/cart'],
      ['its history', '/scorecards/component/default/cart/transitions'],
      ['the gate', '/gate/component/default/cart'],
      ['the badge', '/badge/component/default/cart.svg'],
    ])('of one service, %s', (_, path) => {
      it.each([
        ['admin', 200],
        ['half', 200],
        // The catalog shows it to them, its scorecard is what they may not see.
        ['team', 403],
        ['both', 403],
        ['unread', 403],
        // They may not know that it is there.
        ['denied', 404],
      ])('answers %s with %i', async (reader, status) => {
        const response = await portal.get(path, reader);
        expect(response.status).toBe(status);
      });
    });

    it('does not tell what is not there from what is hidden', async () => {
      const hidden = await portal.get(
        '/scorecards/component/default/ledger',
        'half',
      );
      const absent = await portal.get(
        '/scorecards/component/default/absent',
        'half',
      );
      expect(hidden.status).toBe(404);
      expect(hidden.body.error.message.replace('ledger', 'absent')).toBe(
        absent.body.error.message,
      );
    });

    it('answers 503 where the catalog does not say what it shows', async () => {
      const closed = await TestPortal.start({
        knex: await databases.init(databaseId),
        entities: [service('cart')],
        readers: { half: { catalog: ['cart'] } },
      });
      closed.catalogState.failure = 'no database';
      try {
        const list = await closed.get('/scorecards', 'half');
        const csv = await closed.get('/export.csv', 'half');
        const unrestricted = await closed.get('/scorecards', 'admin');
        expect([list.status, csv.status, unrestricted.status]).toEqual([
          503, 503, 200,
        ]);
      } finally {
        await closed.stop();
      }
    });

    it('needs to know who asks', async () => {
      const { status } = await portal
        .get('/scorecards')
        .set('authorization', 'Bearer invalid');
      expect(status).toBe(401);
    });
  },
);
