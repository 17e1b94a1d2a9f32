import { rollbackDetector } from './rollback';
import { runDetector } from './testing/createTestContext';

function detect(files: Record<string, string>, manifests: string[] = []) {
  return runDetector(rollbackDetector, { files, manifests });
}

describe('rollbackDetector', () => {
  it('prefers a workflow', async () => {
    const findings = await detect({
      '.github/workflows/rollback.yaml':
        'name: rollback\non: workflow_dispatch\njobs:\n  a:\n    steps:\n      - run: kubectl -n a rollout undo deployment/a\n',
      'docs/runbook.md': '`helm rollback a`',
    });
    expect(findings.facts).toEqual({ 'rollback.path': 'workflow rollback' });
    expect(findings.origins['rollback.path']).toBe(
      '.github/workflows/rollback.yaml:6',
    );
  });

  it('knows a rollout with analysis', async () => {
    const rollout = (strategy: string) =>
      `kind: Rollout\nmetadata: { name: a }\nspec:\n  strategy: ${strategy}\n`;
    const analysed = await detect(
      {
        'a.yaml': rollout(
          '{ canary: { steps: [{ setWeight: 20 }, { analysis: { templates: [] } }] } }',
        ),
      },
      ['a.yaml'],
    );
    expect(analysed.facts).toEqual({
      'rollback.path': 'rollout a with analysis',
    });
    const plain = await detect(
      { 'a.yaml': rollout('{ canary: { steps: [{ setWeight: 20 }] } }') },
      ['a.yaml'],
    );
    expect(plain.facts).toEqual({ 'rollback.path': '' });
  });

  it.each([
    [
      'docs/runbook.md',
      '## Roll back\n\n```sh\nkubectl rollout undo deployment/a\n```\n',
      'kubectl rollout undo (docs/runbook.md)',
      4,
    ],
    [
      'README.md',
      'To go back, run `helm rollback payments`.\n',
      'helm rollback (README.md)',
      1,
    ],
    [
      'README.md',
      '## Rollback\n\n`git revert HEAD` and merge.\n',
      'git revert (README.md)',
      3,
    ],
  ])('knows the command in %s: %s', async (path, text, way, line) => {
    const findings = await detect({ [path]: text });
    expect(findings.facts).toEqual({ 'rollback.path': way });
    expect(findings.origins['rollback.path']).toBe(`${path}:${line}`);
  });

  it.each([
    ['nothing', {}],
    ['a wish', { 'README.md': '## Rollback\n\nAsk the platform team.\n' }],
    [
      'how to contribute',
      { 'README.md': '## Style\n\nUse `git revert`, never force.\n' },
    ],
  ])('states that there is none with %s', async (_name, files) => {
    expect((await detect(files)).facts).toEqual({ 'rollback.path': '' });
  });

  it('cannot tell beside a pipeline that is not understood', async () => {
    const findings = await detect({ '.travis.yml': 'script: make' });
    expect(findings.facts).toEqual({});
    expect(findings.gaps['rollback.path']).toHaveLength(1);
  });
});
