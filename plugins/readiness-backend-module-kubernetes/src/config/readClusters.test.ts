import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readClusters } from './readClusters';

function read(cluster: JsonObject, more: JsonObject = {}) {
  return readClusters(
    new ConfigReader({
      readiness: { kubernetes: { clusters: [{ name: 'eu', ...cluster }] } },
      ...more,
    }),
  )[0];
}

describe('readClusters', () => {
  const before = { ...process.env };
  afterEach(() => {
    process.env = { ...before };
  });

  it('is empty without configuration', () => {
    expect(readClusters(new ConfigReader({}))).toEqual([]);
  });

  it('fills in what is not told', () => {
    const cluster = read({ url: 'https://api.test', serviceAccountToken: 't' });
    expect(cluster).toMatchObject({
      name: 'eu',
      url: 'https://api.test',
      token: 't',
      certificate: { ca: undefined, skipVerify: false },
      pageSize: 500,
      timeout: 30_000,
      freshness: 3_600_000,
      schedule: { frequency: { minutes: 5 } },
    });
    expect(cluster.environmentOf('anything')).toBe('production');
  });

  it('reads what is told', () => {
    const cluster = read({
      url: 'https://api.test',
      serviceAccountTokenFile: '/token',
      caData: Buffer.from('PEM').toString('base64'),
      skipTLSVerify: true,
      environment: 'staging',
      namespaces: [
        { match: 'prod-*', environment: 'production' },
        { match: 'kube-*', environment: '' },
      ],
      timeout: '5s',
      pageSize: 100,
      freshness: { minutes: 20 },
    });
    expect(cluster).toMatchObject({
      tokenFile: '/token',
      certificate: { ca: 'PEM', skipVerify: true },
      pageSize: 100,
      timeout: 5000,
      freshness: 1_200_000,
    });
    expect(
      ['prod-eu', 'kube-system', 'payments'].map(cluster.environmentOf),
    ).toEqual(['production', undefined, 'staging']);
  });

  it('takes the cluster that the Kubernetes plugin knows by that name', () => {
    const kubernetes = {
      clusterLocatorMethods: [
        { type: 'catalog' },
        {
          type: 'config',
          clusters: [
            {
              name: 'eu',
              url: 'https://located.test',
              serviceAccountToken: 'located',
            },
          ],
        },
      ],
    };
    expect(read({}, { kubernetes })).toMatchObject({
      url: 'https://located.test',
      token: 'located',
    });
    expect(() => read({})).toThrow('"eu" has no url');
  });

  it('says where it is to be in a cluster and is in none', () => {
    delete process.env.KUBERNETES_SERVICE_HOST;
    expect(() => read({ inCluster: true })).toThrow(
      'KUBERNETES_SERVICE_HOST is not set',
    );
  });

  it.each([0, 1.5, 5001])('refuses pages of %s', pageSize => {
    expect(() => read({ url: 'https://api.test', pageSize })).toThrow(
      'pageSize of "eu"',
    );
  });
});
