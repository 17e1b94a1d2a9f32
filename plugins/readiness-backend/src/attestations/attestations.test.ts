import { TestDatabases } from '@backstage/backend-test-utils';
import { service } from '../__testUtils__/fixtures';
import { ReadinessHarness } from '../__testUtils__/ReadinessHarness';
import { TestPortal } from '../__testUtils__/TestPortal';
import { waitUntil } from '../__testUtils__/waitUntil';

const CART = 'component:default/cart';
const ENTITY = 'component/default/cart';
const DAY = 24 * 60 * 60 * 1000;

jest.setTimeout(120_000);
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe('attested facts', () => {
  async function start(databaseId: Parameters<typeof databases.init>[0]) {
    const harness = await ReadinessHarness.create({
      knex: await databases.init(databaseId),
      entities: [service('cart')],
    });
    harness.state(CART, {});
    await harness.run();
    const { attestor } = harness.readiness;
    if (!attestor) {
      throw new Error('attestations are on unless told');
    }
    const ids = await harness.readiness.entities.idsOf([CART]);
    const entity = { ref: CART, id: ids.get(CART) ?? -1 };
    const attest = (fact: string, value: boolean | string, days: number) =>
      attestor.attest(entity, 'user:default/ada', {
        entityRef: CART,
        fact,
        value,
        url: 'https://wiki.example.com/drill',
        expiresAt: new Date(harness.now + days * DAY).toISOString(),
      });
    return { harness, attestor, entity, attest };
  }

  it.each(databases.eachSupportedId())(
    'decide where nothing stronger speaks, until they lapse, %p',
    async databaseId => {
      const { harness, attest } = await start(databaseId);
      await harness.expectStatus('failure-drill', 'unknown', CART);
      const rehearsed = new Date(harness.now - DAY).toISOString();
      await attest('drill.failureAt', rehearsed, 30);
      await harness.evaluate();
      await harness.expectStatus('failure-drill', 'pass', CART);

      // Nothing is collected: time alone makes it due.
      harness.wait(31 * DAY);
      await harness.evaluate();
      await harness.expectStatus('failure-drill', 'unknown', CART);
      const scorecard = await harness.scorecard(CART);
      const check = scorecard.questions
        .flatMap(({ checks }) => checks)
        .find(({ id }) => id === 'failure-drill');
      expect(check?.evidence).toMatchObject([
        {
          strength: 'attested',
          source: 'attestation',
          stale: true,
          value: rehearsed,
          url: 'https://wiki.example.com/drill',
        },
      ]);

      await attest('drill.failureAt', rehearsed, 30);
      await harness.evaluate();
      await harness.expectStatus('failure-drill', 'pass', CART);
    },
  );

  it.each(databases.eachSupportedId())(
    'are the weakest: what is declared decides, %p',
    async databaseId => {
      const { harness, attest } = await start(databaseId);
      await attest('degradation.documented', true, 30);
      await harness.evaluate();
      await harness.expectStatus('degrades', 'pass', CART);
      harness.state(CART, {
        facts: [{ name: 'degradation.documented', value: false }],
      });
      await harness.collect();
      await harness.evaluate();
      await expect(
        harness.expectStatus('degrades', 'fail', CART),
      ).resolves.toBeUndefined();
    },
  );

  it.each(databases.eachSupportedId())(
    'are replaced, taken back, and forgotten long after, %p',
    async databaseId => {
      const { harness, attestor, entity, attest } = await start(databaseId);
      await attest('logs.structured', true, 30);
      await attest('logs.structured', false, 60);
      const [standing, ...others] = await attestor.list(entity);
      expect(others).toEqual([]);
      expect(standing).toMatchObject({ value: false });

      await attestor.takeBack(standing, 'user:default/eve');
      await expect(attestor.list(entity)).resolves.toEqual([]);
      await expect(
        attestor.takeBack(standing, 'user:default/eve'),
      ).rejects.toThrow('There is no attestation');
      await expect(
        harness.knex('attestations').orderBy('created_at').pluck('ended_by'),
      ).resolves.toEqual(['user:default/ada', 'user:default/eve']);

      harness.wait(500 * DAY);
      await harness.readiness.prune(harness.now);
      await expect(harness.knex('attestations')).resolves.toEqual([]);
    },
  );

  it.each<[string, Record<string, unknown>, RegExp]>([
    ['a fact that is none', { fact: 'logs.structred' }, /did you mean/],
    [
      'a fact that has to be seen',
      { fact: 'owner.exists' },
      /cannot be attested/,
    ],
    ['another type', { value: 'yes' }, /^value: /],
    [
      'what has not happened yet',
      { fact: 'drill.failureAt', value: '2999-01-01T00:00:00Z' },
      /in the future/,
    ],
    [
      'an end that is past',
      { expiresAt: '2020-01-01T00:00:00Z' },
      /^expiresAt/,
    ],
    ['no time', { expiresAt: 'soon' }, /^expiresAt/],
    [
      'an end too far ahead',
      { expiresAt: '2028-01-01T00:00:00Z' },
      /at most 365 days/,
    ],
  ])('are refused for %s', async (_, changes, message) => {
    const { attestor, entity, harness } = await start('SQLITE_3');
    const request = {
      entityRef: CART,
      fact: 'logs.structured',
      value: true,
      url: 'https://wiki.example.com',
      expiresAt: new Date(harness.now + DAY).toISOString(),
      ...changes,
    };
    await expect(
      attestor.attest(entity, 'user:default/ada', request),
    ).rejects.toThrow(message);
    await expect(harness.knex('attestations')).resolves.toEqual([]);
  });
});

