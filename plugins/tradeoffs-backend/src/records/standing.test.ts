import {
  createMockDirectory,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { RecordRow } from '@airworthy/plugin-tradeoffs-common';
import { recordText } from '../__testUtils__/recordText';
import { component, TestPortal } from '../__testUtils__/TestPortal';

jest.setTimeout(120_000);

const PAYMENTS = 'group:default/payments';
const REF = 'component:default/payments-api';
const ACCEPTS = '[{ check: replicas }]';

describe('what records come to', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
  const directory = createMockDirectory();
  let portal: TestPortal | undefined;

  afterEach(async () => {
    await portal?.stop();
    portal = undefined;
  });

  function write(files: Record<string, string>): void {
    directory.setContent({
      payments: {
        'catalog-info.yaml': 'kind: Component',
        'docs/decisions': files,
      },
    });
  }

  async function start(
    databaseId: Parameters<typeof databases.init>[0],
    files: Record<string, string>,
  ): Promise<TestPortal> {
    write(files);
    portal = await TestPortal.start({
      knex: await databases.init(databaseId),
      entities: [
        component('payments-api', {
          folder: directory.resolve('payments'),
          owner: PAYMENTS,
        }),
        {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Group',
          metadata: { name: 'payments', namespace: 'default', uid: 'uid-g' },
          relations: [{ type: 'hasMember', targetRef: 'user:default/ada' }],
        },
      ],
      readers: { ada: { groups: [PAYMENTS] } },
      config: { readiness: { repository: { localRoots: [directory.path] } } },
    });
    await portal.index();
    return portal;
  }

  async function counting(api: TestPortal): Promise<string[]> {
    const { body } = await api
      .asService('get', '/service/acceptances')
      .expect(200);
    return body.items.map(
      (item: { check: string; recordId: string }) =>
        `${item.check} by ${item.recordId}`,
    );
  }

  it.each(databases.eachSupportedId())(
    'counts what a file accepts once somebody confirms it, until it means something else, %p',
    async databaseId => {
      const api = await start(databaseId, {
        'a.md': recordText({ accepts: ACCEPTS }),
      });
      expect(await counting(api)).toEqual([]);
      const waiting = await api.get('/records/payments-0007', 'ada');
      expect(waiting.body).toMatchObject({
        canAccept: true,
        acceptances: [{ check: 'replicas', state: 'awaiting-confirmation' }],
      });
      const confirmed = await api
        .post(
          '/records/payments-0007/acceptances/confirm',
          { revision: 1 },
          'ada',
        )
        .expect(200);
      expect(confirmed.body.acceptances).toMatchObject([
        { state: 'counts', confirmedBy: 'user:default/ada' },
      ]);
      expect(await counting(api)).toEqual(['replicas by payments-0007']);
      expect(api.events).toContainEqual({
        recordIds: ['payments-0007'],
        entityRefs: [REF],
      });

      write({
        'a.md': recordText({
          accepts: '[{ check: replicas }, { check: spread }]',
        }),
      });
      await api.index();
      expect(await counting(api)).toEqual([]);
    },
  );

  it.each(databases.eachSupportedId())(
    'ends what it accepts when a fact contradicts it, and tells the owner once, %p',
    async databaseId => {
      const api = await start(databaseId, {
        'a.md': recordText({
          accepts: ACCEPTS,
          assumptions:
            '[{ id: tier, rule: "entity.tier == 3", claim: tier 3 }]',
        }),
      });
      await api
        .post(
          '/records/payments-0007/acceptances/confirm',
          { revision: 1 },
          'ada',
        )
        .expect(200);
      const report = (outcome: string, rule = 'entity.tier == 3') =>
        api
          .asService('post', '/service/assumptions')
          .send({
            items: [
              {
                entityRef: REF,
                recordId: 'payments-0007',
                assumptionId: 'tier',
                rule,
                outcome,
                value: 'entity.tier is 1',
                source: 'Catalog',
              },
            ],
          })
          .expect(200);
      const { body: open } = await api.asService('get', '/service/assumptions');
      expect(open.items).toMatchObject([{ entityRef: REF, reported: false }]);
      await report('unknown');
      expect(await counting(api)).toEqual(['replicas by payments-0007']);
      await report('false', 'entity.tier == 2');
      expect(await counting(api)).toEqual(['replicas by payments-0007']);
      await report('false');
      expect(await counting(api)).toEqual([]);
      await report('false');

      const { body } = await api.get('/records/payments-0007').expect(200);
      expect(body).toMatchObject({
        status: 'accepted',
        state: 'contradicted',
        tradeoffs: [
          {
            assumptions: [
              {
                claim: 'tier 3',
                state: 'contradicted',
                value: 'entity.tier is 1',
                source: 'Catalog',
                since: expect.any(String),
              },
            ],
          },
        ],
        acceptances: [{ state: 'contradicted' }],
      });
      await api.tellOwners();
      expect(
        api.notifications.map(({ recipients, payload }) => [
          recipients,
          payload.title,
        ]),
      ).toEqual([
        [
          { type: 'entity', entityRef: ['user:default/ada'] },
          'Run in one zone is contradicted',
        ],
      ]);
    },
  );

  it.each(databases.eachSupportedId())(
    'ends what it accepts when another record takes its place, %p',
    async databaseId => {
      const old = recordText({ accepts: ACCEPTS });
      const next = (status: string) =>
        recordText({
          id: 'payments-0008',
          title: 'Run in two zones',
          status,
          links: '[{ kind: supersedes, target: a.md }]',
        });
      const api = await start(databaseId, {
        'a.md': old,
        'b.md': next('proposed'),
      });
      await api
        .post(
          '/records/payments-0007/acceptances/confirm',
          { revision: 1 },
          'ada',
        )
        .expect(200);
      expect(await counting(api)).toEqual(['replicas by payments-0007']);
      write({ 'a.md': old, 'b.md': next('accepted') });
      await api.index();
      expect(await counting(api)).toEqual([]);
      const { body } = await api.get('/records').expect(200);
      expect(
        body.items.map((row: RecordRow) => [row.id, row.supersededBy]),
      ).toEqual([
        ['payments-0008', undefined],
        ['payments-0007', 'payments-0008'],
      ]);
      await api.tellOwners();
      expect(api.notifications.map(({ payload }) => payload.title)).toEqual([
        'Run in one zone is superseded',
      ]);
      const { body: entity } = await api
        .get('/entities/component/default/payments-api')
        .expect(200);
      expect(entity.axes[0]).toMatchObject({
        current: { recordId: 'payments-0008', words: 'cheapest that works' },
        previous: { recordId: 'payments-0007', position: -2 },
      });
      expect(entity.silentAxes).toHaveLength(5);
      const diff = await api.get('/records/payments-0008/diff').expect(200);
      expect(diff.body.from.id).toBe('payments-0007');
    },
  );

  it.each(databases.eachSupportedId())(
    'lists hostile files with line and column, %p',
    async databaseId => {
      const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]']
        .concat(
          Array.from('bcdefgh', (key, index) => {
            const before = 'abcdefg'[index];
            return `${key}: &${key} [${Array(9)
              .fill(`*${before}`)
              .join(', ')}]`;
          }),
        )
        .join('\n');
      const circle = (id: string, target: string) =>
        recordText({
          id,
          title: id,
          links: `[{ kind: supersedes, target: ${target}.md }]`,
        });
      const api = await start(databaseId, {
        'large.md': `# Large\n${'x'.repeat(10 * 1024 * 1024)}`,
        'bomb.md': `---\n${bomb}\n---\n# Bomb`,
        'code.md': '---js\nmodule.exports = {}\n---\n# Code',
        'day.md': recordText({ id: 'day', reviewed: '2026-02-30' }),
        'script.md': recordText({
          id: 'script',
          more: '<script>alert(1)</script> [x](javascript:alert(1))',
        }),
        'one.md': circle('one', 'two'),
        'two.md': circle('two', 'one'),
        'twin-a.md': recordText({ id: 'twin' }),
        'twin-b.md': recordText({ id: 'twin' }),
      });
      const { body } = await api.get('/records').expect(200);
      const rows: RecordRow[] = body.items;
      expect(rows).toHaveLength(9);
      const problemsOf = async (file: string) => {
        const row = rows.find(({ file: path }) => path?.endsWith(`/${file}`));
        const detail = await api.get(`/records/${row?.id}`).expect(200);
        return detail.body.problemList.map(
          (problem: { code: string; line: number; column: number }) =>
            `${problem.line}:${problem.column} ${problem.code}`,
        );
      };
      await expect(problemsOf('large.md')).resolves.toEqual(['1:1 too-large']);
      await expect(problemsOf('bomb.md')).resolves.toEqual([
        expect.stringMatching(/^\d+:1 too-many-aliases$/),
      ]);
      await expect(problemsOf('code.md')).resolves.toEqual([
        '1:1 front-matter-language',
      ]);
      await expect(problemsOf('day.md')).resolves.toEqual([
        '5:19 invalid-date',
      ]);
      await expect(problemsOf('one.md')).resolves.toContain(
        '1:1 supersession-cycle',
      );
      await expect(problemsOf('twin-b.md')).resolves.toContain(
        '1:1 duplicate-id',
      );
      expect(
        rows.filter(({ supersededBy }) => supersededBy !== undefined),
      ).toEqual([]);
      expect(new Set(rows.map(({ id }) => id)).size).toBe(9);
      const script = await api.get('/records/script/export').expect(200);
      expect(script.headers['x-content-type-options']).toBe('nosniff');
      expect(script.headers['content-disposition']).toMatch(/^attachment/);
    },
  );

  it.each(databases.eachSupportedId())(
    'keeps what was written beside a file, whatever becomes of the file, %p',
    async databaseId => {
      const api = await start(databaseId, { 'a.md': recordText() });
      const mine = recordText({ title: 'Mine' });
      const saved = await api
        .put('/records/payments-0007', { content: mine, revision: 1 }, 'ada')
        .expect(200);
      expect(saved.body).toMatchObject({
        title: 'Run in one zone',
        pending: true,
        content: mine,
        revision: 2,
      });
      write({ 'other.md': recordText({ id: 'other' }) });
      await api.index();
      const { body } = await api.get('/records/payments-0007').expect(200);
      expect(body).toMatchObject({ origin: 'portal', content: mine });
      write({ 'moved.md': recordText({ id: 'other' }) });
      await api.index();
      const moved = await api.get('/records/other').expect(200);
      expect(moved.body).toMatchObject({
        file: 'docs/decisions/moved.md',
        revision: 1,
      });
    },
  );
});
