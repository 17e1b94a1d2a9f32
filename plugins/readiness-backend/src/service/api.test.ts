import { TestDatabases } from '@backstage/backend-test-utils';
import type { LinkState } from '@airworthy/plugin-readiness-common';
import { service, workload } from '../__testUtils__/fixtures';
import { TestPortal } from '../__testUtils__/TestPortal';
import { waitUntil } from '../__testUtils__/waitUntil';

const CART = 'component:default/cart';
const RISK = 'component:default/risk';
const ENTITY = 'component/default/cart';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('the API on %s', databaseId => {
  let portal: TestPortal;

  beforeAll(async () => {
    const cart = service('cart', { system: 'sales' });
    cart.metadata.title = '=HYPERLINK("https://evil.example")';
    portal = await TestPortal.start({
      knex: await databases.init(databaseId),
      entities: [
        cart,
        service('risk', { owner: 'user:default/ada', tier: 1 }),
        service('trial', { lifecycle: 'experimental' }),
        {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Group',
          metadata: {
            name: 'shop',
            namespace: 'default',
            title: 'The shop',
            uid: 'uid-shop',
          },
          spec: { type: 'team', children: [] },
        },
      ],
      evidence: {
        [CART]: { facts: [workload('cart', { minReplicas: 1 })] },
        [RISK]: { facts: [workload('risk', { minReplicas: 3 })] },
      },
      readers: { spectator: { refresh: 'none' } },
    });
  });

  afterAll(() => portal.stop());

  it('says what the columns are', async () => {
    const { body } = await portal.get('/checklist').expect(200);
    expect(body).toMatchObject({ id: 'default', version: 1 });
    expect(body.environments).toEqual(['production']);
    expect(body.questions.length).toBeGreaterThanOrEqual(15);
    const { body: page } = await portal.get('/scorecards');
    expect(page.checklist).toEqual({ id: 'default', version: 1 });
    for (const item of page.items) {
      expect(item.statuses).toHaveLength(body.columns.length);
    }
    expect(body.inactive.length).toBeGreaterThan(0);
    expect(body.inactive[0].activatedBy.length).toBeGreaterThan(0);
  });

  it.each([
    ['/scorecards?limit=0'],
    ['/scorecards?limit=50001'],
    ['/scorecards?limit=many'],
    ['/scorecards?sort=colour'],
    ['/scorecards?tier=one'],
    ['/scorecards?colour=red'],
    ['/scorecards?status=replicas'],
    ['/scorecards?status=absent:fail'],
    ['/scorecards?status=replicas:red'],
    ['/scorecards?after=nonsense'],
    ['/scorecards?environment=moon'],
    ['/rollups'],
    ['/rollups?by=colour'],
    ['/trends?points=1'],
    ['/trends?from=yesterday'],
    ['/trends?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z'],
    ['/gate/component/default/cart?level=platinum'],
  ])('refuses %s', async path => {
    const { status, body } = await portal.get(path);
    expect([status, body.error.name]).toEqual([400, 'InputError']);
  });

  it('knows one checklist', async () => {
    const known = await portal.get('/scorecards?checklist=default');
    const other = await portal.get('/scorecards?checklist=other');
    expect([known.status, other.status]).toEqual([200, 404]);
  });

  it('pages through the matrix', async () => {
    const { body: first } = await portal.get('/scorecards?limit=2');
    expect(first.items.map((item: { name: string }) => item.name)).toEqual([
      'cart',
      'risk',
    ]);
    expect(first.total).toBe(3);
    const { body: second } = await portal.get(
      `/scorecards?limit=2&after=${first.nextCursor}`,
    );
    expect(second.items.map((item: { name: string }) => item.name)).toEqual([
      'trial',
    ]);
    expect(second.nextCursor).toBeUndefined();
  });

  it.each([
    ['status=replicas:fail', ['cart']],
    ['status=replicas:fail&status=replicas:pass', ['cart', 'risk']],
    ['owner=user:default/ada', ['risk']],
    [
      'owner=user:default/ada&owner=group:default/shop',
      ['cart', 'risk', 'trial'],
    ],
    ['tier=1', ['risk']],
    ['system=system:default/sales', ['cart']],
    ['lifecycle=experimental', ['trial']],
    ['q=RIS', ['risk']],
    // The test's reader is no owner of any.
    ['scope=mine', []],
  ])('filters by %s', async (query, names) => {
    const { body } = await portal.get(`/scorecards?${query}`).expect(200);
    expect(body.items.map((item: { name: string }) => item.name)).toEqual(
      names,
    );
  });

  it('filters by what the caller owns', async () => {
    const { body } = await portal.get('/scorecards?scope=mine', 'ada');
    expect(body.items.map((item: { name: string }) => item.name)).toEqual([
      'risk',
    ]);
  });

  it('explains what it lists', async () => {
    const { body } = await portal.get(`/scorecards/${ENTITY}`).expect(200);
    const { body: page } = await portal.get('/scorecards?q=cart');
    const [row] = page.items;
    expect({
      level: body.level,
      score: body.score,
      counts: body.counts,
      evaluatedAt: body.evaluatedAt,
    }).toEqual({
      level: row.level,
      score: row.score,
      counts: row.counts,
      evaluatedAt: row.evaluatedAt,
    });
    const replicas = body.questions[0].checks[0];
    expect(replicas).toMatchObject({ id: 'replicas', status: 'fail' });
    expect(replicas.since).toBeDefined();
    expect(
      body.links
        .map((link: LinkState) => `${link.source} ${link.status}`)
        .sort(),
    ).toEqual(['attestation not-linked', 'catalog ok', 'repository ok']);
  });

  it('rolls up with titles, previews apart', async () => {
    const { body } = await portal.get('/rollups?by=owner').expect(200);
    expect(body).toMatchObject({ total: 2, previews: 1 });
    expect(
      body.groups.map((group: { key: string; title?: string }) => [
        group.key,
        group.title,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['group:default/shop', 'The shop'],
        ['user:default/ada', undefined],
      ]),
    );
    for (const by of [
      'system',
      'domain',
      'tier',
      'lifecycle',
      'level',
      'question',
    ]) {
      await portal.get(`/rollups?by=${by}`).expect(200);
    }
  });

  it('answers the gate with what blocks it', async () => {
    const { body } = await portal.get(`/gate/${ENTITY}`).expect(200);
    expect(body).toMatchObject({
      pass: false,
      level: 'none',
      required: 'bronze',
    });
    expect(body.blocking).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ check: 'replicas', status: 'fail' }),
      ]),
    );
  });

  it('exports what a spreadsheet does not run', async () => {
    const response = await portal.get('/export.csv').expect(200);
    expect(response.type).toBe('text/csv');
    expect(response.headers['content-disposition']).toContain('readiness.csv');
    expect(response.text).toContain(`"'=HYPERLINK(""https://evil.example"")"`);
    expect(response.text).toMatch(/^entity,.*,replicas,/);
  });

  it('draws a badge', async () => {
    const response = await portal.get(`/badge/${ENTITY}.svg`).expect(200);
    expect(response.type).toBe('image/svg+xml');
    expect(response.body.toString()).toContain('readiness: no level');
  });

  it('lists checks with what they read', async () => {
    const { body } = await portal.get('/checks').expect(200);
    expect(body.items[0]).toMatchObject({
      id: 'replicas',
      facts: ['workloads'],
      sources: ['kubernetes', 'repository'],
      passRate: 0.5,
      counts: { pass: 1, fail: 1 },
    });
  });

  describe('a draft', () => {
    it('is held against the fleet and counts nowhere', async () => {
      const { body } = await portal
        .post('/checks/draft', {
          check: {
            question: 'ownership',
            level: 'bronze',
            title: 'Named well',
            rules: [{ rule: "entity.name.startsWith('c') && owner.ref != ''" }],
            expected: 'a name with c',
            fix: { title: 'Rename it', steps: ['Rename it.'] },
          },
        })
        .expect(200);
      expect(body.counts).toMatchObject({ pass: 1, fail: 1 });
      expect(body.failing).toMatchObject([{ ref: RISK }]);
      const { body: checklist } = await portal.get('/checklist');
      expect(checklist.version).toBe(1);
    });

    it.each([
      [{ id: 'absent', check: {} }, /There is no check "absent"/],
      [
        { check: { title: 'Half' } },
        /readiness\.checklist\.checks\.draft\.question: is required/,
      ],
      [
        { id: 'replicas', check: { rules: [{ rule: 'owner.exists +' }] } },
        /readiness\.checklist\.checks\.replicas\.rules\[0\]\.rule: .*column/,
      ],
      [
        { id: 'replicas', check: { rules: [{ rule: 'onCall.people > 1' }] } },
        /No configured source can answer the draft; one of pagerduty would/,
      ],
    ])('is refused where it is broken: %j', async (draft, message) => {
      const { status, body } = await portal.post('/checks/draft', draft);
      expect(status).toBe(400);
      expect(body.error.message).toMatch(message);
    });
  });

  describe('a refresh', () => {
    it('asks the sources again about one entity', async () => {
      portal.source.stated.set(CART, {
        facts: [workload('cart', { minReplicas: 5 })],
      });
      const { body } = await portal.post(`/refresh/${ENTITY}`, {}).expect(202);
      expect(body.sources).toEqual(['catalog', 'repository', 'attestation']);
      expect(portal.refreshedEntities).toContain(CART);
      await waitUntil(async () => {
        const { body: page } = await portal.get(
          '/scorecards?status=replicas:pass&q=cart',
        );
        return page.total === 1;
      });
      const { body: history } = await portal.get(
        `/scorecards/${ENTITY}/transitions?check=replicas`,
      );
      expect(history.items).toMatchObject([
        { check: 'replicas', from: 'fail', to: 'pass' },
      ]);
      const { body: news } = await portal.get(
        '/transitions?direction=improvement',
      );
      expect(news.items).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ ref: CART, check: 'replicas' }),
        ]),
      );
    });

    it('is for those who may', async () => {
      const denied = await portal.post(`/refresh/${ENTITY}`, {}, 'spectator');
      const absent = await portal.post('/refresh/component/default/no', {});
      expect([denied.status, absent.status]).toEqual([403, 404]);
    });
  });
});
