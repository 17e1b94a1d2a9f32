import { runDetector } from './testing/createTestContext';
import { updateBotDetector } from './updateBot';

function detect(files: Record<string, string>) {
  return runDetector(updateBotDetector, { files });
}

describe('updateBotDetector', () => {
  it.each([
    [
      '.github/dependabot.yml',
      'version: 2\nupdates:\n  - package-ecosystem: npm\n',
      true,
    ],
    ['.github/dependabot.yml', 'version: 2\nupdates: []\n', false],
    ['renovate.json', '{ "extends": ["config:recommended"] }', true],
    [
      '.github/renovate.json5',
      '{\n  // ours\n  extends: ["config:recommended"],\n}',
      true,
    ],
    ['.renovaterc', '{ "enabled": false }', false],
    [
      'package.json',
      '{ "renovate": { "extends": ["config:recommended"] } }',
      true,
    ],
    ['package.json', '{ "name": "a" }', false],
    ['services/a/renovate.json', '{}', false],
  ])('%s with %s: %p', async (path, text, configured) => {
    const findings = await detect({ [path]: text });
    expect(findings.facts).toEqual({ 'updateBot.configured': configured });
  });

  it('points at the configuration', async () => {
    const findings = await detect({
      '.github/dependabot.yml':
        'version: 2\nupdates:\n  - package-ecosystem: npm\n',
    });
    expect(findings.origins['updateBot.configured']).toBe(
      '.github/dependabot.yml:3',
    );
  });

  it('cannot tell from a file that does not parse', async () => {
    const findings = await detect({ '.github/dependabot.yml': 'updates: [' });
    expect(findings.facts).toEqual({});
    expect(findings.gaps['updateBot.configured']).toEqual([
      '.github/dependabot.yml does not parse',
    ]);
  });
});
