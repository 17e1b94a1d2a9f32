import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

const PATIENCE = 30_000;
const PAUSE = 50;

/** A port of the loopback interface that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') {
    throw new Error('the system gave no port');
  }
  return address.port;
}

/**
 * Reads until what is read is as wanted; an error counts as not yet.
 *
 * @throws where that does not come in time, with what was last read
 */
export async function eventually<T>(
  what: string,
  read: () => Promise<T>,
  reached: (state: T) => boolean,
): Promise<T> {
  const deadline = Date.now() + PATIENCE;
  let last = '';
  while (Date.now() < deadline) {
    try {
      const state = await read();
      if (reached(state)) {
        return state;
      }
      last = JSON.stringify(state);
    } catch (error) {
      last = String(error);
    }
    await new Promise(resolve => {
      setTimeout(resolve, PAUSE);
    });
  }
  throw new Error(`${what}: not within ${PATIENCE} ms, but ${last}`);
}

/** A program that serves HTTP until it is stopped. */
export class RealProgram {
  #said = '';

  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
  ) {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', chunk => {
        this.#said += chunk;
      });
    }
  }

  /** Starts it and waits until it answers at `readyPath`. */
  static async start(options: {
    command: string;
    args: string[];
    url: string;
    readyPath: string;
  }): Promise<RealProgram> {
    const { command, args, url, readyPath } = options;
    const program = new RealProgram(
      url,
      spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] }),
    );
    try {
      await eventually(
        `${command} is ready`,
        async () => {
          const { exitCode } = program.child;
          return exitCode ?? (await fetch(`${url}${readyPath}`)).status;
        },
        state => state === 200,
      );
    } catch (error) {
      await program.stop();
      throw new Error(`${error}\n${program.#said}`);
    }
    return program;
  }

  async stop(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const ended = once(this.child, 'exit');
      this.child.kill('SIGKILL');
      await ended;
    }
  }
}
