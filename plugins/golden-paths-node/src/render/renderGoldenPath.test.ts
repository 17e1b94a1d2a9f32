import { parse } from 'yaml';
import { foldersOf, TEMPLATE, textsOf } from '../__testUtils__/fileTree';
import { readGoldenPath } from '../path/readGoldenPath';
import { renderGoldenPath } from './renderGoldenPath';

const PATH = `
schemaVersion: 1
name: small
version: 1.2.0
layers:
  - path: ../base
  - { path: ../layers/cache, when: values.cache }
values:
  title: values.name | upper
optional:
  - { files: ['docs/cache.md'], when: values.cache }
unmanaged: ['src/**']
`;

const BASE = {
  'package.json.njk':
    '{ "name": "${{ values.name }}", "dependencies": { "pino": "1", "zod": "4" } }',
  'deploy/kustomization.yaml': '# What is deployed\nresources:\n  - app.yaml\n',
  'README.md.njk': '# ${{ values.title }}\n',
  '.github/workflows/ci.yaml': 'run: ${{ github.sha }}\n',
  'src/server.ts': 'listen();\n',
};

const CACHE = {
  'package.json.merge': '{ "dependencies": { "ioredis": "5" } }',
  'deploy/kustomization.yaml.merge': 'resources:\n  - cache.yaml # the cache\n',
  'README.md.append.njk':
    '\nIt has a cache in ${{ values.replicas }} copies.\n',
  'docs/cache.md': 'Cache\n',
};

function folders(changes: Record<string, Record<string, string>> = {}) {
  return foldersOf({
    '.': { 'golden-path.yaml': PATH, 'template.yaml': TEMPLATE },
    '../base': BASE,
    '../layers/cache': CACHE,
    './skeleton': {},
    ...changes,
  });
}

async function render(
  answers = {},
  changes: Record<string, Record<string, string>> = {},
) {
  const golden = await readGoldenPath(folders(changes));
  return renderGoldenPath(golden, {
    answers: { name: 'orders', owner: 'group:default/shop', ...answers },
    created: '2026-11-24',
  });
}

