import { createTestContext } from '../../testing/createTestContext';
import { Evaluator } from './evaluate';
import { expressionAt } from './expressions';
import { readSourceFiles } from './sourceFiles';

const manifest = `kind: Deployment
metadata: { name: payments-api }
spec:
  template:
    spec:
      containers:
        - name: api
          env:
            - { name: FROM_MANIFEST, value: "7000" }
            - { name: FROM_SECRET, valueFrom: { secretKeyRef: { name: a, key: b } } }
`;

/** Evaluates what is assigned to `x` in a file beside the given others. */
async function evaluate(
  path: string,
  text: string,
  others: Record<string, string> = {},
) {
  const { context } = createTestContext({
    files: { [path]: text, 'deploy.yaml': manifest, ...others },
    manifests: ['deploy.yaml'],
  });
  const evaluator = await Evaluator.create(context);
  const file = (await readSourceFiles(context)).find(
    source => source.path === path,
  );
  if (!file) {
    throw new Error(`${path} is no source file`);
  }
  const start = /\bx\s*:?=\s*/.exec(text);
  if (!start) {
    throw new Error('nothing is assigned to x');
  }
  return evaluator.evaluate(
    file,
    expressionAt(file, start.index + start[0].length),
  );
}

describe('Evaluator', () => {
  it.each([
    ['a.ts', 'const x = 30_000;', 30000],
    ['a.ts', 'const x = 5 * 1000;', 5000],
    ['a.ts', "const x = '250';", 250],
    ['a.ts', 'const x = Number(process.env.AWAY ?? 5000);', 5000],
    ['a.ts', "const x = parseInt(process.env.AWAY || '4000', 10);", 4000],
    ['a.ts', 'const x = Number(process.env.FROM_MANIFEST ?? 1);', 7000],
    ['a.ts', 'const LIMIT = 12;\nconst x = LIMIT;', 12],
    ['a.ts', 'const x = 1; const max = 2;', 1],
    ['a.py', 'x = int(os.getenv("AWAY", "9"))', 9],
    ['a.py', 'x = int(os.environ["FROM_MANIFEST"])', 7000],
    ['a.py', 'x = os.environ.get("AWAY", 3)', 3],
    ['a.py', 'x = timedelta(seconds=2)', 2000],
    ['a.go', 'x := 5 * time.Second', 5000],
    ['a.go', 'x := time.Minute', 60000],
    ['A.java', 'int x = 20;', 20],
    ['A.java', 'var x = Duration.ofSeconds(3);', 3000],
    ['a.rs', 'let x = Duration::from_millis(750);', 750],
    ['a.rb', "x = ENV.fetch('AWAY', 6)", 6],
    ['a.rb', 'x = 5.seconds', 5000],
  ])('%s: %s is %p', async (path, text, value) => {
    expect(await evaluate(path, text)).toMatchObject({ kind: 'number', value });
  });

  it('follows a property to the module of settings', async () => {
    expect(
      await evaluate(
        'src/pool.ts',
        'const x = config.database.statementTimeout;',
        {
          'src/config.ts':
            'const schema = z.object({\n  STATEMENT_TIMEOUT: z.coerce.number().default(2500),\n});\nexport const config = { database: { statementTimeout: env.STATEMENT_TIMEOUT } };',
        },
      ),
    ).toEqual({
      kind: 'number',
      value: 2500,
      duration: false,
      origin: { file: 'src/config.ts', line: 2 },
    });
  });

  it('prefers what the manifests set over the default of a schema', async () => {
    expect(
      await evaluate('a.ts', 'const x = config.timeout;', {
        'config.ts':
          'const s = z.object({ FROM_MANIFEST: z.coerce.number().default(1) });\nexport const config = { timeout: env.FROM_MANIFEST };',
      }),
    ).toMatchObject({ value: 7000, origin: { file: 'deploy.yaml' } });
  });

  it.each([
    [
      'a variable without a value',
      'const x = process.env.AWAY;',
      'AWAY has a value neither in the code nor in the manifests',
    ],
    [
      'a variable from a Secret',
      'const x = process.env.FROM_SECRET;',
      'FROM_SECRET comes from a Secret',
    ],
    ['a call', 'const x = compute();', 'compute() is not a literal'],
    [
      'a name with two values',
      'const x = a.limit; const b = { limit: 1 }; const c = { limit: 2 };',
      'a.limit is not a literal',
    ],
    [
      'a name that means itself',
      'const x = y; const y = x;',
      'y is not a literal',
    ],
  ])('cannot tell %s', async (_name, text, reason) => {
    expect(await evaluate('a.ts', text)).toMatchObject({
      kind: 'unknown',
      reason,
    });
  });

  it.each(['undefined', 'null', 'false'])('takes %s for unset', async text => {
    expect(await evaluate('a.ts', `const x = ${text};`)).toMatchObject({
      kind: 'unset',
    });
  });
});
