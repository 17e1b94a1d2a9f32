import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mockServices } from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import type {
  CollectContext,
  EntityEvidence,
  SourceEntity,
  UrlFact,
} from '@airworthy/plugin-readiness-node';
import { AllowedHosts } from './AllowedHosts';
import { expandUrl } from './expandUrl';
import { getGuardedJson } from './getGuardedJson';
import { isPrivateAddress } from './isPrivateAddress';
import { UrlSource } from './UrlSource';

const NOW = Date.parse('2026-11-02T09:00:00Z');

function entity(
  name: string,
  annotations: Record<string, string> = {},
): SourceEntity {
  return {
    ref: `component:default/${name}`,
    kind: 'component',
    namespace: 'default',
    name,
    tier: 3,
    tags: [],
    annotations,
    entity: {},
  };
}

describe('AllowedHosts', () => {
  const hosts = new AllowedHosts([
    { host: 'api.example.com', paths: ['/v1/'] },
    { host: '*.example.org' },
    { host: 'example.net:8443' },
  ]);

  it.each([
    ['https://api.example.com/v1/a', true],
    ['https://API.example.com/v1/a', true],
    ['http://api.example.com/v1/a', true],
    ['https://api.example.com/v2/a', false],
    ['https://api.example.com/v1/../v2/a', false],
    ['https://api.example.com:444/v1/a', false],
    ['https://example.com/v1/a', false],
    ['https://evil-api.example.com/v1/a', false],
    ['https://a.example.org/', true],
    ['https://a.b.example.org/', true],
    ['https://example.org/', false],
    ['https://evilexample.org/', false],
    ['https://example.net:8443/', true],
    ['https://example.net/', false],
    ['ftp://a.example.org/', false],
    ['https://user:pass@a.example.org/', false],
    ['https://a.example.org@evil.com/', false],
  ])('%s is allowed: %p', (url, allowed) => {
    expect(hosts.refusal(new URL(url)) === undefined).toBe(allowed);
  });
});

describe('isPrivateAddress', () => {
  it.each([
    ['127.0.0.1', true],
    ['10.1.2.3', true],
    ['172.16.0.1', true],
    ['172.32.0.1', false],
    ['192.168.1.1', true],
    ['169.254.169.254', true],
    ['100.64.0.1', true],
    ['0.0.0.0', true],
    ['8.8.8.8', false],
    ['::1', true],
    ['::', true],
    ['fe80::1', true],
    ['fd00::1', true],
    ['::ffff:127.0.0.1', true],
    ['::ffff:8.8.8.8', false],
    ['2606:4700::1111', false],
  ])('%s: %p', (address, isPrivate) => {
    expect(isPrivateAddress(address)).toBe(isPrivate);
  });
});

describe('expandUrl', () => {
  it('lets no value reach beyond its place', () => {
    const expanded = expandUrl(
      "https://example.com/{{ name }}/x?id={{ annotations['a.b/id'] }}",
      entity('../..', { 'a.b/id': '1&admin=true#x' }),
    );
    expect('url' in expanded && expanded.url.href).toBe(
      'https://example.com/..%2F../x?id=1%26admin%3Dtrue%23x',
    );
  });

  it('climbs no path', () => {
    const expanded = expandUrl(
      'https://example.com/v1/{{ name }}/x',
      entity('..'),
    );
    expect('url' in expanded && expanded.url.pathname).toBe('/v1//x');
  });

  it('names what the entity lacks', () => {
    expect(
      expandUrl("https://example.com/{{ annotations['a.b/id'] }}", entity('x')),
    ).toEqual({ missing: "the entity has no annotations['a.b/id']" });
  });
});

