import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readArgoCdInstances } from './readArgoCdInstances';

function read(instance: JsonObject) {
  return readArgoCdInstances(
    new ConfigReader({
      readiness: {
        argocd: { instances: [{ name: 'main', token: 't', ...instance }] },
      },
    }),
  )[0];
}

const destination = { cluster: '', server: '', namespace: '', project: '' };

describe('readArgoCdInstances', () => {
  it('is empty without configuration', () => {
    expect(readArgoCdInstances(new ConfigReader({}))).toEqual([]);
  });

  it('fills in what is not told', () => {
    const instance = read({ url: 'https://argo.test/' });
    expect(instance).toMatchObject({
      publicUrl: 'https://argo.test',
      timeout: 30_000,
      freshness: 3_600_000,
      schedule: { frequency: { minutes: 3 } },
    });
    expect(instance.environmentOf(destination)).toBe('production');
  });

  it('maps destinations, the first that matches', () => {
    const { environmentOf } = read({
      url: 'https://argo.test',
      destinations: [
        { cluster: 'dev-*', environment: 'development' },
        { namespace: '*-staging', project: 'shop', environment: 'staging' },
        { server: 'https://old.test', environment: '' },
      ],
    });
    expect(
      [
        { ...destination, cluster: 'dev-1' },
        { ...destination, namespace: 'a-staging', project: 'shop' },
        { ...destination, namespace: 'a-staging', project: 'else' },
        { ...destination, server: 'https://old.test' },
      ].map(environmentOf),
    ).toEqual(['development', 'staging', 'production', undefined]);
  });

  it('needs a token', () => {
    expect(() => read({ url: 'https://argo.test', token: '' })).toThrow(
      'token',
    );
  });
});
