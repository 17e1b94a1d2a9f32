import {
  fileTree,
  foldersOf,
  TEMPLATE,
  textsOf,
} from '../__testUtils__/fileTree';
import type { FileTree } from '../files/FileTree';
import { readGoldenPath } from '../path/readGoldenPath';
import {
  renderGoldenPath,
  type RenderedPath,
} from '../render/renderGoldenPath';
import { BirthCertificate } from './BirthCertificate';
import { listDrift } from './listDrift';
import { planUpdate, type UpdatePlan } from './planUpdate';

const LINES = ['one', 'two', 'three', 'four', 'five', 'six', 'seven'];

async function renderVersion(
  version: string,
  files: Record<string, string>,
): Promise<RenderedPath> {
  const golden = await readGoldenPath(
    foldersOf({
      '.': {
        'golden-path.yaml': `schemaVersion: 1\nname: small\nversion: ${version}\nunmanaged: ['src/**']\n`,
        'template.yaml': TEMPLATE,
      },
      './skeleton': files,
    }),
  );
  return renderGoldenPath(golden, {
    answers: { name: 'orders', owner: 'group:default/shop' },
    created: '2026-11-24',
  });
}

function apply(current: FileTree, plan: UpdatePlan): FileTree {
  const result = new Map([...current, ...plan.writes]);
  plan.deletes.forEach(path => result.delete(path));
  return result;
}

const text = (lines: string[]) => `${lines.join('\n')}\n`;
const replace = (line: string, by: string) =>
  LINES.map(each => (each === line ? by : each));

describe('planUpdate', () => {
  let old: RenderedPath;
  let next: RenderedPath;

  beforeAll(async () => {
    old = await renderVersion('1.0.0', {
      'same.txt': 'same\n',
      'untouched.txt': 'old\n',
      'edited.txt': 'as made\n',
      'both.txt': text(LINES),
      'clash.txt': text(LINES),
      'gone.txt': 'gone\n',
      'gone-edited.txt': 'gone\n',
      'deleted.txt': 'here\n',
      'src/code.ts': 'old code\n',
    });
    next = await renderVersion('1.1.0', {
      'same.txt': 'same\n',
      'untouched.txt': 'new\n',
      'edited.txt': 'as made\n',
      'both.txt': text(replace('six', 'SIX of the path')),
      'clash.txt': text(replace('two', 'two of the path')),
      'deleted.txt': 'here, newer\n',
      'new.txt': 'new\n',
      'src/code.ts': 'new code\n',
    });
  });

  function repository(): FileTree {
    const current = new Map(old.files);
    const edits = fileTree({
      'edited.txt': 'as made, and edited\n',
      'both.txt': text(replace('two', 'two of mine')),
      'clash.txt': text(replace('two', 'two of mine')),
      'gone-edited.txt': 'mine now\n',
      'own.txt': 'my own\n',
    });
    edits.forEach((file, path) => current.set(path, file));
    current.delete('deleted.txt');
    return current;
  }

  const plan = (current: FileTree) =>
    planUpdate({
      current,
      birth: BirthCertificate.parse(
        String(current.get('airworthy.yaml')?.content),
      ),
      next,
      original: async path => old.files.get(path)?.content,
    });

  it('updates what nobody edited, keeps what somebody did, and marks what both changed', async () => {
    const current = repository();
    const update = await plan(current);
    expect(
      Object.fromEntries(
        update.files.map(({ path, outcome }) => [path, outcome]),
      ),
    ).toEqual({
      'both.txt': 'merged',
      'clash.txt': 'conflict',
      'deleted.txt': 'kept',
      'edited.txt': 'kept',
      'gone-edited.txt': 'kept',
      'gone.txt': 'removed',
      'new.txt': 'added',
      'same.txt': 'unchanged',
      'untouched.txt': 'updated',
    });
    const texts = textsOf(apply(current, update));
    expect(texts['both.txt']).toBe(
      text(
        LINES.map(
          line =>
            ({ two: 'two of mine', six: 'SIX of the path' }[line] ?? line),
        ),
      ),
    );
    expect(texts['clash.txt']).toBe(
      text([
        'one',
        '<<<<<<< yours',
        'two of mine',
        '=======',
        'two of the path',
        '>>>>>>> small 1.1.0',
        ...LINES.slice(2),
      ]),
    );
    expect(texts).toMatchObject({
      'edited.txt': 'as made, and edited\n',
      'gone-edited.txt': 'mine now\n',
      'own.txt': 'my own\n',
      'src/code.ts': 'old code\n',
      'untouched.txt': 'new\n',
    });
    expect(texts).not.toHaveProperty(['gone.txt']);
    expect(texts).not.toHaveProperty(['deleted.txt']);
  });

  it('changes nothing when it runs again', async () => {
    const current = repository();
    const once = apply(current, await plan(current));
    const again = await plan(once);
    expect(again.writes.size).toBe(0);
    expect(again.deletes).toEqual([]);
    expect(again.files.filter(({ outcome }) => outcome === 'conflict')).toEqual(
      [],
    );
  });

  it('marks an edited file whole where its original cannot be had', async () => {
    const current = repository();
    const update = await planUpdate({
      current,
      birth: old.birth,
      next,
      original: async () => undefined,
    });
    expect(update.files.find(({ path }) => path === 'both.txt')).toEqual({
      path: 'both.txt',
      outcome: 'conflict',
      reason: 'marked whole: its original is not in the history',
    });
    const merged = textsOf(update.writes)['both.txt'];
    expect(merged).toContain('two of mine');
    expect(merged).toContain('SIX of the path');
  });

  it('keeps a binary file that both changed, and says so', async () => {
    const binary = (byte: number) =>
      new Map([
        ['logo.png', { content: Buffer.from([0, byte]), executable: false }],
      ]);
    const birth = BirthCertificate.of({
      path: 'small',
      version: '1.0.0',
      created: '2026-11-24',
      answers: {},
      managed: binary(1),
    });
    const update = await planUpdate({
      current: binary(2),
      birth,
      next: {
        files: binary(3),
        answers: {},
        birth: BirthCertificate.of({
          path: 'small',
          version: '2.0.0',
          created: '2026-11-24',
          answers: {},
          managed: binary(3),
        }),
      },
      original: async () => undefined,
    });
    expect(update.files).toEqual([
      {
        path: 'logo.png',
        outcome: 'conflict',
        reason: 'not text: compare it by hand',
      },
    ]);
    expect([...update.writes.keys()]).toEqual(['airworthy.yaml']);
  });

  it('lists what was edited and deleted since', () => {
    expect(listDrift(old.birth, repository())).toEqual([
      { path: 'both.txt', state: 'edited' },
      { path: 'clash.txt', state: 'edited' },
      { path: 'deleted.txt', state: 'deleted' },
      { path: 'edited.txt', state: 'edited' },
      { path: 'gone-edited.txt', state: 'edited' },
    ]);
  });
});
