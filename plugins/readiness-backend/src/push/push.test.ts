import { createHmac } from 'node:crypto';
import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { service } from '../__testUtils__/fixtures';
import { TestPortal } from '../__testUtils__/TestPortal';
import { waitUntil } from '../__testUtils__/waitUntil';

const SECRET = 'a-made-up-secret-for-tests';
const OTHER_SECRET = 'another-made-up-secret';

jest.setTimeout(120_000);
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

function sign(body: string, secret = SECRET): Record<string, string> {
  const signature = createHmac('sha256', secret).update(body).digest('hex');
  return { 'x-airworthy-signature': `sha256=${signature}` };
}

function loadTest(limit: number, fields: object = {}) {
  return {
    items: [
      {
        entityRef: 'component:default/cart',
        idempotencyKey: `run-${limit}`,
        facts: [
          {
            name: 'loadTest.limit',
            value: limit,
            url: 'https://ci.example.com/1',
            observedAt: '2026-11-01T08:00:00Z',
            ...fields,
          },
        ],
      },
    ],
  };
}

function deployments(key: string, fields: object = {}) {
  return {
    deployments: [
      {
        entityRef: 'component:default/cart',
        key,
        result: 'succeeded',
        version: '1.2',
        ...fields,
      },
    ],
  };
}

