import { readArchiveTree } from './readArchiveTree';

/** A host that asks the filter first, as the readers of archives do. */
function hostOf(contents: Record<string, string>) {
  return {
    readTree: jest.fn(
      async (
        _url: string,
        options?: {
          filter?(path: string, info?: { size: number }): boolean;
          etag?: string;
        },
      ) => ({
        etag: 'commit-1',
        archive: jest.fn(),
        dir: jest.fn(),
        files: async () =>
          Object.entries(contents)
            .filter(([path, text]) =>
              options?.filter?.(path, { size: text.length }),
            )
            .map(([path, text]) => ({
              path,
              content: async () => Buffer.from(text),
            })),
      }),
    ),
  };
}

describe('readArchiveTree', () => {
  it('keeps what can be scanned, and lists the rest', async () => {
    const urlReader = hostOf({
      'b.yaml': 'b: 1',
      'a/large.yaml': 'x'.repeat(50),
      'logo.png': 'png',
      'node_modules/x/index.js': 'x',
    });
    const { tree, etag } = await readArchiveTree({
      urlReader,
      url: 'https://host/repository',
      etag: 'commit-0',
      limits: { maxFileBytes: 20 },
    });
    expect(etag).toBe('commit-1');
    expect(tree.files).toEqual([
      { path: 'a/large.yaml', size: 50 },
      { path: 'b.yaml', size: 4 },
      { path: 'logo.png', size: 3 },
    ]);
    expect((await tree.read('b.yaml')).toString()).toBe('b: 1');
    await expect(tree.read('logo.png')).rejects.toThrow('was not read');
    expect(urlReader.readTree).toHaveBeenCalledWith(
      'https://host/repository',
      expect.objectContaining({ etag: 'commit-0' }),
    );
  });

  it('stops keeping files at the limit of all bytes', async () => {
    const { tree } = await readArchiveTree({
      urlReader: hostOf({ 'a.yaml': '12345', 'b.yaml': '12345' }),
      url: 'https://host/repository',
      limits: { maxTotalBytes: 8 },
    });
    expect((await tree.read('a.yaml')).toString()).toBe('12345');
    await expect(tree.read('b.yaml')).rejects.toThrow('was not read');
  });
});
