import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fetchPackage } from './fetchPackage.mjs';
import { report } from './report.mjs';

/**
 * Makes `yarn` mean Yarn 4 for every command that is run with the returned
 * directory first on its PATH.
 *
 * @param {object} options
 * @param {string} options.root - the repository
 * @param {string} options.toolchain - the directory for what is fetched
 * @param {string} options.node - the Node.js binary that runs Yarn
 * @returns {string | undefined} undefined where the machine's own Yarn serves
 */
export function prepareYarn({ root, toolchain, node }) {
  const version = wantedVersion(root);
  const directory = join(toolchain, `yarn-${version}`);
  const fetched = existsSync(directory);
  if (!fetched && ownYarnServes(root)) {
    return undefined;
  }
  const packageDirectory = fetchPackage({
    name: '@yarnpkg/cli-dist',
    range: version,
    directory,
    onFetch: () =>
      report(`Fetching Yarn ${version} from the npm registry, once`),
  });
  return writeLauncher({
    directory: join(directory, 'launcher'),
    node,
    script: join(packageDirectory, 'bin', 'yarn.js'),
  });
}

/** @param {string} root */
function wantedVersion(root) {
  const { packageManager } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  const version = /^yarn@(\d+\.\d+\.\d+)/.exec(packageManager)?.[1];
  if (!version) {
    throw new Error('packageManager in package.json names no version of Yarn');
  }
  return version;
}

/** @param {string} root */
function ownYarnServes(root) {
  const { status, stdout } = spawnSync('yarn', ['--version'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    // Corepack may answer with what it has, and else leave the fetching to us.
    env: { ...process.env, COREPACK_ENABLE_NETWORK: '0' },
  });
  return status === 0 && /^4\./.test(stdout);
}

/**
 * @param {object} options
 * @param {string} options.directory
 * @param {string} options.node
 * @param {string} options.script
 */
function writeLauncher({ directory, node, script }) {
  const windows = process.platform === 'win32';
  const file = join(directory, windows ? 'yarn.cmd' : 'yarn');
  const content = windows
    ? `@"${node}" "${script}" %*\r\n`
    : `#!/bin/sh\nexec "${node}" "${script}" "$@"\n`;
  // Written anew where the Node.js of the machine has changed since.
  if (!existsSync(file) || readFileSync(file, 'utf8') !== content) {
    mkdirSync(directory, { recursive: true });
    const partial = `${file}.partial-${process.pid}`;
    writeFileSync(partial, content);
    chmodSync(partial, 0o755);
    renameSync(partial, file);
  }
  return directory;
}
