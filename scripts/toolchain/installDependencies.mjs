import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { report } from './report.mjs';

/** The parts of a package.json that decide what is installed. */
const INSTALLED_FIELDS = [
  'name',
  'version',
  'bin',
  'dependencies',
  'devDependencies',
  'optionalDependencies',
  'peerDependencies',
  'resolutions',
  'workspaces',
];

/** How npm's settings for reaching the registry are called by Yarn. */
const YARN_SETTINGS = {
  registry: 'YARN_NPM_REGISTRY_SERVER',
  cafile: 'YARN_HTTPS_CA_FILE_PATH',
  'https-proxy': 'YARN_HTTPS_PROXY',
  proxy: 'YARN_HTTP_PROXY',
};

/**
 * Installs what `yarn.lock` names, unless the last complete installation was
 * made from the same input.
 *
 * @param {object} options
 * @param {string} options.root - the repository
 * @param {string} options.nodeVersion - of the Node.js that native modules are for
 * @param {NodeJS.ProcessEnv} options.env - with the toolchain on its PATH
 */
export function installDependencies({ root, nodeVersion, env }) {
  const stamp = join(root, 'node_modules', '.airworthy-install');
  const input = hashInput(root, nodeVersion);
  const complete =
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === input &&
    existsSync(join(root, 'node_modules', '.yarn-state.yml'));
  if (complete) {
    return;
  }

  report('Installing the dependencies that yarn.lock names');
  // Gone until the installation is complete, so that one which is interrupted
  // is taken up again.
  rmSync(stamp, { force: true });
  const { status, error } = spawnSync('yarn', ['install', '--immutable'], {
    cwd: root,
    env: { ...registrySettings(root, env), ...env },
    stdio: ['ignore', 2, 2],
  });
  if (error || status !== 0) {
    throw new Error(
      `yarn install --immutable failed${error ? `: ${error.message}` : ''}`,
    );
  }
  writeFileSync(stamp, input);
}

/**
 * @param {string} root
 * @param {string} nodeVersion
 */
export function hashInput(root, nodeVersion) {
  const hash = createHash('sha256');
  const [major] = nodeVersion.split('.');
  hash.update(`${process.platform} ${process.arch} node ${major}\n`);
  for (const file of ['yarn.lock', '.yarnrc.yml']) {
    hash.update(readFileSync(join(root, file)));
  }
  for (const file of manifests(root)) {
    const manifest = JSON.parse(readFileSync(join(root, file), 'utf8'));
    hash.update(file);
    hash.update(JSON.stringify(INSTALLED_FIELDS.map(field => manifest[field])));
  }
  return hash.digest('hex');
}

/**
 * The package.json of the repository and of each workspace.
 *
 * @param {string} root
 */
function manifests(root) {
  const { workspaces } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  const directories = workspaces.flatMap((/** @type {string} */ pattern) =>
    pattern.endsWith('/*')
      ? childDirectories(root, pattern.slice(0, -2))
      : [pattern],
  );
  return [
    'package.json',
    ...directories
      .map((/** @type {string} */ directory) => join(directory, 'package.json'))
      .filter((/** @type {string} */ file) => existsSync(join(root, file)))
      .sort(),
  ];
}

/**
 * @param {string} root
 * @param {string} parent
 */
function childDirectories(root, parent) {
  if (!existsSync(join(root, parent))) {
    return [];
  }
  return readdirSync(join(root, parent), { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => join(parent, entry.name));
}

/**
 * Yarn does not read npm's configuration. A machine that reaches the registry
 * through a mirror, a proxy or a certificate of its own has told npm alone.
 *
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 * @returns {Record<string, string>}
 */
function registrySettings(root, env) {
  const ownConfiguration = join(homedir(), '.yarnrc.yml');
  if (
    existsSync(ownConfiguration) &&
    readFileSync(ownConfiguration, 'utf8').includes('npmRegistryServer')
  ) {
    return {};
  }
  const { status, stdout } = spawnSync(
    'npm',
    ['config', 'list', '--json', '--loglevel=error'],
    { cwd: root, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  );
  if (status !== 0) {
    return {};
  }
  const settings = JSON.parse(stdout);
  return Object.fromEntries(
    Object.entries(YARN_SETTINGS)
      .filter(([key]) => settings[key])
      .map(([key, variable]) => [variable, String(settings[key])]),
  );
}
