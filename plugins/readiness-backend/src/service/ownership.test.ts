import { TestDatabases } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { service } from '../__testUtils__/fixtures';
import { TestPortal } from '../__testUtils__/TestPortal';
import { waitUntil } from '../__testUtils__/waitUntil';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const CART = 'component:default/cart';

function group(name: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name, namespace: 'default', uid: `uid-${name}` },
    spec: { type: 'team', children: [] },
  };
}

/** Both groups are empty: each of their services has two findings. */
describe.each(databases.eachSupportedId())(
  'the ownership audit on %s',
  databaseId => {
    let portal: TestPortal;

    beforeAll(async () => {
      portal = await TestPortal.start({
        knex: await databases.init(databaseId),
        entities: [
          group('shop'),
          group('money'),
          service('cart', { system: 'sales' }),
          service('risk', { owner: 'group:default/money' }),
          service('ledger', { owner: 'group:default/money' }),
        ],
        evidence: {
          [CART]: {
            facts: [{ name: 'codeowners.owners', value: ['@acme/other'] }],
          },
        },
        readers: {
          denied: { catalog: 'none' },
          unread: { scorecards: 'none' },
          half: { catalog: ['cart', 'risk'] },
          team: { scorecards: { owners: ['group:default/money'] } },
          mute: { confirm: 'none' },
          shop: { confirm: { owners: ['group:default/shop'] } },
        },
      });
      await waitUntil(async () => {
        const { body } = await portal.get('/ownership');
        return body.total === 6;
      });
    });

    afterAll(() => portal.stop());

    const SEEN: Array<[string, string[]]> = [
      ['admin', ['cart', 'ledger', 'risk']],
      ['half', ['cart', 'risk']],
      ['team', ['ledger', 'risk']],
      ['denied', []],
      ['unread', []],
    ];

    it.each(SEEN)('lists and counts for %s', async (reader, names) => {
      const { body: page } = await portal.get(
        '/ownership?finding=empty-group',
        reader,
      );
      expect(page.items.map((item: { name: string }) => item.name)).toEqual(
        names,
      );
      expect(page.total).toBe(names.length);

      const { body: summary } = await portal.get('/ownership/summary', reader);
      expect(summary).toMatchObject({
        entities: names.length,
        findings: 2 * names.length,
        doubtful: names.length,
        unowned: 0,
      });

      const { body: groups } = await portal.get(
        '/ownership/groups?by=kind',
        reader,
      );
      expect(groups.items).toMatchObject(
        names.length === 0
          ? []
          : [{ key: 'component', entities: names.length }],
      );

      const { body: trend } = await portal.get(
        '/ownership/trend?days=2',
        reader,
      );
      expect(trend.items).toHaveLength(3);
      expect(trend.items[2]).toMatchObject({ doubtful: names.length });

      const { text } = await portal.get('/ownership/export.csv', reader);
      expect(
        text
          .trim()
          .split('\n')
          .slice(1)
          .map(line => line.split(',')[0]),
      ).toEqual(
        expect.arrayContaining(names.map(name => `component:default/${name}`)),
      );
      expect(text.trim().split('\n')).toHaveLength(1 + 2 * names.length);
    });

    it.each([
      ['?group=group:default/money', ['ledger', 'risk']],
      ['?owner=group:default/shop', ['cart']],
      ['?system=system:default/sales', ['cart']],
      ['?q=RIS', ['risk']],
      ['?severity=low', ['cart', 'ledger', 'risk']],
      ['?finding=no-owner', []],
      ['?kind=api', []],
      ['?tier=1', []],
    ])('narrows by %s', async (query, names) => {
      const { body } = await portal.get(`/ownership${query}`);
      expect([
        ...new Set(body.items.map((item: { name: string }) => item.name)),
      ]).toEqual(names);
    });

    it.each(['?finding=odd', '/groups?by=mood', '?after=odd'])(
      'refuses %s',
      async query => {
        const { status } = await portal.get(`/ownership${query}`);
        expect(status).toBe(400);
      },
    );

    it.each<[string, string, object, number, string]>([
      ['half', 'unseen', { entityRefs: ['component:default/ledger'] }, 404, ''],
      ['mute', 'denied', { entityRefs: [CART] }, 403, 'You may not confirm'],
      [
        'shop',
        'of others',
        { entityRefs: [CART, 'component:default/risk'] },
        403,
        'You may not confirm the owner of component:default/risk',
      ],
      [
        'admin',
        'unreadable',
        { entityRefs: ['cart'] },
        400,
        'expected kind:namespace/name',
      ],
      [
        'admin',
        'in the past',
        { entityRefs: [CART], until: '2001-01-01' },
        400,
        'expected a day from today',
      ],
      [
        'admin',
        'on no day',
        { entityRefs: [CART], until: '2031-13-41' },
        400,
        'until',
      ],
    ])(
      'lets %s confirm nothing that is %s',
      async (reader, _, body, status, message) => {
        const response = await portal.post(
          '/ownership/confirmations',
          body,
          reader,
        );
        expect(response.status).toBe(status);
        expect(response.body.error.message).toContain(message);
        const { body: summary } = await portal.get('/ownership/summary');
        expect(summary.coverage.confirmed.count).toBe(0);
      },
    );

    it('takes the word of who may give it, and says who gave it', async () => {
      const { body } = await portal
        .post(
          '/ownership/confirmations',
          { entityRefs: [CART, CART], note: 'asked them' },
          'shop',
        )
        .expect(200);
      expect(body.items).toMatchObject([
        {
          entityRef: CART,
          owner: 'group:default/shop',
          confirmedBy: 'user:default/shop',
          note: 'asked them',
        },
      ]);
      expect(portal.auditor.of('ownership-confirm').at(-1)).toMatchObject({
        outcome: 'success',
        meta: { owners: [{ entityRef: CART, owner: 'group:default/shop' }] },
      });
      const { body: summary } = await portal.get('/ownership/summary');
      expect(summary.coverage.confirmed.count).toBe(1);
    });
  },
);
