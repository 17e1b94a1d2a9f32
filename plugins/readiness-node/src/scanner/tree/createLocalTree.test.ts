import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { createLocalTree } from './createLocalTree';

describe('createLocalTree', () => {
  const directory = createMockDirectory();

  it('lists files in order, without what others wrote', async () => {
    directory.setContent({
      repository: {
        'b.yaml': 'b',
        a: { 'c.yaml': 'cc' },
        '.git': { config: 'x' },
        node_modules: { x: { 'index.js': 'x' } },
      },
    });
    const tree = await createLocalTree(directory.resolve('repository'));
    expect(tree.files).toEqual([
      { path: 'a/c.yaml', size: 2, modifiedAt: expect.any(Number) },
      { path: 'b.yaml', size: 1, modifiedAt: expect.any(Number) },
    ]);
    expect(tree.errors).toEqual([]);
    expect((await tree.read('a/c.yaml')).toString()).toBe('cc');
    await expect(tree.read('.git/config')).rejects.toThrow('There is no file');
    await expect(tree.read('../secret')).rejects.toThrow('There is no file');
  });

  it('follows symlinks inside the root alone and names the others', async () => {
    directory.setContent({
      'outside.yaml': 'secret',
      repository: { base: { 'a.yaml': 'a' }, deploy: {} },
    });
    const root = directory.resolve('repository');
    await fs.symlink('../base/a.yaml', join(root, 'deploy/a.yaml'));
    await fs.symlink('../../outside.yaml', join(root, 'deploy/outside.yaml'));
    await fs.symlink('..', join(root, 'deploy/up'));
    await fs.symlink('self', join(root, 'deploy/self'));
    await fs.symlink('gone', join(root, 'deploy/broken'));

    const tree = await createLocalTree(root);
    expect(tree.files.map(file => file.path)).toEqual([
      'base/a.yaml',
      'deploy/a.yaml',
    ]);
    expect(tree.errors).toEqual([
      {
        file: 'deploy/broken',
        message: expect.stringContaining('leads nowhere'),
      },
      {
        file: 'deploy/outside.yaml',
        message: expect.stringContaining('leads out of'),
      },
      { file: 'deploy/self', message: expect.stringContaining('symlink loop') },
      {
        file: 'deploy/up',
        message: expect.stringContaining(
          'symlink loop: it leads back to the root',
        ),
      },
    ]);
    expect((await tree.read('deploy/a.yaml')).toString()).toBe('a');
  });

  it('does not read through a file that became a symlink out of the root', async () => {
    directory.setContent({
      'outside.yaml': 'secret',
      repository: { 'a.yaml': 'a' },
    });
    const root = directory.resolve('repository');
    const tree = await createLocalTree(root);
    await fs.rm(join(root, 'a.yaml'));
    await fs.symlink('../outside.yaml', join(root, 'a.yaml'));
    await expect(tree.read('a.yaml')).rejects.toThrow(
      'leads out of the repository',
    );
  });

  it('says which limit was hit', async () => {
    directory.setContent({
      repository: {
        a: { b: { c: { 'd.yaml': '' } } },
        'x.yaml': '',
        'y.yaml': '',
      },
    });
    const root = directory.resolve('repository');
    const shallow = await createLocalTree(root, { maxDepth: 2 });
    expect(shallow.files.map(file => file.path)).toEqual(['x.yaml', 'y.yaml']);
    expect(shallow.errors[0]).toMatchObject({
      file: 'a/b/c',
      message: expect.stringContaining('maxDepth'),
    });
    const few = await createLocalTree(root, { maxFiles: 1 });
    expect(few.files).toHaveLength(1);
    expect(few.errors[0].message).toContain('maxFiles');
  });

  it('takes a single file, and refuses what is not there', async () => {
    directory.setContent({ 'one.yaml': 'a: 1', 'two.yaml': 'b: 2' });
    const tree = await createLocalTree(directory.resolve('one.yaml'));
    expect(tree.files.map(file => file.path)).toEqual(['one.yaml']);
    expect((await tree.read('one.yaml')).toString()).toBe('a: 1');
    await expect(tree.read('two.yaml')).rejects.toThrow('There is no file');
    await expect(createLocalTree(directory.resolve('none'))).rejects.toThrow(
      'There is no',
    );
  });
});