describe('getGuardedJson', () => {
  let server: Server;
  let base: string;
  const asked: string[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      switch (request.url) {
        case '/json':
          response.end('{"score":3}');
          break;
        case '/text':
          response.end('no json');
          break;
        case '/big':
          response.end('x'.repeat(5000));
          break;
        case '/moved':
          response.writeHead(302, { location: `${base}/json` }).end();
          break;
        case '/slow':
          break;
        default:
          response.writeHead(404).end();
      }
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    base = `http://localhost:${(server.address() as AddressInfo).port}`;
  });

  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const get = (path: string, options = {}) =>
    getGuardedJson(new URL(`${base}${path}`), {
      signal: new AbortController().signal,
      refuses: () => false,
      ...options,
    });

  it('reads JSON, and nothing else', async () => {
    await expect(get('/json')).resolves.toEqual({ score: 3 });
    await expect(get('/text')).rejects.toThrow('/text answers no JSON');
    await expect(get('/big', { maxBytes: 1000 })).rejects.toThrow(
      '/big answers more than 1000 bytes',
    );
    await expect(get('/moved')).rejects.toThrow('/moved answers 302');
    await expect(get('/absent')).rejects.toMatchObject({
      name: 'NotFoundError',
    });
    await expect(get('/slow', { timeout: 50 })).rejects.toMatchObject({
      name: 'AbortError',
    });
  });

  it('connects to no address of the inner network, by name or number', async () => {
    asked.length = 0;
    await expect(get('/json', { refuses: isPrivateAddress })).rejects.toThrow(
      'localhost is an address of the inner network',
    );
    const { port } = new URL(base);
    await expect(
      getGuardedJson(new URL(`http://127.0.0.1:${port}/json`), {
        signal: new AbortController().signal,
      }),
    ).rejects.toThrow('is an address of the inner network');
    expect(asked).toEqual([]);
  });
});

describe('UrlSource', () => {
  const FACT: UrlFact = {
    from: 'url',
    name: 'costs.monthly',
    type: 'int',
    description: 'What it costs.',
    url: 'https://costs.example.com/{{ name }}?key=secret',
    pointer: '/total',
  };

  async function collect(
    answers: Record<string, () => unknown>,
    facts: UrlFact[] = [FACT],
  ) {
    const calls: string[] = [];
    const source = new UrlSource({
      facts,
      hosts: new AllowedHosts([{ host: 'costs.example.com' }]),
      schedule: { frequency: { hours: 1 }, timeout: { minutes: 1 } },
      getJson: async url => {
        calls.push(url.pathname);
        return JSON.parse(JSON.stringify(answers[url.pathname]()));
      },
    });
    const emitted: EntityEvidence[] = [];
    const problems: string[] = [];
    const context: CollectContext = {
      async *entities() {
        yield ['/a', '/b', '/c', '/d'].map(path => entity(path.slice(1)));
      },
      emit: async evidence => {
        emitted.push(...evidence);
      },
      emitDeployments: async () => {},
      emitAlerts: async () => {},
      emitIncidents: async () => {},
      statedFacts: async () => new Map(),
      checkpoint: { get: async () => undefined, set: async () => {} },
      countCall: () => {},
      reportError: problem => problems.push(problem.message),
      logger: mockServices.logger.mock(),
      signal: new AbortController().signal,
      now: NOW,
    };
    await source.collect(context);
    return { emitted, problems, calls };
  }

  it('says what it read, what is not there, and leaves what failed', async () => {
    const { emitted, problems } = await collect({
      '/a': () => ({ total: 12 }),
      '/b': () => ({ total: 'much' }),
      '/c': () => {
        throw new NotFoundError('costs.example.com/c answers 404');
      },
      '/d': () => {
        throw new Error('costs.example.com/d answers 500');
      },
    });
    expect(
      emitted.map(({ entityRef, facts: [fact] }) => [
        entityRef,
        fact.value ?? fact.missing,
      ]),
    ).toEqual([
      ['component:default/a', 12],
      ['component:default/b', '/total is "much" where a whole number belongs'],
      ['component:default/c', 'costs.example.com/c answers 404'],
    ]);
    // What the query holds is nobody's business.
    expect(emitted[0].facts[0].origins).toEqual({
      '': { url: 'https://costs.example.com/a' },
    });
    expect(problems).toEqual([
      'costs.monthly: Error: costs.example.com/d answers 500',
    ]);
  });

  it('asks each URL once', async () => {
    const { calls } = await collect({ '/all': () => ({ total: 1, n: 2 }) }, [
      { ...FACT, url: 'https://costs.example.com/all' },
      {
        ...FACT,
        name: 'costs.count',
        url: 'https://costs.example.com/all',
        pointer: '/n',
      },
    ]);
    expect(calls).toEqual(['/all']);
  });

  it('asks no host that config does not name', async () => {
    const { calls, emitted } = await collect({}, [
      { ...FACT, url: 'https://elsewhere.example.com/{{ name }}' },
    ]);
    expect(calls).toEqual([]);
    expect(emitted[0].facts[0].missing).toBe(
      'elsewhere.example.com/a is not below readiness.factUrls.allow',
    );
  });
});
