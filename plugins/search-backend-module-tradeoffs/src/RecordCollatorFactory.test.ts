import {
  mockServices,
  registerMswTestHooks,
} from '@backstage/backend-test-utils';
import { TestPipeline } from '@backstage/plugin-search-backend-node';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { RecordCollatorFactory } from './RecordCollatorFactory';

const BASE = 'http://localhost:0/api/tradeoffs';

const text = (title: string) => `---
status: accepted
airworthy:
  schemaVersion: 1
  tradeoffs:
    - { axis: cost-availability, position: -1, rationale: Cheaper by half }
---
# ${title}
`;

describe('RecordCollatorFactory', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  const factory = () =>
    new RecordCollatorFactory({
      auth: mockServices.auth(),
      discovery: mockServices.discovery.mock({
        getBaseUrl: async () => BASE,
      }),
    });

  it('reads all pages, and binds each record to the entity that shows it', async () => {
    const asked: Array<string | null> = [];
    server.use(
      http.get(`${BASE}/service/documents`, ({ request }) => {
        const after = new URL(request.url).searchParams.get('after');
        asked.push(after);
        expect(request.headers.get('authorization')).toMatch(/^Bearer /);
        return HttpResponse.json(
          after === null
            ? {
                items: [
                  {
                    id: 'payments 7',
                    name: 'payments-0007',
                    title: 'One zone',
                    status: 'accepted',
                    text: text('One zone'),
                    entityRef: 'component:default/payments-api',
                    owner: 'group:default/payments',
                  },
                ],
                nextCursor: 'next',
              }
            : {
                items: [
                  {
                    id: 'broken',
                    name: 'broken',
                    title: 'Broken',
                    status: 'unparsable',
                    text: '---js\n---\nthe body',
                    entityRef: 'component:default/cart',
                  },
                  {
                    id: 'nobody',
                    name: 'nobody',
                    title: 'Nobody sees it',
                    status: 'accepted',
                    text: text('Nobody sees it'),
                  },
                ],
              },
        );
      }),
    );
    const { documents } = await TestPipeline.fromCollator(
      await factory().getCollator(),
    ).execute();
    expect(asked).toEqual([null, 'next']);
    expect(documents).toEqual([
      expect.objectContaining({
        title: 'One zone',
        location: '/tradeoffs/records/payments%207',
        text: expect.stringContaining('Cheaper by half'),
        axes: ['cost-availability'],
        authorization: { resourceRef: 'component:default/payments-api' },
      }),
      expect.objectContaining({
        title: 'Broken',
        text: expect.stringContaining('the body'),
        authorization: { resourceRef: 'component:default/cart' },
      }),
    ]);
    expect(factory().visibilityPermission.name).toBe('catalog.entity.read');
  });

  it('fails where the records cannot be read, so that the old index stays', async () => {
    server.use(
      http.get(`${BASE}/service/documents`, () =>
        HttpResponse.json({ error: { name: 'Error' } }, { status: 503 }),
      ),
    );
    await expect(
      TestPipeline.fromCollator(await factory().getCollator()).execute(),
    ).resolves.toMatchObject({
      documents: [],
      error: { name: 'ResponseError' },
    });
  });
});
