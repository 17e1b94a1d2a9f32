import { runbooksDetector } from './runbooks';
import { runDetector } from './testing/createTestContext';

function detect(files: Record<string, string>, sourcePath?: string) {
  return runDetector(runbooksDetector, { files, sourcePath });
}

describe('runbooksDetector', () => {
  it('takes the least recent review', async () => {
    const findings = await detect({
      'docs/runbooks/errors.md':
        '---\nowner: a\nlast_reviewed_on: 2026-10-19\n---\n# Errors\n',
      'docs/runbooks/queue.md':
        '# Queue\n\nLast reviewed: 2026-02-01 by the team\n',
      'docs/runbooks/README.md': '# All\n\nLast reviewed: 2020-01-01\n',
    });

    expect(findings.facts).toEqual({
      'runbook.exists': true,
      'runbook.reviewedAt': '2026-02-01T00:00:00.000Z',
    });
    expect(findings.origins).toEqual({
      'runbook.exists': 'docs/runbooks/errors.md:1',
      'runbook.reviewedAt': 'docs/runbooks/queue.md:3',
    });
  });

  it('points at the line of the front matter', async () => {
    const findings = await detect({
      'runbook.md':
        '---\nowner: a\nlast_reviewed_on: 2026-10-19\n---\n# Errors\n',
    });
    expect(findings.origins['runbook.reviewedAt']).toBe('runbook.md:3');
  });

  it.each([
    'RUNBOOK.md',
    'docs/payments-runbook.md',
    'playbooks/a.adoc',
    'docs/runbooks/index.md',
  ])('knows %s', async path => {
    const findings = await detect({ [path]: '# What to do\n' });
    expect(findings.facts).toEqual({ 'runbook.exists': true });
    expect(findings.gaps['runbook.reviewedAt']).toHaveLength(1);
  });

  it('does not take a day that does not exist', async () => {
    const findings = await detect({
      'runbook.md': '# A\nLast reviewed: 2026-02-31\n',
    });
    expect(findings.facts).toEqual({ 'runbook.exists': true });
  });

  it.each([
    ['no document', { 'src/runbook.ts': 'x' }],
    ['an empty file', { 'docs/runbook.md': ' \n' }],
    ['a template', { 'docs/runbooks/TEMPLATE.md': '# Title\n' }],
    ['the runbook of another service', { 'services/b/runbook.md': '# B\n' }],
  ])('states false with %s', async (_name, files) => {
    const findings = await detect(
      files,
      'services/b/runbook.md' in files ? 'services/a' : undefined,
    );
    expect(findings.facts).toEqual({ 'runbook.exists': false });
    expect(findings.gaps['runbook.reviewedAt']).toHaveLength(1);
  });
});
