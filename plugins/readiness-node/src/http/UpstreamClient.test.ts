import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { z } from 'zod';
import type { UpstreamClientOptions } from './types';
import { UpstreamClient } from './UpstreamClient';
import { UpstreamError } from './UpstreamError';

const TOKEN = 'tok/en-s3cr3t+value';
const schema = z.object({ value: z.number() });

type Handler = (response: ServerResponse, path: string, body: string) => void;

/** An upstream that answers one after another; the last answer stays. */
class TestUpstream {
  readonly asked: Array<{
    path: string;
    authorization?: string;
    ifNoneMatch?: string;
    body: string;
  }> = [];
  readonly #waiting: Array<() => void> = [];

  readonly #server: Server;

  private constructor(handlers: Handler[]) {
    this.#server = createServer((request, response) => {
      let body = '';
      request.on('data', chunk => {
        body += chunk;
      });
      request.on('end', () => {
        const path = request.url ?? '';
        const { authorization, 'if-none-match': ifNoneMatch } = request.headers;
        const index = Math.min(this.asked.length, handlers.length - 1);
        this.asked.push({ path, authorization, ifNoneMatch, body });
        this.#waiting.splice(0).forEach(wake => wake());
        handlers[index](response, path, body);
      });
    });
  }

  static async start(...handlers: Handler[]): Promise<TestUpstream> {
    const upstream = new TestUpstream(handlers);
    await new Promise<void>(resolve => {
      upstream.#server.listen(0, '127.0.0.1', resolve);
    });
    return upstream;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async untilAsked(times: number): Promise<void> {
    while (this.asked.length < times) {
      await new Promise<void>(resolve => {
        this.#waiting.push(resolve);
      });
    }
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => {
      this.#server.close(resolve);
    });
  }
}

function json(body: unknown, status = 200, headers = {}): Handler {
  return response => {
    response.writeHead(status, {
      'content-type': 'application/json',
      ...headers,
    });
    response.end(JSON.stringify(body));
  };
}

const hang: Handler = () => {};
const hangUp: Handler = response => {
  response.destroy();
};
/** Promises more than it sends. */
const cut: Handler = response => {
  response.writeHead(200, { 'content-length': '1000' });
  response.write('{"value":');
  setImmediate(() => response.destroy());
};

