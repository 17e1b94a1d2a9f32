import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { fetchPackage } from './fetchPackage.mjs';

/** @type {string} */
let root;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'airworthy-fetch-'));
  const source = join(root, 'source');
  mkdirSync(source);
  writeFileSync(
    join(source, 'package.json'),
    JSON.stringify({ name: 'tool', version: '1.0.0' }),
  );
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

/** @param {Partial<Parameters<typeof fetchPackage>[0]>} [options] */
function fetchTool(options) {
  return fetchPackage({
    name: 'tool',
    range: `file:${join(root, 'source')}`,
    directory: join(root, 'cache', 'tool-1'),
    ...options,
  });
}

test('fetches once', () => {
  let fetches = 0;
  const onFetch = () => {
    fetches += 1;
  };

  const first = fetchTool({ onFetch });
  const second = fetchTool({ onFetch, range: '0.0.0-nowhere' });

  assert.equal(fetches, 1);
  assert.equal(second, first);
  assert.ok(existsSync(join(first, 'package.json')));
});

test('what does not work here is thrown away, and so is what is half done', () => {
  assert.throws(
    () =>
      fetchTool({
        check: () => {
          throw new Error('cannot run here');
        },
      }),
    /cannot run here/,
  );
  assert.throws(
    () => fetchTool({ range: 'file:nowhere' }),
    /tool@file:nowhere/,
  );

  assert.deepEqual(readdirSync(join(root, 'cache')), []);
});
