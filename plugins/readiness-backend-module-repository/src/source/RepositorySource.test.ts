import { promises as fs } from 'node:fs';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { NotFoundError, NotModifiedError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import type { JsonObject, JsonValue } from '@backstage/types';
import {
  RepositoryLocator,
  RepositoryReader,
  type CollectContext,
  type EntityEvidence,
  type FileFact,
  type SourceEntity,
} from '@airworthy/plugin-readiness-node';
import { readRepositoryConfig } from '../config/readRepositoryConfig';
import { RepositorySource } from './RepositorySource';

const deployment = (name: string, replicas: number) => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
spec:
  replicas: ${replicas}
  template:
    metadata: { labels: { app: ${name} } }
    spec: { containers: [{ name: ${name}, image: "${name}:v1" }] }
`;

function component(
  name: string,
  annotations: Record<string, string>,
  kind = 'component',
): SourceEntity {
  return {
    ref: `${kind}:default/${name}`,
    kind,
    namespace: 'default',
    name,
    type: 'service',
    tier: 3,
    tags: [],
    annotations,
    entity: {
      kind: kind === 'component' ? 'Component' : kind,
      metadata: { name, annotations },
      spec: { type: 'service' },
    },
  };
}

class Harness {
  readonly emitted = new Map<string, EntityEvidence>();
  readonly problems: Array<{ message: string; file?: string; line?: number }> =
    [];
  readonly checkpoints = new Map<string, JsonValue>();
  readonly readTree = jest.fn();
  entities: SourceEntity[] = [];
  calls = 0;
  now = Date.parse('2026-11-23T10:00:00Z');

  constructor(
    private readonly settings: JsonObject = {},
    private readonly fileFacts: FileFact[] = [],
  ) {}

  source(): RepositorySource {
    const config = readRepositoryConfig(
      new ConfigReader({ readiness: { repository: this.settings } }),
    );
    const integrations = ScmIntegrations.fromConfig(
      new ConfigReader({
        integrations: { github: [{ host: 'github.com' }] },
      }),
    );
    return new RepositorySource({
      config,
      integrations,
      locator: new RepositoryLocator({
        integrations,
        localRoots: config.localRoots,
      }),
      reader: new RepositoryReader({
        urlReader: { readTree: this.readTree },
        limits: config.limits,
      }),
      fileFacts: this.fileFacts,
    });
  }

  async collect(only?: string): Promise<void> {
    this.emitted.clear();
    this.problems.length = 0;
    this.calls = 0;
    const { entities } = this;
    const context: CollectContext = {
      async *entities() {
        yield only ? entities.filter(({ ref }) => ref === only) : entities;
      },
      ...(only && { only: { entityRef: only } }),
      emit: async evidence => {
        for (const item of evidence) {
          this.emitted.set(item.entityRef, item);
        }
      },
      emitDeployments: async () => {},
      emitAlerts: async () => {},
      emitIncidents: async () => {},
      statedFacts: async () => new Map(),
      checkpoint: {
        get: async <T extends JsonValue>(key: string) =>
          this.checkpoints.get(key) as T | undefined,
        set: async (key, value) => {
          this.checkpoints.set(key, value);
        },
      },
      countCall: (calls = 1) => {
        this.calls += calls;
      },
      reportError: error => {
        this.problems.push(error);
      },
      logger: mockServices.logger.mock(),
      signal: new AbortController().signal,
      now: this.now,
    };
    await this.source().collect(context);
  }

  /** What the host answers: path to content. */
  serve(etag: string, contents: Record<string, string>): void {
    this.readTree.mockImplementation(
      async (_url: string, options?: { etag?: string }) => {
        if (options?.etag === etag) {
          throw new NotModifiedError();
        }
        return {
          etag,
          files: async () =>
            Object.entries(contents).map(([path, content]) => ({
              path,
              content: async () => Buffer.from(content),
            })),
        };
      },
    );
  }

  fact(name: string, fact: string, member = '') {
    return this.emitted
      .get(`component:default/${name}`)
      ?.facts.find(item => item.name === fact && item.member === member);
  }

  link(name: string) {
    return this.emitted.get(`component:default/${name}`)?.link;
  }
}

const REMOTE = 'url:https://github.com/example/shop/tree/main/';

describe('RepositorySource', () => {
  const directory = createMockDirectory();

  describe('with a Git host', () => {
    it('reads a repository once for all of its entities, and links to the line', async () => {
      const harness = new Harness();
      harness.serve('commit-1', {
        'cart.yaml': deployment('cart', 3),
        'prices.yaml': deployment('prices', 1),
      });
      harness.entities = ['cart', 'prices'].map(name =>
        component(name, { 'backstage.io/source-location': REMOTE }),
      );
      await harness.collect();
      expect(harness.readTree).toHaveBeenCalledTimes(1);
      expect(harness.calls).toBe(1);
      expect(harness.readTree.mock.calls[0][0]).toBe(
        'https://github.com/example/shop/tree/main/',
      );
      expect(
        harness.fact('cart', 'workloads', 'Deployment//cart'),
      ).toMatchObject({
        value: { minReplicas: 3 },
        source: 'repository',
        strength: 'declared',
        expiresAt: '2026-11-24T10:00:00.000Z',
        origins: {
          minReplicas: {
            file: 'cart.yaml',
            line: 6,
            url: 'https://github.com/example/shop/blob/main/cart.yaml#L6',
          },
        },
      });
      expect(
        harness.fact('cart', 'workloads', 'Deployment//prices'),
      ).toBeUndefined();
      expect(harness.link('prices')).toEqual({ status: 'ok' });
    });

    it('says that nothing changed while the etag fits', async () => {
      const harness = new Harness();
      harness.serve('commit-1', { 'cart.yaml': deployment('cart', 3) });
      harness.entities = [
        component('cart', { 'backstage.io/source-location': REMOTE }),
      ];
      await harness.collect();
      harness.now += 60_000;
      await harness.collect();
      expect(harness.emitted.get('component:default/cart')).toEqual({
        entityRef: 'component:default/cart',
        link: { status: 'ok' },
        facts: [],
        unchanged: {
          observedAt: '2026-11-23T10:01:00.000Z',
          expiresAt: '2026-11-24T10:01:00.000Z',
        },
      });
    });

    it('scans again where an annotation of an entity changed', async () => {
      const harness = new Harness();
      harness.serve('commit-1', {
        'cart.yaml': deployment('cart', 3),
        'other.yaml': deployment('other', 1),
      });
      const annotations: Record<string, string> = {
        'backstage.io/source-location': REMOTE,
      };
      harness.entities = [
        component('cart', annotations),
        component('prices', annotations),
      ];
      await harness.collect();
      expect(
        harness.fact('cart', 'workloads', 'Deployment//other'),
      ).toBeUndefined();
      harness.entities[0] = component('cart', {
        ...annotations,
        'backstage.io/kubernetes-label-selector': 'app=other',
      });
      await harness.collect();
      expect(
        harness.fact('cart', 'workloads', 'Deployment//other'),
      ).toBeDefined();
    });

    it('refreshes one entity beside the neighbours that it had', async () => {
      const harness = new Harness();
      const contents = {
        'cart.yaml': deployment('cart', 3),
        'worker.yaml': deployment('worker', 1),
      };
      harness.serve('commit-1', contents);
      harness.entities = ['cart', 'prices'].map(name =>
        component(name, { 'backstage.io/source-location': REMOTE }),
      );
      await harness.collect();
      harness.serve('commit-2', contents);
      await harness.collect('component:default/cart');
      expect([...harness.emitted.keys()]).toEqual(['component:default/cart']);
      expect(harness.emitted.get('component:default/cart')?.facts).not.toEqual(
        [],
      );
      // Alone in the repository, the worker would have been its own too.
      expect(
        harness.fact('cart', 'workloads', 'Deployment//worker'),
      ).toBeUndefined();
    });

    it('reads again for the neighbours of what was refreshed alone', async () => {
      const harness = new Harness();
      harness.serve('commit-1', { 'prices.yaml': deployment('prices', 1) });
      harness.entities = ['cart', 'prices'].map(name =>
        component(name, { 'backstage.io/source-location': REMOTE }),
      );
      await harness.collect();
      harness.serve('commit-2', { 'prices.yaml': deployment('prices', 4) });
      await harness.collect('component:default/cart');
      await harness.collect();
      expect(
        harness.fact('prices', 'workloads', 'Deployment//prices')?.value,
      ).toMatchObject({ minReplicas: 4 });
    });

    it('keeps what was known while the host fails, with its age', async () => {
      const harness = new Harness();
      harness.serve('commit-1', { 'cart.yaml': deployment('cart', 3) });
      harness.entities = [
        component('cart', { 'backstage.io/source-location': REMOTE }),
      ];
      await harness.collect();
      harness.now += 3_600_000;
      harness.readTree.mockRejectedValue(new Error('connect ECONNREFUSED'));
      await harness.collect();
      expect(harness.emitted.get('component:default/cart')).toMatchObject({
        link: { status: 'error' },
        unchanged: {
          observedAt: '2026-11-23T10:00:00.000Z',
          expiresAt: '2026-11-24T10:00:00.000Z',
        },
      });
      expect(harness.problems).toMatchObject([
        { message: expect.stringContaining('ECONNREFUSED') },
      ]);
    });

    it.each([
      { status: 'not-found', error: new NotFoundError('gone') },
      {
        status: 'denied',
        error: new Error(
          'Request failed for https://api.github.com, 403 Forbidden',
        ),
      },
    ])('tells $status', async ({ status, error }) => {
      const harness = new Harness();
      harness.readTree.mockRejectedValue(error);
      harness.entities = [
        component('cart', { 'backstage.io/source-location': REMOTE }),
      ];
      await harness.collect();
      expect(harness.link('cart')).toEqual({
        status,
        message: expect.stringContaining('https://github.com/example/shop'),
      });
      expect(harness.emitted.get('component:default/cart')?.facts).toEqual([]);
    });

    it('reads the whole repository of an entity below a folder', async () => {
      const harness = new Harness();
      harness.serve('commit-1', {
        'services/cart/deploy.yaml': deployment('web', 3),
        'services/prices/deploy.yaml': deployment('api', 2),
      });
      harness.entities = ['cart', 'prices'].map(name =>
        component(name, {
          'backstage.io/source-location': `url:https://github.com/example/shop/tree/main/services/${name}/`,
        }),
      );
      await harness.collect();
      expect(harness.readTree).toHaveBeenCalledTimes(1);
      expect(
        harness.fact('cart', 'workloads', 'Deployment//web'),
      ).toBeDefined();
      expect(
        harness.fact('cart', 'workloads', 'Deployment//api'),
      ).toBeUndefined();
      expect(
        harness.fact('prices', 'workloads', 'Deployment//api'),
      ).toBeDefined();
    });
  });

  describe('with local directories', () => {
    const located = (path: string) => ({
      'backstage.io/managed-by-location': `file:${directory.resolve(path)}`,
    });

    it('reads below the roots alone, and only what changed', async () => {
      directory.setContent({
        allowed: {
          cart: {
            'catalog-info.yaml': 'apiVersion: backstage.io/v1alpha1\n',
            'deploy.yaml': deployment('cart', 3),
          },
        },
        other: { 'catalog-info.yaml': '' },
      });
      const harness = new Harness({
        localRoots: [directory.resolve('allowed')],
      });
      harness.entities = [
        component('cart', located('allowed/cart/catalog-info.yaml')),
        component('other', located('other/catalog-info.yaml')),
        component('gone', located('allowed/gone/catalog-info.yaml')),
        component('bare', {}),
      ];
      await harness.collect();
      expect(harness.link('cart')).toEqual({ status: 'ok' });
      expect(harness.link('other')).toMatchObject({ status: 'denied' });
      expect(harness.link('gone')).toMatchObject({ status: 'not-found' });
      expect(harness.link('bare')).toMatchObject({ status: 'not-linked' });
      expect(
        harness.fact('cart', 'workloads', 'Deployment//cart')?.origins,
      ).toMatchObject({ minReplicas: { file: 'deploy.yaml', line: 6 } });

      await harness.collect();
      expect(
        harness.emitted.get('component:default/cart')?.unchanged,
      ).toBeDefined();
      await fs.writeFile(
        directory.resolve('allowed/cart/deploy.yaml'),
        deployment('cart', 10),
      );
      await harness.collect();
      expect(
        harness.fact('cart', 'workloads', 'Deployment//cart')?.value,
      ).toMatchObject({ minReplicas: 10 });
    });

    it('reads nothing from the disk unless it is told where', async () => {
      directory.setContent({ cart: { 'catalog-info.yaml': '' } });
      const harness = new Harness();
      harness.entities = [component('cart', located('cart/catalog-info.yaml'))];
      await harness.collect();
      expect(harness.link('cart')).toMatchObject({
        status: 'denied',
        message: expect.stringContaining('readiness.repository.localRoots'),
      });
    });

    it('takes an entity that is described apart from its source for one without', async () => {
      directory.setContent({
        org: { 'components.yaml': '' },
        allowed: {},
      });
      const annotations = located('org/components.yaml');
      const harness = new Harness({
        localRoots: [directory.resolve('allowed')],
      });
      harness.entities = [component('vendor', annotations)];
      await harness.collect();
      expect(harness.link('vendor')).toMatchObject({ status: 'not-linked' });
    });

    it('finds the repository around a catalog file, and none around an organisation', async () => {
      const entity = 'apiVersion: backstage.io/v1alpha1\nkind: Component\n';
      directory.setContent({
        org: { 'components.yaml': entity, 'groups.yaml': entity },
        shop: {
          '.git': { HEAD: '' },
          'deploy.yaml': deployment('cart', 3),
          docs: { 'catalog-info.yaml': entity },
        },
        bought: { 'deploy.yaml': deployment('crm', 1), 'crm.yaml': entity },
      });
      const harness = new Harness({ localRoots: [directory.path] });
      harness.entities = [
        component('vendor', located('org/components.yaml')),
        component('cart', located('shop/docs/catalog-info.yaml')),
        component('crm', located('bought/crm.yaml')),
        component('team', located('org/groups.yaml'), 'group'),
      ];
      await harness.collect();
      expect(harness.link('vendor')).toMatchObject({ status: 'not-linked' });
      expect(
        harness.fact('cart', 'workloads', 'Deployment//cart'),
      ).toBeDefined();
      expect(harness.fact('crm', 'workloads', 'Deployment//crm')).toBeDefined();
      expect(harness.emitted.has('group:default/team')).toBe(false);
    });

    it('states facts that config declares in a file, with their line', async () => {
      directory.setContent({
        cart: {
          'catalog-info.yaml': '',
          'service.yaml': 'name: cart\nlimits:\n  retries: 3\n',
        },
      });
      const harness = new Harness({ localRoots: [directory.path] }, [
        {
          name: 'service.retries',
          from: 'file',
          type: 'int',
          description: 'Retries.',
          file: 'service.yaml',
          pointer: '/limits/retries',
        },
        {
          name: 'service.owner',
          from: 'file',
          type: 'string',
          description: 'Owner.',
          file: 'service.yaml',
          pointer: '/owner',
        },
      ]);
      expect(harness.source().descriptor.supplies).toContain('service.retries');
      harness.entities = [component('cart', located('cart/catalog-info.yaml'))];
      await harness.collect();
      expect(harness.fact('cart', 'service.retries')).toMatchObject({
        value: 3,
        origins: { '': { file: 'service.yaml', line: 3 } },
      });
      expect(harness.fact('cart', 'service.owner')).toMatchObject({
        missing: 'service.yaml has nothing at /owner',
      });
    });

    it('reports what is wrong with a file on the entity', async () => {
      directory.setContent({
        cart: { 'catalog-info.yaml': '', 'deploy.yaml': 'kind: [' },
      });
      const harness = new Harness({ localRoots: [directory.path] });
      harness.entities = [component('cart', located('cart/catalog-info.yaml'))];
      await harness.collect();
      expect(harness.problems).toMatchObject([
        { file: 'deploy.yaml', line: 1, entityRef: 'component:default/cart' },
      ]);
    });
  });

  it('refuses a config that makes no sense, by the name of the key', () => {
    expect(() =>
      readRepositoryConfig(
        new ConfigReader({ readiness: { repository: { concurrency: 0 } } }),
      ),
    ).toThrow('readiness.repository.concurrency');
  });
});