describe('renderGoldenPath', () => {
  it('puts layers upon the base, renders what ends in njk and nothing else', async () => {
    const { files, answers } = await render({ cache: true });
    expect(answers).toEqual({
      name: 'orders',
      owner: 'group:default/shop',
      cache: true,
      replicas: 2,
    });
    const { 'airworthy.yaml': birth, ...texts } = textsOf(files);
    expect(texts).toEqual({
      '.github/workflows/ci.yaml': 'run: ${{ github.sha }}\n',
      'README.md': '# ORDERS\n\nIt has a cache in 2 copies.\n',
      'deploy/kustomization.yaml':
        '# What is deployed\nresources:\n  - app.yaml\n  - cache.yaml # the cache\n',
      'docs/cache.md': 'Cache\n',
      'package.json': `${JSON.stringify(
        { name: 'orders', dependencies: { ioredis: '5', pino: '1', zod: '4' } },
        undefined,
        2,
      )}\n`,
      'src/server.ts': 'listen();\n',
    });
    expect(parse(birth)).toMatchObject({
      schemaVersion: 1,
      path: 'small',
      version: '1.2.0',
      created: '2026-11-24',
      answers: { name: 'orders', replicas: 2 },
    });
    expect(parse(birth).managed.map((line: string) => line.slice(41))).toEqual(
      Object.keys(texts).filter(name => name !== 'src/server.ts'),
    );
  });

  it('leaves out a layer, its parts and optional files whose condition is false', async () => {
    const { files } = await render({ cache: false });
    expect([...files.keys()]).toEqual([
      '.github/workflows/ci.yaml',
      'README.md',
      'deploy/kustomization.yaml',
      'package.json',
      'src/server.ts',
      'airworthy.yaml',
    ]);
    expect(textsOf(files)['package.json']).not.toContain('ioredis');
  });

  it('merges members of one name, as patches of Kubernetes do', async () => {
    const { files } = await render(
      {},
      {
        '../base': {
          'pod.yaml':
            'containers:\n  - name: app\n    env:\n      - name: PORT\n        value: "1"\n',
          'README.md': '',
        },
        './skeleton': {
          'pod.yaml.merge':
            'containers:\n  - name: app\n    env:\n      - name: URL\n        value: u\n  - name: side\n',
        },
      },
    );
    expect(parse(textsOf(files)['pod.yaml'])).toEqual({
      containers: [
        {
          name: 'app',
          env: [
            { name: 'PORT', value: '1' },
            { name: 'URL', value: 'u' },
          ],
        },
        { name: 'side' },
      ],
    });
  });

  it('gives the same files for the same answers', async () => {
    expect(textsOf((await render({ cache: true })).files)).toEqual(
      textsOf((await render({ cache: true })).files),
    );
  });

  it.each([
    ['${{ values.nmae }}', '../base/a.txt.njk:2: values.nmae is not defined'],
    [
      '{% if values.nmae %}x{% endif %}',
      '../base/a.txt.njk:2: values.nmae is not defined',
    ],
    ['${{ nowhere.name }}', '../base/a.txt.njk:2: an output is not defined'],
    ['${{ values.name | }}', '../base/a.txt.njk:2: '],
    ['{% if values.cache %}x', '../base/a.txt.njk'],
  ])('names file and line of %s', async (text, message) => {
    await expect(
      render({}, { '../base': { ...BASE, 'a.txt.njk': `first\n${text}\n` } }),
    ).rejects.toThrow(message);
  });

  it('takes no delimiter in a string, a comment or a raw block for a placeholder', async () => {
    const { files } = await render(
      {},
      {
        '../base': {
          ...BASE,
          'a.txt.njk':
            "{# values.none #}${{ 'a }} b' }} {% raw %}${{ values.none }}{% endraw %} {{ $labels.x }}\n",
        },
      },
    );
    expect(textsOf(files)['a.txt']).toBe(
      'a }} b ${{ values.none }} {{ $labels.x }}\n',
    );
  });

  it.each([
    [{ name: 'Orders' }, 'name: must match pattern'],
    [{ name: undefined }, 'name: missing'],
    [{ replicas: 1 }, 'replicas: must be >= 2'],
    [
      { cash: true },
      'cash: not asked; the questions are name, owner, cache, replicas',
    ],
  ])('refuses the answers %j', async (answers, message) => {
    const given: Record<string, unknown> = {
      name: 'orders',
      owner: 'group:default/shop',
      ...answers,
    };
    const golden = await readGoldenPath(folders());
    await expect(
      renderGoldenPath(golden, {
        answers: JSON.parse(JSON.stringify(given)),
        created: '2026-11-24',
      }),
    ).rejects.toThrow(message);
  });

  it('names the entry of an unknown layer', async () => {
    await expect(
      render(
        {},
        {
          '.': {
            'golden-path.yaml': PATH.replace(
              '../layers/cache',
              '../layers/cash',
            ),
            'template.yaml': TEMPLATE,
          },
        },
      ),
    ).rejects.toThrow(
      'golden-path.yaml: layers.1 names ../layers/cash, and there is no such folder',
    );
  });

  it('refuses that two layers make one file unless the path says so', async () => {
    const changes = { './skeleton': { 'src/server.ts': 'other();\n' } };
    await expect(render({}, changes)).rejects.toThrow(
      './skeleton/src/server.ts: ../base/src/server.ts makes the same file',
    );
    const { files } = await render(
      {},
      {
        ...changes,
        '.': {
          'golden-path.yaml': `${PATH}replaces: [src/server.ts]\n`,
          'template.yaml': TEMPLATE,
        },
      },
    );
    expect(textsOf(files)['src/server.ts']).toBe('other();\n');
  });

  it('refuses a part of a file that no earlier layer has', async () => {
    await expect(
      render({}, { './skeleton': { 'other.yaml.merge': 'a: 1\n' } }),
    ).rejects.toThrow(
      './skeleton/other.yaml.merge: no earlier layer has other.yaml to add to',
    );
  });

  it.each([
    ['name: small', 'name: [', 'golden-path.yaml:'],
    [
      'version: 1.2.0',
      'version: newest',
      'golden-path.yaml:4: version: a version such as 1.4.0',
    ],
    [
      'version: 1.2.0',
      'version: 1.2.0\nlayer: []',
      'golden-path.yaml:2: Unrecognized key: "layer"',
    ],
    [
      'title: values.name | upper',
      'title: values.nothing',
      'golden-path.yaml values.title:1: values.nothing is not defined',
    ],
  ])('names what is wrong where %s becomes %s', async (from, to, message) => {
    await expect(
      render(
        {},
        {
          '.': {
            'golden-path.yaml': PATH.replace(from, to),
            'template.yaml': TEMPLATE,
          },
        },
      ),
    ).rejects.toThrow(message);
  });
});
