import { setupServer } from 'msw/node';
import { Company } from '../model';
import { findShapeProblems, type ShapedAnswer } from '../testUtils';
import { createKubernetesHandlers } from './createKubernetesHandlers';
import { apiVersionOf, servedResources } from './servedResources';

const BASE = 'http://kubernetes.test';
const META =
  '@kubernetes-models/apimachinery/_schemas/IoK8sApimachineryPkgApisMetaV1';

/** Packages of the shapes of what operators bring, by API group. */
const OPERATORS: Record<string, string> = {
  'argoproj.io': '@kubernetes-models/argo-rollouts',
  'cert-manager.io': '@kubernetes-models/cert-manager',
  'external-secrets.io': '@kubernetes-models/external-secrets',
  'postgresql.cnpg.io': '@kubernetes-models/cloudnative-pg',
};

function moduleOf(apiVersion: string): string {
  const operator = OPERATORS[apiVersion.split('/')[0]];
  return `${operator ?? 'kubernetes-models'}/${apiVersion}`;
}

describe('shapes of the Kubernetes stand-in', () => {
  // Its own small company has every kind: the demo's may change.
  const company = Company.generate({
    services: 60,
    now: () => new Date('2026-11-24T12:00:00Z'),
  });
  company.services.forEach((service, index) => {
    const [workload] = service.runtime?.workloads ?? [];
    const kinds = ['Deployment', 'StatefulSet', 'Rollout', 'CronJob'] as const;
    workload.kind = kinds[index % kinds.length];
    workload.minReplicas = workload.kind === 'Deployment' ? 1 : undefined;
    service.states = [['failing-rollout'], ['out-of-memory'], []][
      index % 3
    ] as typeof service.states;
  });
  const server = setupServer(
    ...createKubernetesHandlers(company, { baseUrl: BASE }),
  );
  beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
  afterAll(() => server.close());

  async function ask<T>(path: string, accept = 'application/json'): Promise<T> {
    const response = await fetch(`${BASE}/cluster-0${path}`, {
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

  it('gives every object as Kubernetes and the operators define it', async () => {
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
    expect(answers.length).toBeGreaterThan(150);
    expect(await findShapeProblems(answers)).toEqual([]);
  });

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
    const [pod] = company.kubernetes.list('cluster-0', 'v1/Pod');
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
