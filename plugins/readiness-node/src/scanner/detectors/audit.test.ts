import { auditDetector } from './audit';
import { runDetector } from './testing/createTestContext';

function detect(files: Record<string, string>) {
  return runDetector(auditDetector, { files });
}

describe('auditDetector', () => {
  it.each<[string, Record<string, string>]>([
    ['src/a.ts:2', { 'src/a.ts': 'work();\nawait audit({ actor, action });' }],
    [
      'src/b.go:1',
      {
        'src/b.go': 'tx.Exec(ctx, `INSERT INTO audit_log (actor) VALUES ($1)`)',
      },
    ],
    [
      'migrations/1.sql:2',
      {
        'migrations/1.sql': '-- who\nCREATE TABLE audit_log (at timestamptz);',
      },
    ],
    [
      'docs/a.md:3',
      { 'docs/a.md': '# A\n\n## Audit log\n\nKept by the device console.\n' },
    ],
    ['Gemfile:1', { Gemfile: "gem 'paper_trail'\n" }],
  ])('sees it in %s', async (origin, files) => {
    const findings = await detect(files);
    expect(findings.facts).toEqual({ 'audit.logged': true });
    expect(findings.origins['audit.logged']).toBe(origin);
  });

  it('takes no empty section for one', async () => {
    const findings = await detect({
      'docs/a.md': '## Audit\n\n## Next\ntext\n',
    });
    expect(findings.facts).toEqual({});
  });

  it.each([
    ['a comment', '// audit(event)\nwork();'],
    ['something of the same name', 'const auditable = true; runNpmAudit();'],
  ])('cannot tell from %s', async (_name, text) => {
    const findings = await detect({ 'src/a.ts': text });
    expect(findings.facts).toEqual({});
    expect(findings.gaps['audit.logged']).toHaveLength(1);
  });
});
