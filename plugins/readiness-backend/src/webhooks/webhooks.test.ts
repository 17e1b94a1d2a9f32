import {
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { InputError } from '@backstage/errors';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import {
  readinessEvidenceExtensionPoint,
  type EvidenceWebhook,
} from '@airworthy/plugin-readiness-node';
import { z } from 'zod';
import { service, workload } from '../__testUtils__/fixtures';
import { TestPortal } from '../__testUtils__/TestPortal';
import { waitUntil } from '../__testUtils__/waitUntil';

const CART = 'component:default/cart';

jest.setTimeout(120_000);
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const payloadSchema = z.object({
  slug: z.string(),
  id: z.string().optional(),
  incident: z.string().optional(),
  refresh: z.boolean().optional(),
  recollect: z.boolean().optional(),
  source: z.string().default('repository'),
});

/** A vendor whose events name a thing that an annotation links. */
const vendor: EvidenceWebhook = {
  id: 'vendor',
  topics: ['vendor.events'],
  async handle({ eventPayload }, { findByAnnotation, now }) {
    const payload = payloadSchema.safeParse(eventPayload);
    if (!payload.success) {
      throw new InputError('is no event of the vendor');
    }
    const { slug, id, incident, refresh, recollect, source } = payload.data;
    const entities = await findByAnnotation('vendor.test/slug', slug);
    const refs = entities.map(({ ref }) => ref);
    return [
      {
        source,
        ...(id
          ? {
              deployments: refs.map(entityRef => ({
                entityRef,
                key: id,
                environment: 'production',
                result: 'succeeded' as const,
                rollback: false,
              })),
            }
          : {}),
        ...(incident
          ? {
              incidents: refs.map(entityRef => ({
                entityRef,
                key: incident,
                title: incident,
                startedAt: new Date(now).toISOString(),
              })),
            }
          : {}),
        ...(refresh ? { refresh: refs } : {}),
        ...(recollect ? { recollect } : {}),
      },
    ];
  },
};

const vendorModule = createBackendModule({
  pluginId: 'readiness',
  moduleId: 'vendor',
  register(env) {
    env.registerInit({
      deps: { evidence: readinessEvidenceExtensionPoint },
      async init({ evidence }) {
        evidence.addWebhook(vendor);
      },
    });
  },
});

describe.each(databases.eachSupportedId())('webhooks on %s', databaseId => {
  const events = mockServices.events();
  const logger = mockServices.logger.mock({ child: () => logger });
  let portal: TestPortal;

  const publish = (eventPayload: object) =>
    events.publish({ topic: 'vendor.events', eventPayload });

  const untilStatus = (status: string) =>
    waitUntil(async () => {
      const { body } = await portal.get(`/scorecards?status=${status}`);
      return body.total === 1;
    });

  const itemsOf = async (path: string) =>
    (await portal.get(`/${path}/component/default/cart`)).body.items;

  beforeAll(async () => {
    const cart = service('cart');
    cart.metadata.annotations = { 'vendor.test/slug': 'Shop/Cart' };
    portal = await TestPortal.start({
      knex: await databases.init(databaseId),
      entities: [cart],
      emits: ['deployments', 'incidents'],
      evidence: { [CART]: { facts: [workload('cart', { minReplicas: 1 })] } },
      features: [
        vendorModule,
        createServiceFactory({
          service: eventsServiceRef,
          deps: {},
          factory: () => events,
        }),
        logger.factory,
      ],
    });
  });

  afterAll(() => portal.stop());

  it('put a deployment on the page at once, and once', async () => {
    await publish({ slug: 'shop/cart', id: '7' });
    await publish({ slug: 'shop/cart', id: '7' });
    expect(await itemsOf('deployments')).toMatchObject([
      { key: '7', source: 'repository', result: 'succeeded' },
    ]);
    await untilStatus('deployments-recorded:pass');
  });

  it('let an incident into the metrics', async () => {
    await publish({ slug: 'shop/cart', id: '8' });
    await publish({ slug: 'shop/cart', incident: 'P1' });
    const { body } = await portal.get('/deployments/component/default/cart');
    expect(body.metrics.changeFailRate.from).toMatchObject({ incidents: 1 });
  });

  it('have the source asked again about an entity', async () => {
    portal.source.stated.set(CART, {
      facts: [workload('cart', { minReplicas: 5 })],
    });
    await publish({ slug: 'shop/cart', refresh: true });
    await expect(untilStatus('replicas:pass')).resolves.toBeUndefined();
  });

  it('have the source run as a whole', async () => {
    portal.source.stated.set(CART, {
      facts: [workload('cart', { minReplicas: 1 })],
    });
    await publish({ slug: 'shop/other', recollect: true });
    await expect(untilStatus('replicas:fail')).resolves.toBeUndefined();
  });

  it.each([
    [
      'whose shape is another',
      { token: 's3cret' },
      'is no event of the vendor',
    ],
    [
      'for a source that is not configured',
      { slug: 'shop/cart', id: '9', source: 'github:other' },
      '"github:other", which is no configured source',
    ],
  ])('survive an event %s, and log no payload', async (_, payload, message) => {
    await publish(payload);
    const logged = JSON.stringify(logger.warn.mock.calls);
    expect(logged).toContain(JSON.stringify(message).slice(1, -1));
    expect(logged).not.toContain('s3cret');
    expect(
      (await itemsOf('deployments')).map(({ key }: { key: string }) => key),
    ).not.toContain('9');
  });
});
