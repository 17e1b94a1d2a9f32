import { TestDatabases } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { service } from '../__testUtils__/fixtures';
import { ReadinessHarness } from '../__testUtils__/ReadinessHarness';
import { EntityTitles } from '../fleet';
import { GroupTree } from './GroupTree';
import { OwnershipReader } from './OwnershipReader';
import { OwnershipSummaries } from './OwnershipSummaries';
import type { OwnershipFilter, OwnershipView } from './ownershipQuery';

jest.setTimeout(120_000);

const DAY = 24 * 60 * 60 * 1000;

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

function group(name: string, childOf?: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name, namespace: 'default', uid: `uid-${name}` },
    spec: {
      type: 'team',
      children: [],
      profile: { email: `${name}@example.com` },
    },
    relations: childOf
      ? [{ type: 'childOf', targetRef: `group:default/${childOf}` }]
      : [],
  };
}

function user(name: string, ...groups: string[]): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name, namespace: 'default', uid: `uid-${name}` },
    spec: { memberOf: groups },
    relations: groups.map(target => ({
      type: 'memberOf',
      targetRef: `group:default/${target}`,
    })),
  };
}

function unowned(kind: string, name: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', uid: `uid-${name}` },
    spec: { type: 'any' },
  };
}

describe.each(databases.eachSupportedId())('the audit on %s', databaseId => {
  async function audited(entities: Entity[]) {
    const harness = await ReadinessHarness.create({
      knex: await databases.init(databaseId),
      entities,
    });
    await harness.run();
    const { knex } = harness;
    const reader = new OwnershipReader({
      knex,
      titles: new EntityTitles({ knex }),
    });
    const summaries = new OwnershipSummaries({ knex, confirmForMs: 90 * DAY });
    const view = (
      filter: OwnershipFilter = {},
      scope: OwnershipView['scope'] = { kind: 'all' },
    ) => ({ scope, filter });
    const findings = async (filter: OwnershipFilter = {}) =>
      (await reader.page(view(filter), { limit: 100 })).items.map(
        item => `${item.name}: ${item.finding}`,
      );
    return { harness, reader, summaries, view, findings };
  }

  const fleet = () => [
    group('shop'),
    group('till', 'shop'),
    group('empty'),
    user('ada', 'shop'),
    user('grace', 'shop', 'till'),
    service('cart'),
    service('pos', { owner: 'group:default/till', system: 'sales' }),
    service('void', { owner: 'group:default/empty' }),
    service('lost', { owner: 'group:default/gone' }),
    service('pet', { owner: 'user:default/ada' }),
    unowned('API', 'orders'),
    unowned('Location', 'elsewhere'),
  ];

  it('ranks what it finds, over every kind that has an owner', async () => {
    const { reader, findings, view } = await audited(fleet());
    const ranked = [
      'orders: no-owner',
      'lost: owner-not-found',
      'pet: no-contact',
      'pet: owner-is-person',
      'void: empty-group',
      'pos: single-member-group',
    ];
    await expect(findings()).resolves.toHaveLength(ranked.length);
    expect([...(await findings())].sort()).toEqual([...ranked].sort());

    const collected: string[] = [];
    const severities: string[] = [];
    let after: string | undefined;
    do {
      const page = await reader.page(view(), { limit: 2, after });
      expect(page.total).toBe(ranked.length);
      collected.push(
        ...page.items.map(item => `${item.name}: ${item.finding}`),
      );
      severities.push(...page.items.map(item => item.severity));
      after = page.nextCursor;
    } while (after !== undefined);
    expect(collected).toEqual(await findings());
    expect(severities).toEqual([
      'high',
      'high',
      'high',
      'high',
      'medium',
      'low',
    ]);
    await expect(
      reader.page(view(), { limit: 2, after: 'nonsense' }),
    ).rejects.toThrow('The cursor does not belong to this list');
  });

  it('narrows by what people look for', async () => {
    const { harness, findings } = await audited(fleet());
    const tree = new GroupTree({
      entities: harness.readiness.entities,
      now: () => harness.now,
    });
    await expect(findings({ kinds: ['API'] })).resolves.toEqual([
      'orders: no-owner',
    ]);
    await expect(findings({ severities: ['low'] })).resolves.toEqual([
      'pet: no-contact',
    ]);
    await expect(findings({ findings: ['empty-group'] })).resolves.toEqual([
      'void: empty-group',
    ]);
    await expect(findings({ text: 'TILL' })).resolves.toEqual([
      'pos: single-member-group',
    ]);
    await expect(findings({ text: '%' })).resolves.toEqual([]);
    await expect(
      findings({ below: await tree.withDescendants(['group:default/shop']) }),
    ).resolves.toEqual(['pos: single-member-group']);
  });

  it('follows a group that gets a member, and looks at nothing else', async () => {
    const { harness, findings } = await audited(fleet());
    const auditedAt = async () =>
      Object.fromEntries(
        (
          await harness
            .knex('ownership_audits as a')
            .join('entities as e', 'e.id', 'a.entity_id')
            .select<Array<{ name: string; audited_at: number | string }>>(
              'e.name',
              'a.audited_at',
            )
        ).map(row => [row.name, Number(row.audited_at)]),
      );
    const before = await auditedAt();
    harness.catalogEntities.set(
      'user:default/ada',
      user('ada', 'shop', 'empty'),
    );
    harness.catalogEntities.set('user:default/bob', user('bob', 'empty'));
    harness.wait(60_000);
    await harness.run();
    await expect(findings({ text: 'void' })).resolves.toEqual([]);
    const after = await auditedAt();
    expect(
      Object.keys(after).filter(name => after[name] !== before[name]),
    ).toEqual(['void']);
  });

  it('forgets what left, and says since when an owner is gone', async () => {
    const { harness, reader, findings, view } = await audited(fleet());
    harness.wait(60_000);
    harness.catalogEntities.delete('group:default/till');
    harness.catalogEntities.delete('api:default/orders');
    await harness.run();
    await expect(findings({ kinds: ['api'] })).resolves.toEqual([]);
    const { items } = await reader.page(view({ text: 'pos' }), { limit: 5 });
    expect(items).toMatchObject([
      {
        finding: 'owner-not-found',
        evidence: { text: 'till left the catalog on 2026-11-02' },
        since: new Date(harness.now).toISOString(),
      },
    ]);
  });

  it('keeps since when something is found', async () => {
    const { harness, reader, view } = await audited(fleet());
    const since = new Date(harness.now).toISOString();
    harness.wait(2 * DAY);
    await harness.readiness.ownershipAuditor.addDue();
    await harness.readiness.ownershipAuditor.drain();
    const { items } = await reader.page(view({ text: 'void' }), { limit: 5 });
    expect(items).toMatchObject([{ finding: 'empty-group', since }]);
  });

  it('groups by owner, system and kind, the most severe first', async () => {
    const { reader, view } = await audited(fleet());
    const byKind = await reader.groups(view(), 'kind', 1);
    expect(byKind).toMatchObject([
      { key: 'component', findings: 5, high: 3, entities: 4, items: [{}] },
      {
        key: 'api',
        findings: 1,
        high: 1,
        entities: 1,
        items: [{ name: 'orders' }],
      },
    ]);
    expect(byKind[0].items).toHaveLength(1);
    const bySystem = await reader.groups(view(), 'system', 0);
    expect(bySystem).toMatchObject([
      { key: '', findings: 5, items: [] },
      { key: 'system:default/sales', findings: 1, items: [] },
    ]);
  });

  it('counts what it found, each list without its own filter', async () => {
    const { summaries, view } = await audited(fleet());
    const summary = await summaries.summarize(view({ severities: ['low'] }));
    expect(summary).toMatchObject({
      entities: 6,
      findings: 1,
      withFindings: 1,
      unowned: 2,
      doubtful: 3,
      coverage: {
        ownerIsGroup: { count: 3, of: 6 },
        hasMember: { count: 2, of: 6 },
        hasContact: { count: 3, of: 6 },
        confirmed: { count: 0, of: 6 },
      },
      bySeverity: [
        { severity: 'high', findings: 4 },
        { severity: 'medium', findings: 1 },
        { severity: 'low', findings: 1 },
      ],
      byKind: [
        { kind: 'api', findings: 0 },
        { kind: 'component', findings: 1 },
      ],
    });
    expect(summary.coverage.onCall).toBeUndefined();
    expect(summary.byFinding).toContainEqual({
      finding: 'no-contact',
      findings: 1,
    });
    expect(summary.byFinding).toContainEqual({
      finding: 'empty-group',
      findings: 0,
    });
  });

  it('counts what it found in the past', async () => {
    const { harness, summaries, view } = await audited(fleet());
    harness.wait(DAY);
    harness.catalogEntities.set(
      'user:default/bob',
      user('bob', 'empty', 'till'),
    );
    harness.catalogEntities.delete('component:default/lost');
    await harness.run();
    harness.wait(DAY);
    const points = await summaries.trend(view(), 3, harness.now);
    expect(
      points.map(({ at, entities, unowned: none, doubtful }) => [
        at.slice(0, 10),
        entities,
        none,
        doubtful,
      ]),
    ).toEqual([
      ['2026-11-01', 0, 0, 0],
      ['2026-11-02', 6, 2, 3],
      ['2026-11-03', 5, 1, 2],
      ['2026-11-04', 5, 1, 2],
    ]);
  });
});
