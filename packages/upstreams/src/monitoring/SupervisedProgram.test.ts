import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually, freePort } from '../testUtils';
import { SupervisedProgram } from './SupervisedProgram';

const SERVE = `
  const { createServer } = require('node:http');
  createServer((_, response) => response.end('ready')).listen(+process.argv[1], '127.0.0.1');
`;

async function options() {
  const port = await freePort();
  return {
    command: process.execPath,
    args: ['-e', SERVE, String(port)],
    folder: await mkdtemp(join(tmpdir(), 'airworthy-supervised-')),
    readyUrl: `http://127.0.0.1:${port}/`,
  };
}

describe('SupervisedProgram', () => {
  it('starts, ends and clears up', async () => {
    const started = await options();
    const program = await SupervisedProgram.start(started);
    expect(existsSync(started.folder)).toBe(true);
    await program.stop();
    await program.stop();
    expect(existsSync(started.folder)).toBe(false);
    await expect(fetch(started.readyUrl)).rejects.toThrow();
  });

  it('does not outlive whoever started it, even if that is killed', async () => {
    const started = await options();
    const script = `
      const { SupervisedProgram } = require(${JSON.stringify(
        join(__dirname, 'SupervisedProgram.ts'),
      )});
      SupervisedProgram.start(${JSON.stringify(started)});
    `;
    const parent = spawn(
      process.execPath,
      ['--require', '@backstage/cli/config/nodeTransform.cjs', '-e', script],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    );
    await eventually(
      'the program is ready',
      async () => (await fetch(started.readyUrl)).status,
      status => status === 200,
    );
    const ended = once(parent, 'exit');
    parent.kill('SIGKILL');
    await ended;
    await eventually(
      'the program is gone, and its folder',
      async () => existsSync(started.folder),
      exists => !exists,
    );
    await expect(fetch(started.readyUrl)).rejects.toThrow();
  }, 60_000);
});
