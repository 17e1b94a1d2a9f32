import { createMockDirectory } from '@backstage/backend-test-utils';
import { runCommand } from '../testing/runCommand';

const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: orders
spec:
  replicas: 1
  selector: { matchLabels: { app: orders } }
  template:
    metadata: { labels: { app: orders } }
    spec:
      containers:
        - name: server
          image: orders:latest
`;

describe('airworthy scan', () => {
  const directory = createMockDirectory();

  it('prints the public document, with the file and the line of the evidence', async () => {
    directory.setContent({ 'deploy/orders.yaml': DEPLOYMENT });
    const { output, exitCode } = await runCommand(
      ['scan', '.', '--format', 'json'],
      { workingDirectory: directory.path },
    );
    expect(exitCode).toBe(0);
    const document = JSON.parse(output);
    expect(document).toMatchObject({
      schemaVersion: 1,
      errors: [],
      scorecards: [
        {
          entityRef: 'component:default/orders',
          level: 'none',
          score: expect.any(Number),
        },
      ],
      objects: [
        {
          kind: 'Deployment',
          namespace: '',
          name: 'orders',
          file: 'deploy/orders.yaml',
          line: 1,
          faults: expect.arrayContaining([
            {
              check: 'pinned-images',
              message: expect.stringContaining('orders:latest'),
            },
          ]),
        },
      ],
    });
    const replicas = document.scorecards[0].questions[0].checks[0];
    expect(replicas).toMatchObject({
      id: 'replicas',
      level: 'bronze',
      status: 'fail',
      evidence: [
        {
          fact: 'workload.minReplicas',
          value: 1,
          strength: 'declared',
          source: 'repository',
          file: 'deploy/orders.yaml',
          line: 6,
        },
      ],
    });
  });

  it('takes a checklist file, as app-config.yaml has it', async () => {
    directory.setContent({
      'deploy.yaml': DEPLOYMENT,
      'checklist.yaml':
        'readiness:\n  checklist:\n    checks:\n      replicas: { params: { minimum: 1 } }\n      pinned-images: { enabled: false }\n',
    });
    const { output } = await runCommand(
      [
        'scan',
        'deploy.yaml',
        '--format',
        'json',
        '--checklist',
        'checklist.yaml',
      ],
      { workingDirectory: directory.path },
    );
    const checks = JSON.parse(output).scorecards[0].questions.flatMap(
      (question: { checks: object[] }) => question.checks,
    );
    expect(checks).toContainEqual(
      expect.objectContaining({ id: 'replicas', status: 'pass' }),
    );
    expect(checks).not.toContainEqual(
      expect.objectContaining({ id: 'pinned-images' }),
    );
  });

  it.each([
    [
      'a rule that is broken',
      'checks:\n  replicas:\n    rules:\n      - { rule: "workload.minReplica > 1", each: workloads, whenEmpty: unknown }\n',
      /checks\.replicas\.rules\[0\]\.rule: column \d+: .*minReplica/,
    ],
    ['a key that is none', 'chekcs: {}\n', /chekcs.*checks/],
    ['YAML that does not parse', 'checks: [\n', /checklist\.yaml:\d+:\d+/],
  ])(
    'refuses a checklist with %s and names the place',
    async (_, text, message) => {
      directory.setContent({ 'a.yaml': DEPLOYMENT, 'checklist.yaml': text });
      const { errorOutput, exitCode } = await runCommand(
        ['scan', 'a.yaml', '--checklist', 'checklist.yaml'],
        { workingDirectory: directory.path },
      );
      expect(exitCode).toBe(2);
      expect(errorOutput).toMatch(message);
    },
  );

  it('ends with 2 where there is nothing to scan, and says so', async () => {
    const { errorOutput, exitCode } = await runCommand(['scan', 'nowhere'], {
      workingDirectory: directory.path,
    });
    expect(exitCode).toBe(2);
    expect(errorOutput).toContain('nowhere');
  });

  it('ends with 2 for usage that is wrong', async () => {
    expect((await runCommand(['scan'])).exitCode).toBe(2);
    expect((await runCommand(['scan', '.', '--format', 'xml'])).exitCode).toBe(
      2,
    );
    expect((await runCommand(['--help'])).exitCode).toBe(0);
  });

  it('names a file that does not parse, and scores the rest', async () => {
    directory.setContent({
      'deploy/orders.yaml': DEPLOYMENT,
      'deploy/broken.yaml':
        'apiVersion: v1\nkind: Service\nmetadata: {name: [\n',
    });
    const { output, exitCode } = await runCommand(
      ['scan', '.', '--format', 'json'],
      { workingDirectory: directory.path },
    );
    expect(exitCode).toBe(0);
    const document = JSON.parse(output);
    expect(document.errors).toContainEqual(
      expect.objectContaining({
        file: 'deploy/broken.yaml',
        line: expect.any(Number),
        column: expect.any(Number),
      }),
    );
    expect(document.scorecards).toHaveLength(1);
  });

  it('leads with what to fix next', async () => {
    directory.setContent({ 'orders.yaml': DEPLOYMENT });
    const { output } = await runCommand(['scan', 'orders.yaml'], {
      workingDirectory: directory.path,
    });
    expect(output).toMatch(/component:default\/orders {2}No level yet/);
    expect(output).toMatch(/Next: \d+ checks to Bronze\n {4}✗ Run at least 2/);
    expect(output).toContain('[orders.yaml:6]');
  });

  it('explains one check with its rule and its fix', async () => {
    directory.setContent({ 'orders.yaml': DEPLOYMENT });
    const explain = (check: string) =>
      runCommand(['scan', 'orders.yaml', '--explain', check], {
        workingDirectory: directory.path,
      });
    expect((await explain('replicas')).output).toMatch(
      /fail[\s\S]*workload\.minReplicas = 1 {2}\[orders\.yaml:6\][\s\S]*Rule[\s\S]*Fix/,
    );
    expect((await explain('on-call')).output).toContain('pagerduty');
    const unknown = await explain('replcias');
    expect(unknown.exitCode).toBe(2);
    expect(unknown.errorOutput).toContain('replicas');
  });

  it('prints failing checks as SARIF results at their place', async () => {
    directory.setContent({ 'orders.yaml': DEPLOYMENT });
    const { output } = await runCommand(
      ['scan', 'orders.yaml', '--format', 'sarif'],
      { workingDirectory: directory.path },
    );
    const [run] = JSON.parse(output).runs;
    expect(run.results).toContainEqual(
      expect.objectContaining({
        ruleId: 'replicas',
        level: 'error',
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'orders.yaml' },
              region: { startLine: 6 },
            },
          },
        ],
      }),
    );
    expect(
      run.tool.driver.rules.map((rule: { id: string }) => rule.id),
    ).toContain('replicas');
  });

  it('prints Markdown whose cells hold no markup of the repository', async () => {
    directory.setContent({
      'orders.yaml': DEPLOYMENT.replace(
        'orders:latest',
        '"a|b<script>:latest"',
      ),
    });
    const { output } = await runCommand(
      ['scan', 'orders.yaml', '--format', 'markdown'],
      { workingDirectory: directory.path },
    );
    expect(output).toContain('| ✗ fail | pinned-images | bronze |');
    expect(output).toContain('a\\|b\\<script\\>:latest');
  });
});

describe('airworthy gate', () => {
  const directory = createMockDirectory();

  it('is closed by 1 and says what blocks', async () => {
    directory.setContent({ 'orders.yaml': DEPLOYMENT });
    const { output, exitCode } = await runCommand(
      ['gate', 'orders.yaml', '--level', 'bronze'],
      { workingDirectory: directory.path },
    );
    expect(exitCode).toBe(1);
    expect(output).toMatch(
      /closed component:default\/orders[\s\S]*fail replicas/,
    );
  });

  it('is open where the level is held', async () => {
    directory.setContent({
      'orders.yaml': DEPLOYMENT.replace('replicas: 1', 'replicas: 2'),
      'checklist.yaml': `replace: true
