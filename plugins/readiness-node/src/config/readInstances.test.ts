import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readInstances } from './readInstances';

function read(...clusters: JsonObject[]) {
  return readInstances(
    new ConfigReader({ readiness: { clusters } }),
    'readiness.clusters',
    (entry, name) => ({ name, url: entry.getOptionalString('url') }),
  );
}

describe('readInstances', () => {
  it('reads each entry, and none where the key is not there', () => {
    expect(read({ name: 'eu', url: 'x' }, { name: 'us-1' })).toEqual([
      { name: 'eu', url: 'x' },
      { name: 'us-1', url: undefined },
    ]);
    expect(
      readInstances(new ConfigReader({}), 'readiness.clusters', () => ({
        name: 'eu',
      })),
    ).toEqual([]);
  });

  it('refuses names that are taken or unfit', () => {
    expect(() => read({ name: 'eu' }, { name: 'eu' })).toThrow(
      'readiness.clusters: two entries are called "eu"',
    );
    expect(() => read({ name: 'a b' })).toThrow('the name "a b"');
  });
});