describe('UpstreamClient', () => {
  const started: TestUpstream[] = [];

  afterEach(async () => {
    await Promise.all(started.splice(0).map(upstream => upstream.stop()));
  });

  async function start(...handlers: Handler[]): Promise<TestUpstream> {
    const upstream = await TestUpstream.start(...handlers);
    started.push(upstream);
    return upstream;
  }

  function createClient(
    upstream: TestUpstream,
    options: Partial<UpstreamClientOptions> = {},
  ): UpstreamClient {
    return UpstreamClient.create({
      name: 'Metrics test',
      baseUrl: upstream.url,
      credentials: () => ({ authorization: `Bearer ${TOKEN}` }),
      ...options,
      retry: { initialDelay: 1, maxDelay: 2, ...options.retry },
    });
  }

  async function failureOf(promise: Promise<unknown>): Promise<UpstreamError> {
    const error = await promise.then(
      () => undefined,
      (cause: unknown) => cause,
    );
    if (!(error instanceof UpstreamError)) {
      throw new Error(`expected an UpstreamError, got ${error}`);
    }
    return error;
  }

  it('asks with credentials and query below the base path, and gives the checked body', async () => {
    const upstream = await start(json({ value: 3, more: true }));
    const client = createClient(upstream, {
      baseUrl: `${upstream.url}/prometheus`,
    });
    const countCall = jest.fn();

    const response = await client.request(
      {
        path: '/api/v1/query',
        query: { limit: 5, exact: false, none: undefined },
        schema,
      },
      { countCall },
    );

    expect(response.body).toEqual({ value: 3 });
    expect(response.status).toBe(200);
    expect(upstream.asked).toEqual([
      {
        path: '/prometheus/api/v1/query?limit=5&exact=false',
        authorization: `Bearer ${TOKEN}`,
        body: '',
      },
    ]);
    expect(countCall).toHaveBeenCalledTimes(1);
  });

  it('posts forms and JSON', async () => {
    const upstream = await start(json({ value: 1 }));
    const client = createClient(upstream);

    await client.request({ path: 'a', form: { query: 'up == 1' }, schema });
    await client.request({ path: 'b', json: { query: '{ x }' }, schema });

    expect(upstream.asked.map(({ body }) => body)).toEqual([
      'query=up+%3D%3D+1',
      '{"query":"{ x }"}',
    ]);
  });

  it.each([
    ['a server error', json({}, 503)],
    ['a broken connection', hangUp],
    ['a cut body', cut],
    ['too many requests', json({}, 429, { 'retry-after': '0' })],
    [
      'a spent allowance told as 403',
      json({}, 403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1' }),
    ],
  ])('asks again after %s, and counts each attempt', async (_, fault) => {
    const upstream = await start(fault, fault, json({ value: 7 }));
    const countCall = jest.fn();

    const { body } = await createClient(upstream).request(
      { path: 'x', schema },
      { countCall },
    );

    expect(body).toEqual({ value: 7 });
    expect(countCall).toHaveBeenCalledTimes(3);
  });

  it.each([
    ['denied', json({}, 401), 401],
    ['denied', json({}, 403), 403],
    ['not-found', json({}, 404), 404],
    ['refused', json({}, 422), 422],
    ['refused', json({}, 302, { location: 'http://elsewhere.test/' }), 302],
    ['unexpected', json({ value: 'three' }), 200],
    ['malformed', (response: ServerResponse) => response.end('<html>'), 200],
  ] as Array<[string, Handler, number]>)(
    'gives up at once with %s',
    async (reason, answer, status) => {
      const upstream = await start(answer);
      const error = await failureOf(
        createClient(upstream).request({ path: 'x', schema }),
      );
      expect(error).toMatchObject({ reason, status });
      expect(error.message).toContain('Metrics test: GET /x');
      expect(upstream.asked).toHaveLength(1);
    },
  );

  it('gives up after the configured number of attempts', async () => {
    const upstream = await start(json({}, 500));
    const error = await failureOf(
      createClient(upstream, { retry: { retries: 2 } }).request({
        path: 'x',
        schema,
      }),
    );
    expect(error).toMatchObject({ reason: 'unavailable', status: 500 });
    expect(upstream.asked).toHaveLength(3);
  });

  it('does not wait longer than it is willing to, and says how long it was asked to', async () => {
    const upstream = await start(json({}, 429, { 'retry-after': '3600' }));
    const error = await failureOf(
      createClient(upstream).request({ path: 'x', schema }),
    );
    expect(error).toMatchObject({
      reason: 'rate-limited',
      retryAfter: 3600_000,
    });
    expect(upstream.asked).toHaveLength(1);
  });

  it('ends an attempt that takes too long', async () => {
    const upstream = await start(hang);
    const error = await failureOf(
      createClient(upstream, { timeout: 20, retry: { retries: 1 } }).request({
        path: 'x',
        schema,
      }),
    );
    expect(error.reason).toBe('timeout');
    expect(upstream.asked).toHaveLength(2);
  });

  it('refuses a body beyond its bound without asking again', async () => {
    const upstream = await start(json({ value: 1, filler: 'x'.repeat(2000) }));
    const error = await failureOf(
      createClient(upstream, { maxResponseBytes: 1000 }).request({
        path: 'x',
        schema,
      }),
    );
    expect(error.reason).toBe('too-large');
    expect(upstream.asked).toHaveLength(1);
  });

  it('stops asking an upstream that is down, and recovers by itself', async () => {
    const upstream = await start(
      json({}, 500),
      json({}, 500),
      json({ value: 1 }),
    );
    const client = createClient(upstream, {
      retry: { retries: 0 },
      breaker: { failures: 2, openFor: 1 },
    });
    await failureOf(client.request({ path: 'x', schema }));
    await failureOf(client.request({ path: 'x', schema }));

    const untilPauseEnds = async (): Promise<unknown> => {
      try {
        return (await client.request({ path: 'x', schema })).body;
      } catch (error) {
        if (!(error instanceof UpstreamError && error.reason === 'paused')) {
          throw error;
        }
        await new Promise(setImmediate);
        return untilPauseEnds();
      }
    };
    await expect(untilPauseEnds()).resolves.toEqual({ value: 1 });
    expect(upstream.asked).toHaveLength(3);
  });

  it('names the last failure while it pauses, and asks nothing', async () => {
    const upstream = await start(json({}, 500));
    const client = createClient(upstream, {
      retry: { retries: 0 },
      breaker: { failures: 2, openFor: 1_000_000 },
    });
    await failureOf(client.request({ path: 'x', schema }));
    await failureOf(client.request({ path: 'x', schema }));

    const error = await failureOf(client.request({ path: 'x', schema }));

    expect(error.reason).toBe('paused');
    expect(error.message).toContain('answered 500');
    expect(upstream.asked).toHaveLength(2);
  });

  it('does not pause because it is denied or the caller gives up', async () => {
    const upstream = await start(
      json({}, 401),
      json({}, 401),
      json({ value: 1 }),
    );
    const client = createClient(upstream, { breaker: { failures: 1 } });
    await failureOf(client.request({ path: 'x', schema }));
    await failureOf(
      client.request({ path: 'x', schema }, { signal: AbortSignal.abort() }),
    );
    await failureOf(client.request({ path: 'x', schema }));
    await expect(client.request({ path: 'x', schema })).resolves.toMatchObject({
      body: { value: 1 },
    });
  });

  it('gives up at once when the caller does, in a request and between two', async () => {
    const upstream = await start(hang, json({}, 500));
    const client = createClient(upstream, {
      retry: { initialDelay: 5_000, maxDelay: 5_000 },
    });
    const first = new AbortController();
    const inRequest = failureOf(
      client.request({ path: 'x', schema }, { signal: first.signal }),
    );
    await upstream.untilAsked(1);
    first.abort();
    expect((await inRequest).reason).toBe('aborted');

    const debug = jest.fn();
    const second = new AbortController();
    const waiting = createClient(upstream, {
      retry: { initialDelay: 5_000, maxDelay: 5_000 },
      logger: { debug: message => debug(second.abort(), message) } as Pick<
        LoggerService,
        'debug'
      > as LoggerService,
    });
    const between = await failureOf(
      waiting.request({ path: 'x', schema }, { signal: second.signal }),
    );
    expect(between.reason).toBe('aborted');
    expect(debug).toHaveBeenCalledTimes(1);
    expect(upstream.asked).toHaveLength(2);
  });

  it('asks no more at a time than configured', async () => {
    let open = 0;
    let most = 0;
    const upstream = await start(response => {
      open += 1;
      most = Math.max(most, open);
      setImmediate(() => {
        open -= 1;
        response.end('{"value":1}');
      });
    });
    const client = createClient(upstream, { concurrency: 2 });
    await Promise.all(
      Array.from({ length: 8 }, () => client.request({ path: 'x', schema })),
    );
    expect(most).toBe(2);
  });

  it('says what the upstream says, and believes it that asking again is in vain', async () => {
    const upstream = await start(
      json({ error: `too many samples for ${TOKEN}` }, 503),
    );
    const error = await failureOf(
      createClient(upstream).request({
        path: 'x',
        schema,
        readError: body => ({
          message: z.object({ error: z.string() }).parse(body).error,
          permanent: true,
        }),
      }),
    );
    expect(error.reason).toBe('refused');
    expect(error.message).toContain('too many samples for ***');
    expect(upstream.asked).toHaveLength(1);
  });

  it('learns from an ETag that nothing changed', async () => {
    const upstream = await start(
      json({ value: 1 }, 200, { etag: '"one"' }),
      json(undefined, 304),
      json({ value: 2 }, 200, { etag: '"two"' }),
    );
    const client = createClient(upstream);
    const first = await client.requestIfChanged({ path: 'x', schema });
    const etag = first?.headers.get('etag') ?? undefined;
    const again = () => client.requestIfChanged({ path: 'x', schema, etag });
    await expect(again()).resolves.toBeUndefined();
    await expect(again()).resolves.toMatchObject({ body: { value: 2 } });
    expect(upstream.asked.map(({ ifNoneMatch }) => ifNoneMatch)).toEqual([
      undefined,
      '"one"',
      '"one"',
    ]);
  });

  it('finds a failure in an answer that says 200, and asks again', async () => {
    const upstream = await start(json({ value: -1 }), json({ value: 7 }));
    const { body } = await createClient(upstream).request({
      path: 'x',
      schema,
      readFailure: ({ value }) =>
        value < 0
          ? { message: 'asked too often', reason: 'rate-limited' }
          : undefined,
    });
    expect(body.value).toBe(7);
  });

  it('believes what the upstream says of the reason', async () => {
    const upstream = await start(
      json({ message: 'secondary rate limit' }, 403),
    );
    const error = await failureOf(
      createClient(upstream, { retry: { retries: 0 } }).request({
        path: 'x',
        schema,
        readError: () => ({ message: 'slow down', reason: 'rate-limited' }),
      }),
    );
    expect(error).toMatchObject({ reason: 'rate-limited', status: 403 });
  });

  it('follows no link to another host', async () => {
    const upstream = await start(json({ value: 1 }));
    const error = await failureOf(
      createClient(upstream).request({
        path: 'https://elsewhere.test/api?page=2',
        schema,
      }),
    );
    expect(error.reason).toBe('refused');
    expect(upstream.asked).toHaveLength(0);
  });

  it('keeps secrets out of errors and logs, whatever goes wrong', async () => {
    const messages: string[] = [];
    const logger = {
      debug: (message: string) => messages.push(message),
    } as Partial<LoggerService> as LoggerService;
    const echo = (status: number): Handler =>
      json(
        { error: `Bearer ${TOKEN} or ${encodeURIComponent(TOKEN)}` },
        status,
      );
    const upstream = await start(echo(500), echo(500), echo(200));
    const client = createClient(upstream, { logger, secrets: ['hunter2'] });
    const request = {
      path: `x/hunter2`,
      query: { token: TOKEN },
      schema,
      readError: (body: unknown) => ({ message: JSON.stringify(body) }),
    };
    const errors = [
      await failureOf(client.request(request)),
      // A header that cannot be sent: the runtime quotes it.
      await failureOf(
        createClient(upstream, {
          logger,
          credentials: () => ({ authorization: `Bearer ${TOKEN}\n\u0000` }),
          secrets: [TOKEN, 'hunter2'],
        }).request(request),
      ),
    ];
    const said = [
      ...messages,
      ...errors.flatMap(error => [
        error.message,
        error.stack ?? '',
        JSON.stringify(error),
        String(error.cause),
      ]),
    ].join('\n');
    expect(messages.length).toBeGreaterThan(0);
    expect(said).toContain('answered');
    expect(said).toContain('invalid header value');
    for (const secret of [
      TOKEN,
      encodeURIComponent(TOKEN),
      's3cr3t',
      'hunter2',
    ]) {
      expect(said).not.toContain(secret);
    }
  });

  it.each([
    'ftp://metrics.test',
    'metrics.test',
    'http://me:pass@metrics.test',
  ])('refuses the base URL %s without repeating it', baseUrl => {
    const create = () => UpstreamClient.create({ name: 'Metrics', baseUrl });
    expect(create).toThrow(/^Metrics: the URL/);
    expect(create).not.toThrow(/pass@/);
  });
});
