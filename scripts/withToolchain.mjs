/**
 * Runs a command with the Node.js, the Yarn and the dependencies that this
 * repository needs, on a machine that may have none of them:
 *
 *   node scripts/withToolchain.mjs COMMAND [ARGUMENT...]
 *
 * Runs on Node.js 20 and needs no package. What is missing is fetched from the
 * npm registry into .toolchain/ and node_modules/; where nothing is missing,
 * nothing is fetched.
 */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installDependencies } from './toolchain/installDependencies.mjs';
import { nodeServes, prepareNode } from './toolchain/prepareNode.mjs';
import { prepareYarn } from './toolchain/prepareYarn.mjs';
import { report } from './toolchain/report.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

function main() {
  const [command, ...args] = process.argv.slice(2);
  if (command === undefined) {
    throw new Error(
      'usage: node scripts/withToolchain.mjs COMMAND [ARGUMENT...]',
    );
  }
  run(command, args, runByFittingYarn() ? process.env : prepare());
}

/**
 * Yarn has put itself and its Node.js on the PATH and checked the installation
 * before it ran us.
 */
function runByFittingYarn() {
  const agent = process.env.npm_config_user_agent ?? '';
  return /^yarn\/4\./.test(agent) && nodeServes(process.versions.node);
}

/** @returns {NodeJS.ProcessEnv} the environment in which commands work */
function prepare() {
  const toolchain = join(root, '.toolchain');
  const node = prepareNode({ toolchain });
  const yarn = prepareYarn({ root, toolchain, node: node.binary });
  const path = [
    yarn,
    dirname(node.binary),
    join(root, 'node_modules', '.bin'),
    process.env.PATH,
  ];
  const env = {
    ...process.env,
    PATH: path.filter(Boolean).join(delimiter),
    // Native modules that bring no binary compile against these headers.
    ...(node.headers && { npm_config_nodedir: node.headers }),
  };
  installDependencies({ root, nodeVersion: node.version, env });
  return env;
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
function run(command, args, env) {
  const child = spawn(command, args, { env, stdio: 'inherit' });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      // A terminal interrupts the child itself; twice would cut its shutdown.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) {
        child.kill(signal);
      }
    });
  }
  // npm runs a script through a shell that keeps its signals to itself: all that
  // shows here when npm is ended is that the parent is gone. Without this the
  // portal would stay and hold its ports.
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) {
      child.kill('SIGTERM');
    }
  }, 1000).unref();
  child.once('error', error => {
    report(`${command}: ${error.message}`);
    process.exitCode = 2;
  });
  child.once('exit', (code, signal) => {
    process.exitCode =
      signal === null ? code ?? 1 : 128 + constants.signals[signal];
  });
}

try {
  main();
} catch (error) {
  report(error instanceof Error ? error.message : String(error));
  // 1 is what a command says when it ran and found something.
  process.exitCode = 2;
}
