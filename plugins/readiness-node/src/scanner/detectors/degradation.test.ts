import { degradationDetector } from './degradation';
import { runDetector } from './testing/createTestContext';

function detect(files: Record<string, string>) {
  return runDetector(degradationDetector, { files });
}

describe('degradationDetector', () => {
  it.each([
    [
      'docs/a.md',
      '# A\n\n## Degraded modes\n\n| fraud | unscored |\n',
      'docs/a.md:3',
    ],
    [
      'README.md',
      'If recommendations is down, pages are served without it.\n',
      'README.md:1',
    ],
    ['test/degraded.test.ts', "it('works')", 'test/degraded.test.ts'],
  ])('sees %s', async (path, text, origin) => {
    const findings = await detect({ [path]: text });
    expect(findings.facts).toEqual({ 'degradation.documented': true });
    expect(findings.origins['degradation.documented']).toBe(origin);
  });

  it.each([
    ['an empty section', '## Degraded modes\n\n## Next\ntext\n'],
    [
      'a decision out of force',
      '---\nstatus: rejected\n---\n## Fallbacks\ntext\n',
    ],
    ['something else', '# A\n\nThe database is slow.\n'],
  ])('cannot tell from %s', async (_name, text) => {
    const findings = await detect({ 'docs/a.md': text });
    expect(findings.facts).toEqual({});
    expect(findings.gaps['degradation.documented']).toHaveLength(1);
  });
});
