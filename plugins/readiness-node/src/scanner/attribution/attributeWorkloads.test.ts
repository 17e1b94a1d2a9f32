import { component, deployment } from '../testing/manifestText';
import { ScanHarness } from '../testing/ScanHarness';

describe('whose a workload is', () => {
  const labelled = (name: string, label: string) =>
    deployment(name).replace(
      `name: ${name}\n`,
      `name: ${name}\n  labels: { ${label} }\n`,
    );
  const matchOf = (harness: ScanHarness, name: string) =>
    harness.service(name).matched;

  it('follows the strongest rule', async () => {
    const harness = await ScanHarness.scan({
      'catalog-info.yaml': [
        component(
          'a',
          '{ backstage.io/kubernetes-label-selector: "app in (x, y),!gone" }',
        ),
        component('b', '{ backstage.io/kubernetes-id: bee }'),
        component('c'),
        component('d'),
      ].join('---'),
      'deploy.yaml': [
        deployment('x'),
        labelled('z', 'backstage.io/kubernetes-id: bee'),
        labelled('sea', 'app.kubernetes.io/name: c'),
        deployment('d'),
        deployment('stranger'),
      ].join('---\n'),
    });
    expect(matchOf(harness, 'a')).toEqual([
      {
        member: 'Deployment//x',
        rule: 'annotation backstage.io/kubernetes-label-selector: app in (x, y),!gone',
      },
    ]);
    expect(matchOf(harness, 'b')).toEqual([
      { member: 'Deployment//z', rule: 'backstage.io/kubernetes-id: bee' },
    ]);
    expect(matchOf(harness, 'c')).toEqual([
      { member: 'Deployment//sea', rule: 'app.kubernetes.io/name: c' },
    ]);
    expect(matchOf(harness, 'd')).toEqual([
      { member: 'Deployment//d', rule: 'equal name' },
    ]);
    expect(harness.object('Deployment//stranger')).toBeDefined();
  });

  it('gives what two claim to neither, and tells both', async () => {
    const harness = await ScanHarness.scan({
      'catalog-info.yaml': [
        component('a', '{ backstage.io/kubernetes-id: same }'),
        component('b', '{ backstage.io/kubernetes-id: same }'),
      ].join('---'),
      'deploy.yaml': labelled('x', 'backstage.io/kubernetes-id: same'),
    });
    const reason =
      'Deployment//x is claimed by component:default/a and component:default/b (backstage.io/kubernetes-id: same) and goes to neither';
    expect(harness.scan.errors).toEqual([
      { file: 'deploy.yaml', line: 1, message: reason },
    ]);
    expect(harness.members('a', 'workloads')).toEqual([]);
    expect(harness.gap('a', 'workloads')).toBe(reason);
    expect(harness.gap('b', 'workloads')).toBe(reason);
  });

  it('gives the only service all workloads, whatever else the catalog names', async () => {
    const harness = await ScanHarness.scan({
      'catalog-info.yaml': [
        component('shop'),
        component('client', '{}', 'library'),
      ].join('---'),
      'deploy.yaml': [deployment('api'), deployment('worker')].join('---\n'),
    });
    expect(matchOf(harness, 'shop')).toEqual([
      { member: 'Deployment//api', rule: 'only service of the repository' },
      {
        member: 'Deployment//worker',
        rule: 'only service of the repository',
      },
    ]);
    expect(matchOf(harness, 'client')).toEqual([]);
  });

  it('keeps each service of a monorepo to its folder', async () => {
    const harness = await ScanHarness.scan({
      'catalog-info.yaml': [
        component('a', '{ airworthy.dev/source-path: ./services/a/ }'),
        component('b', '{ airworthy.dev/source-path: services/b }'),
      ].join('---'),
      'services/a/deploy.yaml': deployment('api'),
      'services/b/deploy.yaml': deployment('api').replace(
        'name: api\n',
        'name: api\n  namespace: b\n',
      ),
      'services/b/base/deployment.yaml': deployment('worker'),
      'services/b/base/kustomization.yaml': 'resources: [deployment.yaml]\n',
    });
    expect(harness.members('a', 'workloads')).toEqual(['Deployment//api']);
    expect(harness.members('b', 'workloads')).toEqual([
      'Deployment//worker',
      'Deployment/b/api',
    ]);
    expect(harness.service('b').overlay).toBe(
      'services/b/base (the base: there is no overlay)',
    );
    expect(harness.service('a').overlay).toBeUndefined();
  });

  it('takes the entities that it is given', async () => {
    const entity = {
      entityRef: 'component:default/given',
      name: 'given',
      namespace: 'default',
      annotations: { 'backstage.io/kubernetes-namespace': 'eu' },
      labels: {},
    };
    const harness = await ScanHarness.scan(
      {
        'catalog-info.yaml': component('other'),
        'deploy.yaml': [
          deployment('given').replace(
            'name: given\n',
            'name: given\n  namespace: eu\n',
          ),
          deployment('given').replace(
            'name: given\n',
            'name: given\n  namespace: us\n',
          ),
        ].join('---\n'),
      },
      {
        entities: [
          entity,
          {
            ...entity,
            entityRef: 'component:default/second',
            name: 'second',
          },
        ],
      },
    );
    expect(harness.members('given', 'workloads')).toEqual([
      'Deployment/eu/given',
    ]);
  });
});
