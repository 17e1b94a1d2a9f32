import {
  mockServices,
  registerMswTestHooks,
} from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { HttpTradeoffs } from './HttpTradeoffs';

const BASE = 'http://tradeoffs.example.com/api/tradeoffs';

function refs(count: number): string[] {
  return Array.from(
    { length: count },
    (_, index) => `component:default/${index}`,
  );
}

describe('HttpTradeoffs', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  const tradeoffs = new HttpTradeoffs({
    auth: mockServices.auth({ pluginId: 'readiness' }),
    discovery: mockServices.discovery.mock({
      getBaseUrl: async pluginId =>
        `http://tradeoffs.example.com/api/${pluginId}`,
    }),
  });

  it('reads pages to the end, as the plugin that asks', async () => {
    const seen: Array<string | null> = [];
    server.use(
      http.get(`${BASE}/service/acceptances`, ({ request }) => {
        const after = new URL(request.url).searchParams.get('after');
        seen.push(after);
        expect(request.headers.get('authorization')).toMatch(/^Bearer .+/);
        return HttpResponse.json(
          after === null
            ? { items: [{ check: 'replicas' }], nextCursor: 'two' }
            : { items: [{ check: 'spread' }] },
        );
      }),
    );
    await expect(tradeoffs.getAcceptances()).resolves.toEqual([
      { check: 'replicas' },
      { check: 'spread' },
    ]);
    expect(seen).toEqual([null, 'two']);
  });

  it('asks for many entities in few questions', async () => {
    const asked: string[][] = [];
    server.use(
      http.get(`${BASE}/service/assumptions`, ({ request }) => {
        const entities = new URL(request.url).searchParams.getAll('entity');
        asked.push(entities);
        return HttpResponse.json({
          items: entities.map(entityRef => ({ entityRef })),
        });
      }),
    );
    const wanted = refs(120);
    await expect(
      tradeoffs.getAssumptions({ entityRefs: wanted }),
    ).resolves.toEqual(wanted.map(entityRef => ({ entityRef })));
    expect(asked.map(({ length }) => length)).toEqual([50, 50, 20]);
    // Nothing is asked of nobody: without `entity` it would be all.
    await expect(tradeoffs.getAssumptions({ entityRefs: [] })).resolves.toEqual(
      [],
    );
    expect(asked).toHaveLength(3);
  });

  it('reads designs of many entities in few questions', async () => {
    const asked: number[] = [];
    server.use(
      http.post<never, { entityRefs: string[] }>(
        `${BASE}/service/designs`,
        async ({ request }) => {
          const { entityRefs } = await request.json();
          asked.push(entityRefs.length);
          return HttpResponse.json({
            items: entityRefs.map(entityRef => ({ entityRef })),
          });
        },
      ),
    );
    const wanted = refs(1001);
    await expect(tradeoffs.getDesigns(wanted)).resolves.toEqual(
      wanted.map(entityRef => ({ entityRef })),
    );
    expect(asked).toEqual([500, 500, 1]);
  });

  it('reports in parts that the other side takes', async () => {
    const told: number[] = [];
    server.use(
      http.post<never, { items: unknown[] }>(
        `${BASE}/service/assumptions`,
        async ({ request }) => {
          told.push((await request.json()).items.length);
          return HttpResponse.json({ changed: 0 });
        },
      ),
    );
    await tradeoffs.reportAssumptionStates(
      refs(501).map(entityRef => ({
        entityRef,
        recordId: 'a',
        assumptionId: 'tier',
        rule: 'entity.tier == 1',
        outcome: 'true' as const,
      })),
    );
    expect(told).toEqual([500, 1]);
  });

  it('fails with what the other side says', async () => {
    server.use(
      http.post(`${BASE}/service/designs`, () =>
        HttpResponse.json(
          { error: { name: 'NotAllowedError', message: 'For services' } },
          { status: 403 },
        ),
      ),
    );
    await expect(tradeoffs.getDesigns(refs(1))).rejects.toThrow(
      /403 Forbidden/,
    );
  });
});
