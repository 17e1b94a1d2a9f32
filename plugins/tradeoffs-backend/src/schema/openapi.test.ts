import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

// It starts a process of its own.
jest.setTimeout(120_000);

describe('the OpenAPI document', () => {
  it('has current derived files', async () => {
    const script = resolve(__dirname, '../../scripts/generate-api.mjs');
    await expect(
      promisify(execFile)(process.execPath, [script, '--check']),
    ).resolves.toMatchObject({ stderr: '' });
  });
});
