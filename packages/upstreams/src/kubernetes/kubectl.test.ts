import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Company } from '../model';
import { startUpstreams, type RunningUpstreams } from '../server';
import { describeIfInstalled } from '../testUtils';

/**
 * Signs in for `kubectl`, which keeps its token to itself where there is no TLS.
 */
async function startProxy(target: string, token: string): Promise<Server> {
  const proxy = createServer((incoming, outgoing) => {
    const { url = '', method } = incoming;
    const { host: _, ...headers } = incoming.headers;
    request(
      `${target}${url}`,
      { method, headers: { ...headers, authorization: `Bearer ${token}` } },
      answer => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    ).end();
  });
  await new Promise<void>(resolve => {
    proxy.listen(0, '127.0.0.1', resolve);
  });
  return proxy;
}

describeIfInstalled('kubectl')('kubectl', () => {
  const company = Company.generate({ services: 60 });
  const [service] = company.services;
  let upstreams: RunningUpstreams;
  let home: string;
  let proxy: Server;

  beforeAll(async () => {
    upstreams = await startUpstreams({ company, port: 0 });
    proxy = await startProxy(
      `${upstreams.urlOf('kubernetes')}/cluster-0`,
      company.tokens.kubernetes,
    );
    const { port } = proxy.address() as AddressInfo;
    home = await mkdtemp(join(tmpdir(), 'kubectl-'));
    await writeFile(
      join(home, 'config'),
      JSON.stringify({
        apiVersion: 'v1',
        kind: 'Config',
        'current-context': 'stand-in',
        contexts: [
          { name: 'stand-in', context: { cluster: 'one', user: 'nobody' } },
        ],
        clusters: [
          {
            name: 'one',
            cluster: { server: `http://127.0.0.1:${port}` },
          },
        ],
        users: [{ name: 'nobody', user: {} }],
      }),
    );
  });
  afterAll(async () => {
    proxy?.closeAllConnections();
    proxy?.close();
    await upstreams?.stop();
    await rm(home, { recursive: true, force: true });
  });

  async function kubectl(...args: string[]): Promise<string> {
    const { stdout } = await promisify(execFile)('kubectl', args, {
      env: {
        ...process.env,
        HOME: home,
        KUBECONFIG: join(home, 'config'),
        HTTP_PROXY: '',
        http_proxy: '',
        NO_PROXY: '*',
      },
    });
    return stdout;
  }

  it('finds what is served', async () => {
    const names = await kubectl('api-resources', '-o', 'name');
    expect(names.split('\n')).toEqual(
      expect.arrayContaining([
        'deployments.apps',
        'certificates.cert-manager.io',
        'pods',
      ]),
    );
  });

  it('lists page by page', async () => {
    const deployments = await kubectl(
      ...['get', 'deploy', '--all-namespaces', '-o', 'name', '--chunk-size=5'],
    );
    expect(deployments.trim().split('\n')).toHaveLength(
      company.kubernetes.list('cluster-0', 'apps/Deployment').length,
    );
    expect(
      upstreams.calls
        .of('kubernetes')
        .filter(({ path }) => path.includes('deployments?continue=')).length,
    ).toBeGreaterThan(1);
  });

  it('reads one object, and what bears a label', async () => {
    const namespace = service.runtime?.namespace ?? '';
    const one = await kubectl(
      ...['get', 'deployment', service.name, '-n', namespace],
      ...['-o', 'jsonpath={.kind} {.spec.template.spec.containers[0].name}'],
    );
    expect(one).toBe('Deployment server');
    const pods = await kubectl(
      ...['get', 'pods', '-A', '-o', 'name'],
      ...['-l', `backstage.io/kubernetes-id=${service.name}`],
    );
    expect(pods.trim().split('\n')).toHaveLength(
      service.runtime?.workloads[0].replicas ?? 0,
    );
  });

  it('is told what it may not list', async () => {
    company.kubernetes.deny('cluster-0', 'configmaps');
    await expect(kubectl('get', 'configmaps', '-A')).rejects.toThrow(
      'cannot list resource "configmaps"',
    );
  });
});
