import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nodeServes } from './prepareNode.mjs';

test('Node.js 24 and the later releases of 22 serve', () => {
  assert.ok(nodeServes('24.0.0'));
  assert.ok(nodeServes('22.12.0'));
});

test('other lines, and a 22 that cannot require ES modules, do not', () => {
  for (const version of ['18.20.4', '20.20.2', '22.11.0', '23.1.0', '26.0.0']) {
    assert.ok(!nodeServes(version), version);
  }
});
