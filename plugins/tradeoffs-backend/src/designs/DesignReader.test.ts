import {
  createMockDirectory,
  registerMswTestHooks,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { EntityDesign } from '@airworthy/plugin-tradeoffs-node';
import { http, HttpResponse, passthrough } from 'msw';
import { setupServer } from 'msw/node';
import { recordText } from '../__testUtils__/recordText';
import { component, TestPortal } from '../__testUtils__/TestPortal';

jest.setTimeout(120_000);

const SYSTEM = 'system:default/payments';
const API = 'component:default/payments-api';
const LEDGER = 'component:default/ledger';

describe('DesignReader', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
  const directory = createMockDirectory();
  const upstream = setupServer(
    http.all('https://api.github.com/*', () =>
      HttpResponse.json({}, { status: 503 }),
    ),
    http.all('http://*', () => passthrough()),
  );
  registerMswTestHooks(upstream);
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
      ledger: { 'catalog-info.yaml': 'kind: Component' },
    });
  }

  async function start(databaseId: Parameters<typeof databases.init>[0]) {
    portal = await TestPortal.start({
      knex: await databases.init(databaseId),
      entities: [
        component('payments-api', {
          folder: directory.resolve('payments'),
          system: SYSTEM,
        }),
        component('ledger', {
          folder: directory.resolve('ledger'),
          system: SYSTEM,
        }),
        component('payments', { kind: 'System' }),
        component('alone'),
        component('lost', {
          annotations: {
            'backstage.io/source-location':
              'url:https://github.com/acme/lost/tree/main/',
          },
        }),
      ],
      config: { readiness: { repository: { localRoots: [directory.path] } } },
    });
    return portal;
  }

  async function read(api: TestPortal, refs: string[]) {
    const { body } = await api
      .asService('post', '/service/designs')
      .send({ entityRefs: refs })
      .expect(200);
    const items: EntityDesign[] = body.items;
    return new Map(items.map(item => [item.entityRef, item]));
  }

  it.each(databases.eachSupportedId())(
    'tells what records in force of the entity and of its system say, %p',
    async databaseId => {
      write({
        'a.md': recordText({
          measure: 'RTO 4h',
          more: '\n## Data flow\n\nIn at the front, out at the back.\n\n## Monitoring\n',
        }),
        'draft.md': recordText({
          id: 'draft',
          status: 'draft',
          axis: 'automation-control',
          more: '\n## Security\n\nTokens.\n',
        }),
        'system.md': recordText({
          id: 'sys-0001',
          title: 'Managed',
          entity: SYSTEM,
          axis: 'managed-self-managed',
          more: '\n## Recovery\n\n| RPO | 5 minutes |\n| --- | --- |\n',
        }),
      });
      const api = await start(databaseId);
      await api.index();
      const designs = await read(api, [API, LEDGER, 'component:default/alone']);
      expect(designs.get(API)).toEqual({
        entityRef: API,
        complete: true,
        axes: [
          { name: 'cost-availability', recordId: 'payments-0007' },
          { name: 'managed-self-managed', recordId: 'sys-0001' },
        ],
        designSteps: [
          { name: 'data-flow', recordId: 'payments-0007' },
          { name: 'tradeoffs', recordId: 'payments-0007' },
        ],
        recoveryObjectives: [
          { name: 'RTO', recordId: 'payments-0007' },
          { name: 'RPO', recordId: 'sys-0001' },
        ],
      });
      expect(designs.get(LEDGER)).toMatchObject({
        complete: true,
        axes: [{ name: 'managed-self-managed', recordId: 'sys-0001' }],
        designSteps: [{ name: 'tradeoffs', recordId: 'sys-0001' }],
      });
      expect(designs.get('component:default/alone')).toEqual({
        entityRef: 'component:default/alone',
        complete: true,
        axes: [],
        designSteps: [],
        recoveryObjectives: [],
      });

      // Another text, and a record that is out of force.
      write({
        'a.md': recordText({ more: '\n## Requirements\n\nFast enough.\n' }),
        'system.md': recordText({
          id: 'sys-0001',
          entity: SYSTEM,
          status: 'deprecated',
        }),
      });
      await api.index();
      const after = await read(api, [API, LEDGER]);
      expect(after.get(API)).toMatchObject({
        axes: [{ name: 'cost-availability' }],
        designSteps: [{ name: 'requirements' }, { name: 'tradeoffs' }],
        recoveryObjectives: [],
      });
      expect(after.get(LEDGER)).toMatchObject({ axes: [], designSteps: [] });
    },
  );

  it.each(databases.eachSupportedId())(
    'claims nothing of what was not read, and tells when it was, %p',
    async databaseId => {
      write({});
      const api = await start(databaseId);
      await expect(read(api, [API])).resolves.toEqual(new Map());
      await api.index();
      const designs = await read(api, [API, 'component:default/lost']);
      expect(designs.get(API)).toMatchObject({ complete: true, axes: [] });
      expect(designs.get('component:default/lost')?.complete).toBe(false);
      expect(api.events.flatMap(event => event.entityRefs)).toEqual(
        expect.arrayContaining([API, LEDGER, 'component:default/alone']),
      );
      expect(api.events.flatMap(event => event.entityRefs)).not.toContain(
        'component:default/lost',
      );
      // Once: what is known is no news.
      const told = api.events.length;
      await api.index();
      expect(api.events).toHaveLength(told);
    },
  );

  it('answers other back ends alone', async () => {
    write({});
    const api = await start('SQLITE_3');
    const { status } = await api.post('/service/designs', {
      entityRefs: [API],
    });
    expect(status).toBe(403);
  });
});
