import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { textsOf } from '../__testUtils__/fileTree';
import type { FileTree } from './FileTree';
import { readFileTree } from './readFileTree';
import { createFileTree } from './writeFileTree';

const FILES: FileTree = new Map([
  ['README.md', { content: Buffer.from('# Hi\n'), executable: false }],
  ['bin/run', { content: Buffer.from('#!/bin/sh\n'), executable: true }],
]);

describe('createFileTree', () => {
  const mock = createMockDirectory();

  beforeEach(() => mock.clear());

  it('writes what readFileTree reads back, modes included', async () => {
    const target = join(mock.path, 'deep', 'orders');
    await createFileTree(target, FILES);
    expect(await readFileTree(target)).toEqual(FILES);
    expect(await readdir(join(mock.path, 'deep'))).toEqual(['orders']);
  });

  it('fills an empty folder', async () => {
    const target = join(mock.path, 'orders');
    await mkdir(target);
    await createFileTree(target, FILES);
    expect(await readFileTree(target)).toEqual(FILES);
  });

  it.each([
    ['a folder with something in it', { orders: { 'mine.txt': 'mine' } }],
    ['a file', { orders: 'mine' }],
  ])('leaves %s alone and writes nothing beside it', async (_, content) => {
    mock.setContent(content);
    await expect(
      createFileTree(join(mock.path, 'orders'), FILES),
    ).rejects.toMatchObject({ name: 'ConflictError' });
    expect(mock.content({ shouldReadAsText: true })).toEqual(content);
  });

  it('leaves nothing behind when it fails half-way', async () => {
    const broken: FileTree = new Map([
      ...FILES,
      ['README.md/below', { content: Buffer.from(''), executable: false }],
    ]);
    await expect(
      createFileTree(join(mock.path, 'orders'), broken),
    ).rejects.toThrow('EEXIST');
    expect(await readdir(mock.path)).toEqual([]);
  });
});

describe('readFileTree', () => {
  const mock = createMockDirectory();

  it('follows no symbolic link and leaves history and dependencies out', async () => {
    mock.setContent({
      outside: { 'secret.txt': 'secret' },
      inside: {
        'a.txt': 'a',
        '.git': { HEAD: 'ref' },
        node_modules: { 'x.js': 'x' },
      },
    });
    await symlink(join(mock.path, 'outside'), join(mock.path, 'inside/link'));
    await symlink(
      join(mock.path, 'outside/secret.txt'),
      join(mock.path, 'inside/link.txt'),
    );
    expect(textsOf(await readFileTree(join(mock.path, 'inside')))).toEqual({
      'a.txt': 'a',
    });
  });

  it('names a file that is too large', async () => {
    mock.setContent({});
    await writeFile(join(mock.path, 'big.bin'), Buffer.alloc(20_000_001));
    await expect(readFileTree(mock.path)).rejects.toThrow(
      'big.bin has 20000001 bytes; a file may have 20000000',
    );
  });
});
