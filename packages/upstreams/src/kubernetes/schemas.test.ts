import { join } from 'node:path';
import { setupServer } from 'msw/node';
import { readDemoManifests } from '../demo';
import { Company } from '../model';
import { findShapeProblems, type ShapedAnswer } from '../testUtils';
import { createKubernetesHandlers } from './createKubernetesHandlers';
import { apiVersionOf, servedResources } from './servedResources';

const BASE = 'http://kubernetes.test';
const REPOSITORIES = join(__dirname, '../../../../examples/repositories');
const META =
  '@kubernetes-models/apimachinery/_schemas/IoK8sApimachineryPkgApisMetaV1';

/** Packages of the shapes of what operators bring, by API group. */
const OPERATORS: Record<string, string> = {
  'argoproj.io': '@kubernetes-models/argo-rollouts',
  'bitnami.com': '@kubernetes-models/sealed-secrets',
  'keda.sh': '@kubernetes-models/keda',
  'security.istio.io': '@kubernetes-models/istio',
  'cert-manager.io': '@kubernetes-models/cert-manager',
  'external-secrets.io': '@kubernetes-models/external-secrets',
  'postgresql.cnpg.io': '@kubernetes-models/cloudnative-pg',
};

function moduleOf(apiVersion: string): string {
  const operator = OPERATORS[apiVersion.split('/')[0]];
  return `${operator ?? 'kubernetes-models'}/${apiVersion}`;
}

/** A small company that has every kind of workload and of trouble. */
function generated(): Company {
  const company = Company.generate({
    services: 60,
    now: () => new Date('2026-11-24T12:00:00Z'),
  });
  const kinds = ['Deployment', 'StatefulSet', 'Rollout', 'CronJob'] as const;
  const states = ['failing-rollout', 'out-of-memory'] as const;
  company.services.forEach((service, index) => {
    const [workload] = service.runtime?.workloads ?? [];
    workload.kind = kinds[index % kinds.length];
    workload.minReplicas = workload.kind === 'Deployment' ? 1 : undefined;
    service.states = states.slice(index % 3, (index % 3) + 1);
  });
  return company;
}

describe('shapes of the Kubernetes stand-in', () => {
  const server = setupServer();
  let company: Company;
  beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
  afterAll(() => server.close());

  function serve(served: Company): void {
    company = served;
    server.resetHandlers(
      ...createKubernetesHandlers(company, { baseUrl: BASE }),
    );
  }

  beforeEach(() => serve(generated()));

  async function ask<T>(path: string, accept = 'application/json'): Promise<T> {
    const [cluster] = company.clusters;
    const response = await fetch(`${BASE}/${cluster.name}${path}`, {
      headers: {
        accept,
        authorization: `Bearer ${company.tokens.kubernetes}`,
      },
    });
    return response.json();
  }

  function pathOf({
    group,
    version,
    plural,
  }: (typeof servedResources)[number]) {
    return `${group ? `/apis/${group}` : '/api'}/${version}/${plural}`;
  }

  it.each([
    ['a generated company', async () => generated()],
    [
      'the demo, with what its repositories declare',
      async () =>
        Company.demo({ manifests: await readDemoManifests(REPOSITORIES) }),
    ],
  ])(
    'gives every object of %s as Kubernetes and the operators define it',
    async (_, create) => {
      serve(await create());
      const answers: ShapedAnswer[] = [];
      for (const resource of servedResources) {
        const apiVersion = apiVersionOf(resource);
        const { items, metadata, kind } = await ask<{
          kind: string;
          metadata: object;
          items: object[];
        }>(pathOf(resource));
        expect(kind).toBe(`${resource.kind}List`);
        answers.push({ module: `${META}ListMeta`, answer: metadata });
        answers.push(
          ...items.map(item => ({
            module: moduleOf(apiVersion),
            model: resource.kind,
            answer: { apiVersion, kind: resource.kind, ...item },
          })),
        );
      }
      expect(answers.length).toBeGreaterThan(100);
      expect(await findShapeProblems(answers)).toEqual([]);
    },
    60_000,
  );

  it('is discovered, and refuses, in the shapes of the API machinery', async () => {
    expect(
      await findShapeProblems([
        { module: `${META}APIVersions`, answer: await ask('/api') },
        { module: `${META}APIGroupList`, answer: await ask('/apis') },
        { module: `${META}APIGroup`, answer: await ask('/apis/apps') },
        {
          module: `${META}APIResourceList`,
          answer: await ask('/apis/apps/v1'),
        },
        { module: `${META}APIResourceList`, answer: await ask('/api/v1') },
        { module: `${META}Status`, answer: await ask('/nowhere') },
        {
          module: `${META}Status`,
          answer: await ask('/api/v1/pods?limit=1&continue=nonsense'),
        },
        {
          module:
            '@kubernetes-models/apimachinery/_schemas/IoK8sApimachineryPkgVersionInfo',
          answer: await ask('/version'),
        },
      ]),
    ).toEqual([]);
  });

  it('gives names and labels alone to those who ask for no more', async () => {
    const { kind, items } = await ask<{ kind: string; items: object[] }>(
      '/api/v1/nodes',
      'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1',
    );
    expect(kind).toBe('PartialObjectMetadataList');
    expect(items.map(item => Object.keys(item))).toEqual(
      items.map(() => ['metadata']),
    );
  });

  it('would notice a field that Kubernetes does not know', async () => {
    const [pod] = company.kubernetes.list('cluster-0', '/Pod');
    expect(
      await findShapeProblems([
        {
          module: moduleOf('v1'),
          model: 'Pod',
          answer: { ...pod, spec: { ...Object(pod.spec), invented: true } },
        },
        { module: moduleOf('v1'), model: 'Pod', answer: { ...pod, spec: 7 } },
      ]),
    ).toEqual([
      expect.stringContaining('/spec/invented is no field'),
      expect.stringContaining('must be object'),
    ]);
  });
});