title: Ours
levels: [{ id: bronze, title: Bronze }]
appliesTo: { kind: Component }
questions:
  q: { title: Instances?, shortTitle: Instances, quality: availability, number: 1 }
checks:
  replicas:
    question: q
    level: bronze
    title: Two run
    rules:
      - { each: workloads, rule: workload.minReplicas >= 2, whenEmpty: unknown }
    expected: two
    fix: { title: Run two, steps: [Do] }
`,
    });
    const { output, exitCode } = await runCommand(
      [
        'gate',
        'orders.yaml',
        '--level',
        'bronze',
        '--checklist',
        'checklist.yaml',
      ],
      { workingDirectory: directory.path },
    );
    expect(output).toBe('open   component:default/orders: bronze\n');
    expect(exitCode).toBe(0);
  });

  it('ends with 2 for a level that the checklist does not have', async () => {
    directory.setContent({ 'orders.yaml': DEPLOYMENT });
    const { errorOutput, exitCode } = await runCommand(
      ['gate', 'orders.yaml', '--level', 'platinum'],
      { workingDirectory: directory.path },
    );
    expect(exitCode).toBe(2);
    expect(errorOutput).toContain('bronze, silver, gold');
  });
});

describe('airworthy records lint', () => {
  const directory = createMockDirectory();

  it('lists every file, the unreadable ones too, and ends with 1', async () => {
    directory.setContent({
      docs: {
        decisions: {
          '0001-a.md':
            '---\nstatus: accepted\ndate: 2026-01-02\n---\n# A\n\nRoll back, alert, fail.\n',
          '0002-b.md': '---\ndate: 2026-02-30\n---\n# B\n',
          'README.md': '# No record\n',
        },
      },
    });
    const { output, exitCode } = await runCommand(
      ['records', 'lint', '.', '--format', 'json'],
      { workingDirectory: directory.path },
    );
    expect(exitCode).toBe(1);
    expect(JSON.parse(output)).toEqual({
      schemaVersion: 1,
      records: [
        {
          file: 'docs/decisions/0001-a.md',
          title: 'A',
          status: 'accepted',
          format: 'madr-3',
        },
        {
          file: 'docs/decisions/0002-b.md',
          title: '',
          status: 'unreadable',
          format: 'unknown',
        },
      ],
      problems: [
        {
          file: 'docs/decisions/0002-b.md',
          line: 2,
          column: 7,
          severity: 'error',
          code: 'invalid-date',
          message: expect.stringContaining('calendar'),
        },
      ],
    });
  });

  it('ends with 0 where there are warnings alone', async () => {
    directory.setContent({ 'a.md': '# A\n' });
    const { output, exitCode } = await runCommand(['records', 'lint', 'a.md'], {
      workingDirectory: directory.path,
    });
    expect(exitCode).toBe(0);
    expect(output).toContain(
      'a.md:1:1: warning: the record says nothing of rollback',
    );
  });
});
