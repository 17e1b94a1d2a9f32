import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { eventually } from './eventually.js';

const FOLDER = fileURLToPath(new URL('../..', import.meta.url));

/** A whole process of the service, as it runs in production. */
export class Instance {
  static async start(options: {
    entry: 'server' | 'worker';
    databaseUrl: string;
    environment?: Record<string, string>;
  }): Promise<Instance> {
    const port = await freePort();
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', `src/${options.entry}.ts`],
      {
        cwd: FOLDER,
        stdio: ['ignore', 'ignore', 'inherit'],
        env: {
          ...process.env,
          LOG_LEVEL: 'fatal',
          HOST: '127.0.0.1',
          PORT: String(port),
          DATABASE_URL: options.databaseUrl,
          DRAIN_MS: '200',
          ...options.environment,
        },
      },
    );
    const instance = new Instance(child, `http://127.0.0.1:${port}`);
    await eventually(`${options.entry} is ready`, async () => {
      if (child.exitCode !== null) {
        throw new Error(`${options.entry} ended with ${child.exitCode}`);
      }
      return (await fetch(`${instance.url}/health/ready`)).ok;
    });
    return instance;
  }

  private readonly ended: Promise<number | null>;

  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {
    this.ended = new Promise(resolve => child.once('exit', resolve));
  }

  async get(path: string): Promise<Response> {
    return fetch(`${this.url}${path}`);
  }

  async post(path: string, body?: object): Promise<Response> {
    return fetch(`${this.url}${path}`, {
      method: 'POST',
      ...(body && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
  }

  /** The value of a metric; the labels narrow it. Absent where there is none. */
  async metric(
    name: string,
    labels: Record<string, string> = {},
  ): Promise<number | undefined> {
    const text = await (await this.get('/metrics')).text();
    const values = text
      .split('\n')
      .filter(
        line => line.startsWith(`${name}{`) || line.startsWith(`${name} `),
      )
      .filter(line =>
        Object.entries(labels).every(([key, value]) =>
          line.includes(`${key}="${value}"`),
        ),
      )
      .map(line => Number(line.slice(line.lastIndexOf(' '))));
    return values.length === 0
      ? undefined
      : values.reduce((sum, value) => sum + value, 0);
  }

  signal(name: NodeJS.Signals): void {
    this.child.kill(name);
  }

  /** @returns the exit code; absent where a signal ended it */
  async exit(): Promise<number | null> {
    return this.ended;
  }

  async stop(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address
          ? resolve(address.port)
          : reject(new Error('no port is free')),
      );
    });
  });
}