describe.each(databases.eachSupportedId())('pushes on %s', databaseId => {
  let portal: TestPortal;

  beforeAll(async () => {
    portal = await TestPortal.start({
      knex: await databases.init(databaseId),
      entities: [
        service('cart', { system: 'sales' }),
        service('risk', { system: 'bank' }),
      ],
      readers: { spectator: { denied: ['readiness.evidence.push'] } },
      config: {
        readiness: {
          push: {
            callers: [
              {
                name: 'ci',
                secret: SECRET,
                entities: { 'spec.system': 'sales' },
              },
              {
                name: 'other',
                secret: OTHER_SECRET,
                entities: { 'spec.system': 'bank' },
              },
              {
                name: 'deployer',
                subject: 'external:deployer',
                entities: { kind: 'Component' },
              },
              {
                name: 'ada',
                subject: 'user:default/ada',
                entities: { 'metadata.name': 'cart' },
              },
              {
                name: 'spectator',
                subject: 'user:default/spectator',
                entities: { kind: 'Component' },
              },
            ],
          },
        },
      },
    });
  });

  afterAll(() => portal.stop());
  beforeEach(() => portal.auditor.events.splice(0));

  const signed = (path: string, content: object, secret = SECRET) => {
    const body = JSON.stringify(content);
    return portal.send(`/webhooks${path}`, body, sign(body, secret));
  };

  const deploymentsOf = async (name: string) => {
    const { body } = await portal
      .get(`/deployments/component/default/${name}`)
      .expect(200);
    return body.items.map((item: { key: string }) => item.key);
  };

  it('count once, however often they are delivered', async () => {
    const first = await signed('/deployments', deployments('1')).expect(200);
    const second = await signed('/deployments', deployments('1')).expect(200);
    expect([first.body, second.body]).toEqual([
      { accepted: 1, repeated: 0 },
      { accepted: 0, repeated: 1 },
    ]);
    expect(await deploymentsOf('cart')).toEqual(['ci/1']);
    await waitUntil(async () => {
      const { body } = await portal.get(
        '/scorecards?status=deployments-recorded:pass',
      );
      return body.total === 1;
    });

    const pushed = await signed('/evidence', loadTest(100)).expect(200);
    const again = await signed(
      '/evidence',
      loadTest(100, { value: 999 }),
    ).expect(200);
    expect([pushed.body, again.body]).toEqual([
      { accepted: 1, repeated: 0 },
      { accepted: 0, repeated: 1 },
    ]);
  });

  it('become evidence, the newest of each fact', async () => {
    await signed('/evidence', loadTest(200)).expect(200);
    // It was observed before, and arrives late.
    await signed(
      '/evidence',
      loadTest(300, { observedAt: '2026-10-01T08:00:00Z' }),
    ).expect(200);
    const { body } = await portal.get('/scorecards/component/default/cart');
    const check = body.questions
      .flatMap(({ checks }: { checks: Array<{ id: string }> }) => checks)
      .find(({ id }: { id: string }) => id === 'load-test');
    expect(check.evidence).toEqual([
      expect.objectContaining({
        fact: 'loadTest.limit',
        value: 200,
        strength: 'observed',
        source: 'pushed',
        url: 'https://ci.example.com/1',
        expiresAt: '2027-04-30T08:00:00.000Z',
      }),
    ]);
  });

  it.each([
    ['no signature', {}],
    ['another secret', sign(JSON.stringify(deployments('9')), 'x'.repeat(16))],
    ['another body', sign('{}')],
    ['no HMAC', { 'x-airworthy-signature': 'sha256=zz' }],
    [
      'a token besides that cannot be read',
      { ...sign('{}'), authorization: 'Bearer nonsense' },
    ],
  ])('are refused with %s, and that is on record', async (_, headers) => {
    const before = await deploymentsOf('cart');
    const body = JSON.stringify(deployments('9'));
    const answer = await portal.send('/webhooks/deployments', body, headers);
    expect(answer.status).toBe(401);
    expect(answer.body.error.name).toBe('AuthenticationError');
    expect(portal.auditor.events).toMatchObject([
      {
        eventId: 'push-signature',
        outcome: 'fail',
        meta: { path: '/webhooks/deployments' },
      },
    ]);
    expect(await deploymentsOf('cart')).toEqual(before);
  });

  it('are looked at after their signature alone', async () => {
    const answer = await portal.send('/webhooks/evidence', '{"a":1}', {});
    expect(answer.status).toBe(401);
  });

  it.each([
    ['risk', 'component:default/risk'],
    ['what is not in the catalog', 'component:default/none'],
  ])('may not speak of %s', async (_, entityRef) => {
    const content = {
      deployments: [
        ...deployments('7').deployments,
        ...deployments('8', { entityRef }).deployments,
      ],
    };
    const { status, body } = await signed('/deployments', content);
    expect(status).toBe(403);
    expect(body.error.message).toContain(
      `deployments[1].entityRef: "ci" may not push for ${entityRef}`,
    );
    expect(portal.auditor.of('evidence-push')).toMatchObject([
      { outcome: 'fail' },
    ]);
    // All of it or nothing.
    expect(await deploymentsOf('cart')).not.toContain('ci/7');
  });

  it('belong to who signed them', async () => {
    await signed(
      '/deployments',
      deployments('1', { entityRef: 'risk' }),
      OTHER_SECRET,
    ).expect(200);
    expect(await deploymentsOf('risk')).toEqual(['other/1']);
    expect(portal.auditor.of('evidence-push')).toMatchObject([
      { outcome: 'success', meta: { caller: 'other', accepted: 1 } },
    ]);
  });

  it('are taken from services and users that the config names', async () => {
    const body = JSON.stringify(deployments('token-1'));
    await portal
      .send('/deployments', body, {
        authorization: mockCredentials.service.header({
          onBehalfOf: mockCredentials.service('external:deployer'),
          targetPluginId: 'readiness',
        }),
      })
      .expect(200);
    await portal.post('/deployments', deployments('user-1'), 'ada').expect(200);
    expect(await deploymentsOf('cart')).toEqual(
      expect.arrayContaining(['deployer/token-1', 'ada/user-1']),
    );
    const stranger = await portal.post('/deployments', deployments('2'), 'eve');
    const denied = await portal.post('/evidence', loadTest(7), 'spectator');
    const outside = await portal.post(
      '/deployments',
      deployments('2', { entityRef: 'risk' }),
      'ada',
    );
    const nobody = await portal.send('/deployments', body, {
      authorization: mockCredentials.none.header(),
    });
    expect(
      [stranger, denied, outside, nobody].map(({ status }) => status),
    ).toEqual([403, 403, 403, 401]);
  });

  it('may be CDEvents', async () => {
    const event = {
      specversion: '1.0',
      id: 'ce-1',
      source: '/cd',
      type: 'dev.cdevents.service.rolledback.0.2.0',
      datacontenttype: 'application/json',
      data: {
        context: {
          id: 'cd-1',
          timestamp: new Date(Date.now() - 60_000).toISOString(),
        },
        subject: {
          id: 'cart',
          content: { environment: { id: 'production' } },
        },
      },
    };
    const body = JSON.stringify(event);
    const structured = { 'content-type': 'application/cloudevents+json' };
    const first = await portal
      .send('/webhooks/cdevents', body, { ...sign(body), ...structured })
      .expect(200);
    const second = await portal
      .send('/webhooks/cdevents', body, { ...sign(body), ...structured })
      .expect(200);
    expect([first.body, second.body]).toEqual([
      { accepted: 1, repeated: 0 },
      { accepted: 0, repeated: 1 },
    ]);
    const removal = JSON.stringify({
      ...event,
      type: 'dev.cdevents.service.removed.0.2.0',
    });
    const { body: nothing } = await portal
      .send('/webhooks/cdevents', removal, {
        ...sign(removal),
        ...structured,
      })
      .expect(200);
    expect(nothing).toEqual({ accepted: 0, repeated: 0 });
    const { body: list } = await portal.get(
      '/deployments/component/default/cart',
    );
    expect(list.items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ key: 'ci/cd-1', rollback: true }),
      ]),
    );
  });

  it.each([
    ['/evidence', {}, /must have required property 'items'/],
    [
      '/evidence',
      loadTest(1, { name: 'loadTest.limits' }),
      /items\[0\]\.facts\[0\]\.name: .*did you mean "loadTest.limit"/,
    ],
    [
      '/evidence',
      loadTest(1, { name: 'deployments.production', value: 3 }),
      /is no fact that may be pushed/,
    ],
    [
      '/evidence',
      loadTest(1, { value: 'much' }),
      /items\[0\]\.facts\[0\]\.value: /,
    ],
    [
      '/evidence',
      loadTest(1, { observedAt: '2999-01-01T00:00:00Z' }),
      /observedAt: is in the future/,
    ],
    [
      '/evidence',
      loadTest(1, { expiresAt: '2026-01-01T00:00:00Z' }),
      /expiresAt: is not after/,
    ],
    ['/evidence', loadTest(1, { url: 'ftp://files.example.com/1' }), /url/],
    [
      '/deployments',
      deployments('1', { entityRef: 'component:' }),
      /deployments\[0\]\.entityRef: "component:" is no entity reference/,
    ],
    ['/deployments', deployments('1', { result: 'fine' }), /result/],
    ['/cdevents', { a: 1 }, /is no CloudEvent/],
  ])('%s refuses %j', async (path, content, message) => {
    const { status, body } = await signed(path, content);
    expect(status).toBe(400);
    expect(body.error.message).toMatch(message);
  });
});