describe.each(databases.eachSupportedId())(
  'the API of attestations on %s',
  databaseId => {
    let portal: TestPortal;

    beforeAll(async () => {
      portal = await TestPortal.start({
        knex: await databases.init(databaseId),
        entities: [
          service('cart'),
          service('risk', { owner: 'group:default/bank' }),
        ],
        readers: {
          spectator: { attest: 'none' },
          banker: { attest: { owners: ['group:default/bank'] } },
          stranger: { catalog: ['risk'] },
        },
      });
    });

    afterAll(() => portal.stop());

    function attestation(fields: object = {}) {
      return {
        entityRef: CART,
        fact: 'drill.failureAt',
        value: new Date(Date.now() - DAY).toISOString(),
        url: 'https://wiki.example.com/latency',
        note: 'with toxiproxy',
        expiresAt: new Date(Date.now() + 90 * DAY).toISOString(),
        ...fields,
      };
    }

    it('takes, lists and takes back', async () => {
      const { body: created } = await portal
        .post('/attestations', attestation(), 'ada')
        .expect(200);
      expect(created).toMatchObject({
        author: 'user:default/ada',
        fact: 'drill.failureAt',
        note: 'with toxiproxy',
      });
      await waitUntil(async () => {
        const { body } = await portal.get(
          '/scorecards?status=failure-drill:pass',
        );
        return body.total === 1;
      });
      const { body: list } = await portal.get(`/attestations/${ENTITY}`);
      expect(list.items).toEqual([created]);
      expect(list.mayAttest).toBe(true);
      expect(list.attestable).toContainEqual(
        expect.objectContaining({ fact: 'drill.failureAt', type: 'timestamp' }),
      );
      const { body: checks } = await portal.get('/checks');
      expect(
        checks.items.find(({ id }: { id: string }) => id === 'failure-drill'),
      ).toMatchObject({ attestable: ['drill.failureAt'] });

      const denied = await portal.delete(
        `/attestations/${created.id}`,
        'spectator',
      );
      const unseen = await portal.delete(
        `/attestations/${created.id}`,
        'stranger',
      );
      expect([denied.status, unseen.status]).toEqual([403, 404]);
      await portal.delete(`/attestations/${created.id}`, 'ada').expect(200);
      await portal.delete(`/attestations/${created.id}`, 'ada').expect(404);
      expect(
        portal.auditor.events
          .filter(({ eventId }) => eventId.startsWith('attestation-'))
          .map(({ eventId, outcome }) => `${eventId} ${outcome}`),
      ).toEqual([
        'attestation-create success',
        'attestation-delete fail',
        'attestation-delete fail',
        'attestation-delete success',
        'attestation-delete fail',
      ]);
    });

    it.each([
      ['spectator', attestation(), 403],
      ['banker', attestation(), 403],
      ['banker', attestation({ entityRef: 'component:default/risk' }), 200],
      ['stranger', attestation(), 404],
      ['ada', attestation({ entityRef: 'nonsense' }), 400],
      ['ada', attestation({ url: 'ftp://files.example.com/1' }), 400],
      ['ada', attestation({ fact: 'owner.exists', value: true }), 400],
    ])('answers %s on %j with %s', async (reader, body, status) => {
      const answer = await portal.post('/attestations', body, reader);
      expect(answer.status).toBe(status);
    });

    it('shows nobody what the catalog does not', async () => {
      await portal.get(`/attestations/${ENTITY}`, 'stranger').expect(404);
      const { body } = await portal.get(`/attestations/${ENTITY}`, 'spectator');
      expect(body.mayAttest).toBe(false);
    });
  },
);
