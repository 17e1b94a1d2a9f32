import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readServers } from './readServers';

function read(...servers: JsonObject[]) {
  return readServers(
    new ConfigReader({ readiness: { prometheus: { servers } } }),
  );
}

const eu = { name: 'eu', url: 'http://prometheus.test/' };

describe('readServers', () => {
  it('is empty without configuration', () => {
    expect(readServers(new ConfigReader({}))).toEqual([]);
  });

  it('fills in what is not told', () => {
    const [server] = read(eu);
    expect(server).toMatchObject({
      name: 'eu',
      environment: 'production',
      joinLabel: 'service',
      timeout: 30_000,
      freshness: 3600_000,
      schedule: { frequency: { minutes: 5 } },
      requestToUse: { schedule: { frequency: { milliseconds: 21_600_000 } } },
      prometheus: {
        url: 'http://prometheus.test',
        publicUrl: 'http://prometheus.test',
        credentials: {},
      },
    });
    expect(server.alertmanager).toBeUndefined();
  });

  it('reads what is told', () => {
    const [server] = read({
      ...eu,
      publicUrl: 'https://prometheus.example.com/',
      token: 'one',
      headers: { 'X-Scope-OrgID': 'tenant' },
      environment: 'staging',
      joinLabel: 'app',
      timeout: '5s',
      freshness: { minutes: 20 },
      requestToUse: { enabled: false },
      alertmanager: {
        url: 'http://alertmanager.test',
        basicAuth: { username: 'me', password: 'two' },
      },
    });
    expect(server).toMatchObject({
      environment: 'staging',
      joinLabel: 'app',
      timeout: 5000,
      freshness: 1_200_000,
      prometheus: {
        publicUrl: 'https://prometheus.example.com',
        credentials: { authorization: 'Bearer one', 'x-scope-orgid': 'tenant' },
        secrets: ['tenant', 'one'],
      },
      alertmanager: {
        credentials: { authorization: 'Basic bWU6dHdv' },
        secrets: ['two'],
      },
    });
    expect(server.requestToUse).toBeUndefined();
  });

  it('refuses names that are taken or unfit, and two ways to sign in', () => {
    expect(() => read(eu, eu)).toThrow('two servers are called "eu"');
    expect(() => read({ ...eu, name: 'a b' })).toThrow('the name "a b"');
    expect(() =>
      read({
        ...eu,
        token: 't',
        basicAuth: { username: 'u', password: 'p' },
      }),
    ).toThrow('"eu" has both a token and basicAuth');
  });
});
