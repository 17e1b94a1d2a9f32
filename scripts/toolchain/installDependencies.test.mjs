import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { hashInput } from './installDependencies.mjs';

/** @type {string} */
let root;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'airworthy-install-'));
  mkdirSync(join(root, 'packages', 'app'), { recursive: true });
  writeFileSync(join(root, 'yarn.lock'), 'lock');
  writeFileSync(join(root, '.yarnrc.yml'), 'nodeLinker: node-modules\n');
  writeManifest('package.json', { workspaces: ['packages/*', 'bench'] });
  writeManifest('packages/app/package.json', { dependencies: { react: '18' } });
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

/**
 * @param {string} file
 * @param {object} manifest
 */
function writeManifest(file, manifest) {
  writeFileSync(join(root, file), JSON.stringify(manifest));
}

const hash = (version = '24.1.0') => hashInput(root, version);

test('a script or a later release of the same Node.js changes nothing', () => {
  const before = hash();
  writeManifest('packages/app/package.json', {
    dependencies: { react: '18' },
    scripts: { start: 'true' },
  });
  assert.equal(hash('24.9.0'), before);
});

for (const [what, change] of Object.entries({
  'a dependency of a workspace': () =>
    writeManifest('packages/app/package.json', {
      dependencies: { react: '19' },
    }),
  'a new workspace': () => {
    mkdirSync(join(root, 'bench'));
    writeManifest('bench/package.json', { name: 'bench' });
  },
  'the lock file': () => writeFileSync(join(root, 'yarn.lock'), 'other'),
})) {
  test(`${what} asks for an installation`, () => {
    const before = hash();
    change();
    assert.notEqual(hash(), before);
  });
}

test('another line of Node.js asks for an installation', () => {
  assert.notEqual(hash('22.12.0'), hash('24.1.0'));
});
