import { runDetector } from '../testing/createTestContext';
import { codeownersDetector } from './codeowners';

const source = {
  'services/a/x.ts': '',
  'services/a/y.ts': '',
  'services/b/x.ts': '',
};

describe('codeownersDetector', () => {
  it('takes the last rule that matches the files of the service', async () => {
    const findings = await runDetector(codeownersDetector, {
      sourcePath: 'services/a',
      files: {
        ...source,
        CODEOWNERS:
          '# all\n* @acme/platform\n/services/a/ @acme/a @jo # both\n/services/b/ @acme/b\n',
      },
    });

    expect(findings.facts).toEqual({ 'codeowners.owners': ['@acme/a', '@jo'] });
    expect(findings.origins['codeowners.owners']).toBe('CODEOWNERS:3');
    expect(findings.errors).toEqual([]);
  });

  it('takes the rule of most files', async () => {
    const findings = await runDetector(codeownersDetector, {
      files: {
        ...source,
        CODEOWNERS: '* @acme/all\nservices/a/y.ts @acme/y\n',
      },
    });
    expect(findings.facts).toEqual({ 'codeowners.owners': ['@acme/all'] });
  });

  it('prefers the file below .github', async () => {
    const findings = await runDetector(codeownersDetector, {
      files: {
        ...source,
        '.github/CODEOWNERS': '* @acme/github',
        CODEOWNERS: '* @acme/root',
      },
    });
    expect(findings.facts).toEqual({ 'codeowners.owners': ['@acme/github'] });
  });

  it('knows the sections of GitLab', async () => {
    const findings = await runDetector(codeownersDetector, {
      files: {
        ...source,
        '.gitlab/CODEOWNERS': '[Services][2] @acme/services\n/services/\n',
      },
    });
    expect(findings.facts).toEqual({ 'codeowners.owners': ['@acme/services'] });
  });

  it.each([
    ['without the file', {}],
    ['where no rule matches', { CODEOWNERS: '/docs/ @acme/docs' }],
    [
      'where the last rule names nobody',
      { CODEOWNERS: '* @acme/a\n/services/\n' },
    ],
  ])('states an empty list %s', async (_name, files) => {
    const findings = await runDetector(codeownersDetector, {
      files: { ...source, ...files },
    });
    expect(findings.facts).toEqual({ 'codeowners.owners': [] });
  });

  it('reports what the Git host would not accept, and goes on', async () => {
    const findings = await runDetector(codeownersDetector, {
      files: {
        ...source,
        CODEOWNERS: '* @acme/a\n!/services/ @acme/b\n*.ts  payments-core\n',
      },
    });

    expect(findings.facts).toEqual({ 'codeowners.owners': ['@acme/a'] });
    expect(findings.errors).toMatchObject([
      { file: 'CODEOWNERS', line: 2, column: 1 },
      { file: 'CODEOWNERS', line: 3, column: 7 },
    ]);
  });
});
