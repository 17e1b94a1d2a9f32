import { TestDatabases } from '@backstage/backend-test-utils';
import { service, workload } from '../__testUtils__/fixtures';
import { ReadinessHarness } from '../__testUtils__/ReadinessHarness';
import type { FleetFilters } from './FleetFilters';
import type { ScorecardPageOptions } from './ScorecardList';

jest.setTimeout(120_000);

describe('the matrix', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

  async function createHarness(
    databaseId: Parameters<typeof databases.init>[0],
  ) {
    const harness = await ReadinessHarness.create({
      knex: await databases.init(databaseId),
      entities: [
        service('alpha', { system: 'sales', tier: 1 }),
        { ...service('beta', { lifecycle: 'experimental' }) },
        service('gamma_1', { owner: 'user:default/ada' }),
        service('gamma-2', { system: 'sales' }),
        service('delta', { type: 'website' }),
      ],
    });
    for (const [index, name] of ['alpha', 'beta', 'gamma-2'].entries()) {
      harness.state(`component:default/${name}`, {
        facts: [
          workload(name, { minReplicas: index + 2 }),
          ...(index > 0 ? [{ name: 'runbook.exists', value: true }] : []),
        ],
      });
    }
    await harness.run();
    return harness;
  }

  async function walk(
    harness: ReadinessHarness,
    options: Pick<ScorecardPageOptions, 'sort' | 'descending'>,
    limit: number,
  ): Promise<string[]> {
    const names: string[] = [];
    let after: string | undefined;
    do {
      const page = await harness.list.page(harness.fleet(), {
        ...options,
        limit,
        after,
      });
      expect(page.total).toBe(5);
      expect(page.items.length).toBeLessThanOrEqual(limit);
      names.push(...page.items.map(item => item.name));
      after = page.nextCursor;
    } while (after !== undefined);
    return names;
  }

  const SORTS = ['name', 'gain', 'level', 'score'] as const;

  it.each(databases.eachSupportedId())(
    'gives each row once, whatever the order and the page, %p',
    async databaseId => {
      const harness = await createHarness(databaseId);
      for (const sort of SORTS) {
        for (const descending of [false, true]) {
          const whole = await walk(harness, { sort, descending }, 50);
          expect(new Set(whole).size).toBe(5);
          expect(await walk(harness, { sort, descending }, 2)).toEqual(whole);
        }
        const up = await walk(harness, { sort, descending: false }, 50);
        const down = await walk(harness, { sort, descending: true }, 50);
        expect(down).toEqual([...up].reverse());
      }
    },
  );

  const FILTERS: Array<[string, FleetFilters, string[]]> = [
    ['text', { text: 'MMA' }, ['gamma-2', 'gamma_1']],
    // `_` stands for itself and for no other character.
    ['text with a wildcard', { text: 'gamma_' }, ['gamma_1']],
    ['owner', { owners: ['user:default/ada'] }, ['gamma_1']],
    ['system', { systems: ['system:default/sales'] }, ['alpha', 'gamma-2']],
    ['no system', { systems: [''] }, ['beta', 'delta', 'gamma_1']],
    ['tier', { tiers: [1] }, ['alpha']],
    ['lifecycle', { lifecycles: ['experimental'] }, ['beta']],
    [
      'kind',
      { kinds: ['Component'] },
      ['alpha', 'beta', 'delta', 'gamma-2', 'gamma_1'],
    ],
    ['another kind', { kinds: ['api'] }, []],
    ['mine', { mine: ['user:default/ada'] }, ['gamma_1']],
    ['nothing of mine', { mine: [] }, []],
    ['level', { levels: ['gold'] }, []],
  ];

  it.each(databases.eachSupportedId())(
    'is narrowed by each filter, %p',
    async databaseId => {
      const harness = await createHarness(databaseId);
      for (const [label, filters, names] of FILTERS) {
        const { items, total } = await harness.list.page(
          harness.fleet(filters),
          { sort: 'name', descending: false, limit: 50 },
        );
        expect([label, items.map(item => item.name).sort()]).toEqual([
          label,
          [...names].sort(),
        ]);
        expect(total).toBe(names.length);
      }
      const column = harness.readiness.checklist.columnOf('replicas') ?? -1;
      const count = (statuses: Array<'pass' | 'fail' | 'unknown'>) =>
        harness.list.count(harness.fleet({ statuses: [{ column, statuses }] }));
      await expect(count(['pass'])).resolves.toBe(2);
      await expect(count(['fail'])).resolves.toBe(1);
      await expect(count(['pass', 'fail'])).resolves.toBe(3);
    },
  );

  it('refuses a cursor of another order', async () => {
    const harness = await createHarness('SQLITE_3');
    const page = await harness.list.page(harness.fleet(), {
      sort: 'name',
      descending: false,
      limit: 1,
    });
    for (const after of [page.nextCursor, 'nonsense', '']) {
      await expect(
        harness.list.page(harness.fleet(), {
          sort: 'score',
          descending: false,
          limit: 1,
          after,
        }),
      ).rejects.toThrow('The cursor does not belong to this list');
    }
  });
});
