import { defaultFacts } from '@airworthy/plugin-readiness-common';
import { detectors } from './detectors';
import { createTestContext } from './testing/createTestContext';

/** Facts that the reading of Kubernetes objects states, not a detector. */
const STATED_FROM_OBJECTS = [
  'autoscalers',
  'configMaps',
  'disruptionBudgets',
  'ingresses',
  'roleBindings',
  'roles',
  'secrets.managers',
  'secrets.used',
];

const suppliedByRepository = defaultFacts
  .filter(({ suppliedBy }) => suppliedBy.includes('repository'))
  .map(({ name }) => name);

describe('detectors', () => {
  const stated = detectors.flatMap(({ facts }) => facts);

  it('state every fact that a repository can supply, with the Kubernetes objects', () => {
    expect([...new Set([...stated, ...STATED_FROM_OBJECTS])].sort()).toEqual(
      [...suppliedByRepository].sort(),
    );
  });

  it('do not state what the objects alone say', () => {
    expect(stated.filter(fact => STATED_FROM_OBJECTS.includes(fact))).toEqual(
      [],
    );
  });

  it('have names of their own, and each fact has one detector', () => {
    const names = detectors.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(stated).size).toBe(stated.length);
  });

  it.each(detectors.map(detector => [detector.name, detector] as const))(
    '%s: leaves no fact unanswered in an empty repository',
    async (_name, detector) => {
      const { context, findings } = createTestContext({ files: {} });
      await detector.detect(context);
      const lists = new Set(['workloads']);
      for (const fact of detector.facts) {
        const answered =
          fact in findings.facts || fact in findings.gaps || lists.has(fact);
        expect([fact, answered]).toEqual([fact, true]);
      }
    },
  );

  it('read only files whose names say that they matter', async () => {
    const read = {
      'package.json': '{ "dependencies": { "pg": "8" } }',
      'src/server.ts': "import pg from 'pg';\nnew pg.Pool();\n",
      '.github/workflows/ci.yaml':
        'on: push\njobs: { a: { steps: [{ run: npm test }] } }\n',
    };
    const { context, findings } = createTestContext({
      files: {
        ...read,
        'assets/logo.png': '',
        'data/cities.csv': '',
        'node_modules/pg/index.js': '',
        'package-lock.json': '{}',
        'vendor/lib.go': '',
      },
    });
    for (const detector of detectors) {
      await detector.detect(context);
    }
    expect(Object.keys(findings.reads).sort()).toEqual(
      Object.keys(read).sort(),
    );
  });

  it.each([
    ['opening brackets', '('.repeat(100_000)],
    ['quotes', `${'"'.repeat(100_001)}`],
    ['a long word', 'a'.repeat(300_000)],
    ['spaces', `retry${' '.repeat(100_000)}(`],
    ['line breaks', '\n'.repeat(50_000)],
    ['loops', 'while (true) {'.repeat(3_000)],
    ['assignments', 'x = x ?? '.repeat(30_000)],
    ['decorators', '@retry('.repeat(20_000)],
    ['commands', 'kubectl '.repeat(50_000)],
  ])('are not slowed down by %s', async (_name, text) => {
    const files = Object.fromEntries(
      [
        'src/a.ts',
        'src/a.py',
        'src/a.go',
        'README.md',
        '.env',
        'Dockerfile',
        'main.tf',
        'CODEOWNERS',
        'Makefile',
        'src/A.java',
      ].map(path => [
        path,
        `${
          path.endsWith('.ts')
            ? "import pg from 'pg';\nnew pg.Pool({ max: x });\n"
            : ''
        }${text}`,
      ]),
    );
    const { context } = createTestContext({
      files: {
        ...files,
        'package.json':
          '{ "dependencies": { "pg": "8", "cockatiel": "1", "tenacity": "1" } }',
        'requirements.txt': 'tenacity\nsqlalchemy\n',
        '.github/workflows/ci.yaml': `on: push\njobs: { a: { steps: [{ run: ${JSON.stringify(
          text,
        )} }] } }\n`,
      },
    });
    for (const detector of detectors) {
      await detector.detect(context);
    }
    // That it ends within the time that a test is given is what is asserted.
    expect(context.files.length).toBeGreaterThan(10);
  });
});
