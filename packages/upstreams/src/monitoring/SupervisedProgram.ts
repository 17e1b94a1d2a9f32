import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';

const PATIENCE = 30_000;
const PAUSE = 50;
const REMEMBERED = 4_000;

// The shell waits for the end of its input, which comes with the end of
// whoever started it, even a violent one; then it ends the program and removes
// what the program kept.
const SUPERVISE = [
  'folder=$1; shift',
  '"$@" </dev/null & program=$!',
  'cat >/dev/null',
  // Nobody may be left to read what the shell has to say about it.
  'exec >/dev/null 2>&1',
  'kill "$program"',
  'wait "$program"',
  'rm -rf "$folder"',
].join('\n');

/** How a program is started. */
export interface SupervisedProgramOptions {
  command: string;
  args: string[];
  /** Removed when the program ends. */
  folder: string;
  /** Answers 200 when the program is ready. */
  readyUrl: string;
}

/** A program that serves HTTP, and does not outlive this process. */
export class SupervisedProgram {
  #said = '';
  readonly #child: ChildProcess;

  /**
   * Starts it and waits until it is ready.
   *
   * @throws where it is not ready in time, with what it said
   */
  static async start(
    options: SupervisedProgramOptions,
  ): Promise<SupervisedProgram> {
    const program = new SupervisedProgram(options);
    try {
      await program.#untilReady(options);
    } catch (error) {
      await program.stop();
      throw error;
    }
    return program;
  }

  private constructor({ command, args, folder }: SupervisedProgramOptions) {
    this.#child = spawn(
      '/bin/sh',
      ['-c', SUPERVISE, 'sh', folder, command, ...args],
      // In a session of its own: an interrupt of the terminal must not end the
      // shell before it has cleaned up.
      { stdio: ['pipe', 'pipe', 'pipe'], detached: true },
    );
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on('data', chunk => {
        this.#said = `${this.#said}${chunk}`.slice(-REMEMBERED);
      });
    }
    this.#child.stdin?.on('error', () => {
      // It has ended already.
    });
  }

  /** Ends it, and removes its folder. */
  async stop(): Promise<void> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      const ended = once(this.#child, 'exit');
      this.#child.stdin?.end();
      await ended;
    }
  }

  async #untilReady(options: SupervisedProgramOptions): Promise<void> {
    const deadline = Date.now() + PATIENCE;
    while (Date.now() < deadline) {
      try {
        const { status } = await fetch(options.readyUrl);
        if (status === 200) {
          return;
        }
      } catch {
        // It does not listen yet.
      }
      await setTimeout(PAUSE);
    }
    throw new Error(
      `${options.command} is not ready within ${PATIENCE} ms: ${this.#said}`,
    );
  }
}
