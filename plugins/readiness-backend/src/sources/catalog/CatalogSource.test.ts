import { TestDatabases } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { service } from '../../__testUtils__/fixtures';
import { ReadinessHarness } from '../../__testUtils__/ReadinessHarness';

jest.setTimeout(120_000);

function group(
  name: string,
  options: {
    childOf?: string;
    annotations?: Record<string, string>;
    email?: string;
    links?: Array<{ url: string }>;
  } = {},
): Entity {
  const { childOf, annotations, email, links } = options;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name, namespace: 'default', annotations, links },
    spec: {
      type: 'team',
      children: [],
      ...(email ? { profile: { email } } : {}),
    },
    relations: childOf
      ? [{ type: 'childOf', targetRef: `group:default/${childOf}` }]
      : [],
  };
}

function user(name: string, memberOf: string[], login?: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: {
      name,
      namespace: 'default',
      annotations: login ? { 'github.com/user-login': login } : {},
    },
    spec: { memberOf },
    relations: memberOf.map(target => ({
      type: 'memberOf',
      targetRef: `group:default/${target}`,
    })),
  };
}

const SLUG = { annotations: { 'github.com/team-slug': 'acme/shop' } };

describe('the catalog as a source', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

  async function factsOf(subject: Entity, others: Entity[]) {
    const harness = await ReadinessHarness.create({
      knex: await databases.init('SQLITE_3'),
      entities: [subject, ...others],
    });
    await harness.run();
    const stored = await harness.reader.find(
      harness.fleet(),
      `component:default/${subject.metadata.name}`,
    );
    return Object.fromEntries(
      (stored?.facts ?? []).map(fact => [
        fact.name,
        fact.value ?? `missing: ${fact.missing}`,
      ]),
    );
  }

  it('counts people once, through child groups and circles', async () => {
    const facts = await factsOf(service('cart'), [
      group('shop', { ...SLUG, childOf: 'till', email: 'shop@example.com' }),
      group('till', { childOf: 'shop' }),
      user('ada', ['shop', 'till'], 'ada-gh'),
      user('grace', ['till']),
      user('edsger', ['elsewhere']),
    ]);
    expect(facts).toMatchObject({
      'owner.ref': 'group:default/shop',
      'owner.exists': true,
      'owner.kind': 'Group',
      'owner.members': 2,
      'owner.contacts': ['shop@example.com'],
      'owner.handles': ['@acme/shop', '@ada-gh'],
    });
  });

  it('knows that an owner is not there', async () => {
    const facts = await factsOf(service('cart'), []);
    expect(facts).toMatchObject({
      'owner.ref': 'group:default/shop',
      'owner.exists': false,
      'owner.kind': '',
      'owner.members': 0,
      'owner.contacts': [],
      'owner.handles': 'missing: group:default/shop is not in the catalog',
    });
  });

  it('knows that there is no owner', async () => {
    const orphan = service('cart');
    delete orphan.spec?.owner;
    const facts = await factsOf(orphan, []);
    expect(facts).toMatchObject({
      'owner.ref': '',
      'owner.exists': false,
      'owner.handles': [],
    });
  });

  it('knows that a person owns it', async () => {
    const facts = await factsOf(
      service('cart', { owner: 'user:default/ada' }),
      [user('ada', [], 'ada-gh')],
    );
    expect(facts).toMatchObject({
      'owner.kind': 'User',
      'owner.members': 1,
      'owner.handles': ['@ada-gh'],
    });
  });

  it('never guesses how a team is called elsewhere', async () => {
    const facts = await factsOf(service('cart'), [
      group('shop'),
      user('ada', ['shop'], 'ada-gh'),
    ]);
    expect(facts['owner.handles']).toBe(
      'missing: group:default/shop has no annotation github.com/team-slug',
    );
  });

  it('knows datastores and queues by the type of the resource', async () => {
    const resource = (name: string, type: string): Entity => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Resource',
      metadata: { name, namespace: 'default' },
      spec: { type, owner: 'shop' },
    });
    const cart = service('cart');
    cart.relations = ['orders', 'events', 'bucket', 'absent'].map(name => ({
      type: 'dependsOn',
      targetRef: `resource:default/${name}`,
    }));
    cart.metadata.links = [
      { url: 'https://grafana.example.com/d/cart', icon: 'dashboard' },
      { url: 'https://example.com', title: 'Home' },
    ];
    const facts = await factsOf(cart, [
      resource('orders', 'Database'),
      resource('events', 'kafka-topic'),
      resource('bucket', 'object-storage'),
    ]);
    expect(facts).toMatchObject({
      'datastore.resources': ['resource:default/orders'],
      'queue.resources': ['resource:default/events'],
      'dashboard.links': ['https://grafana.example.com/d/cart'],
    });
  });
});
