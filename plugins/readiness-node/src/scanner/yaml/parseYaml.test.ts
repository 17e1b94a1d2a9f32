import { nodeAt, placeAt, toPlain } from './LocatedNode';
import { parseYaml } from './parseYaml';

const options = { file: 'a.yaml', maxAliases: 100, maxDepth: 64 };

function parse(text: string) {
  const { documents, errors } = parseYaml(text, options);
  return {
    values: documents.map(({ root }) => toPlain(root)),
    errors,
    documents,
  };
}

describe('parseYaml', () => {
  it('keeps the line of every value through several documents', () => {
    const { documents, values } = parse(
      [
        'kind: A',
        '---',
        'kind: B',
        'spec:',
        '  replicas: 2',
        '  containers:',
        '    - name: x',
        '      image: y',
      ].join('\n'),
    );
    expect(values).toEqual([
      { kind: 'A' },
      {
        kind: 'B',
        spec: { replicas: 2, containers: [{ name: 'x', image: 'y' }] },
      },
    ]);
    const root = documents[1].root;
    expect(placeAt(root, ['spec', 'replicas'])).toEqual({
      file: 'a.yaml',
      line: 5,
    });
    expect(placeAt(root, ['spec'])).toEqual({ file: 'a.yaml', line: 4 });
    expect(placeAt(root, ['spec', 'containers', 0, 'image']).line).toBe(8);
    // What is absent stands where the deepest part of its path does.
    expect(placeAt(root, ['spec', 'strategy', 'type']).line).toBe(4);
    expect(nodeAt(root, ['spec', 'strategy'])).toBeUndefined();
  });

  it('names line and column of what is broken, and reads the other documents', () => {
    const { values, errors } = parse('a: 1\n---\nb: [1,\n---\nc: 3\n');
    expect(values).toContainEqual({ a: 1 });
    expect(errors[0]).toMatchObject({
      file: 'a.yaml',
      line: expect.any(Number),
      column: expect.any(Number),
      message: expect.stringContaining('is not YAML'),
    });
  });

  it.each([
    'apiVersion: v1\nkind: Service\nmetadata:\n  name: {{ include "x" . }}\n',
    'spec:\n  replicas: {{ .Values.replicas }}\n',
    '{{- if .Values.on }}\na: 1\n{{- end }}\n',
  ])('says that a template is one', text => {
    const { values, errors } = parse(text);
    expect(values).toEqual([]);
    expect(errors).toHaveLength(1);
    expect(errors[0].message).toContain('is a template');
  });

  it('refuses an alias bomb at once', () => {
    const rows = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
    for (let i = 1; i < 12; i += 1) {
      rows.push(
        `a${i}: &a${i} [${Array(9)
          .fill(`*a${i - 1}`)
          .join(', ')}]`,
      );
    }
    const { values, errors } = parse(rows.join('\n'));
    expect(values).toEqual([]);
    expect(errors[0]).toMatchObject({ line: 4 });
    expect(errors[0].message).toContain('maxYamlAliases');
  });

  it('follows honest aliases and merge keys', () => {
    const { values } = parse(
      'base: &base\n  a: 1\n  b: 2\nother:\n  <<: *base\n  b: 3\nagain: *base\n',
    );
    expect(values).toEqual([
      { base: { a: 1, b: 2 }, other: { a: 1, b: 3 }, again: { a: 1, b: 2 } },
    ]);
  });

  it('refuses an alias to itself and a key that stands twice', () => {
    expect(parse('a: &a [*a]').errors[0].message).toContain('alias *a');
    expect(parse('a: 1\na: 2').errors[0]).toMatchObject({ line: 2, column: 1 });
  });

  it.each([
    ['flow', '['.repeat(50_000)],
    [
      'block',
      Array.from({ length: 200 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
    ],
  ])('refuses deep nesting (%s)', (_, text) => {
    const { values, errors } = parse(text);
    expect(values).toEqual([]);
    expect(errors).toHaveLength(1);
  });

  it('reads the key __proto__ as a key', () => {
    const [value] = parse('__proto__:\n  polluted: true\n').values;
    expect(Object.keys(value as object)).toEqual(['__proto__']);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('reads nothing from nothing', () => {
    expect(parse('')).toMatchObject({ values: [], errors: [] });
    expect(parse('# only this\n---\n')).toMatchObject({
      values: [],
      errors: [],
    });
  });
});
