import {
  expressionAt,
  findCalls,
  lineAt,
  readNamed,
  readObject,
} from './expressions';
import { maskSource, type Syntax } from './maskSource';
import type { SourceFile } from './sourceFiles';

function source(text: string, syntax: Syntax = 'javascript'): SourceFile {
  return { path: 'a', syntax, text, masked: () => maskSource(text, syntax) };
}

describe('findCalls', () => {
  it('finds constructors with their arguments, and no namesakes', () => {
    const file = source(
      "// new Pool()\nconst a = new pg.Pool<Row>({ max: 1 }, 'x, y');\nMyPool(1); Pooled(2); function Pool(b) {}\nconst text = 'new Pool(3)';",
    );
    expect(findCalls(file, 'Pool')).toEqual([
      {
        callee: 'pg.Pool',
        isNew: true,
        offset: 28,
        arguments: [
          { text: '{ max: 1 }', offset: 41 },
          { text: "'x, y'", offset: 53 },
        ],
      },
    ]);
    expect(lineAt(file.text, 28)).toBe(2);
  });

  it('leaves out a call that is never closed', () => {
    expect(findCalls(source('Pool({ a: 1'), 'Pool')).toEqual([]);
  });
});

describe('readObject', () => {
  it('reads names, quoted names, shorthand and nesting', () => {
    const file = source("{ a: 1, 'b': { c: [2, 3] }, d, e: f(1, 2), }");
    const read = readObject(file, 0);
    expect(
      [...(read?.values ?? [])].map(([name, { text }]) => [name, text]),
    ).toEqual([
      ['a', '1'],
      ['b', '{ c: [2, 3] }'],
      ['d', 'd'],
      ['e', 'f(1, 2)'],
    ]);
    expect(read?.open).toBe(false);
  });

  it.each(['{ a: 1, ...rest }', '{ [name]: 1 }'])(
    'sees that %s is open',
    text => {
      expect(readObject(source(text), 0)?.open).toBe(true);
    },
  );
});

describe('readNamed', () => {
  it('reads keyword arguments', () => {
    const file = source(
      'create_engine(url, pool_size=5, connect_args={"connect_timeout": 3}, **more)',
      'python',
    );
    const [call] = findCalls(file, 'create_engine');
    const named = readNamed(file, call.arguments);
    expect(named.values.get('pool_size')?.text).toBe('5');
    expect(named.values.get('connect_args')?.text).toBe(
      '{"connect_timeout": 3}',
    );
    expect(named.open).toBe(true);
  });
});

describe('expressionAt', () => {
  it.each([
    ['a = 5 * 2;', '5 * 2'],
    ['a = b\n  ?? 5\nc', 'b\n  ?? 5'],
    ['{ a = f(1, 2), b }', 'f(1, 2)'],
  ])('%s', (text, expression) => {
    expect(expressionAt(source(text), text.indexOf('=') + 1).text).toBe(
      expression,
    );
  });
});
