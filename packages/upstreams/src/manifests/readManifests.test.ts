import { resolve } from 'node:path';
import type { Manifest } from './Manifest';
import { readManifests } from './readManifests';

const repositories = resolve(__dirname, '../../../../examples/repositories');

async function read(repository: string): Promise<Map<string, Manifest>> {
  const manifests = await readManifests(`${repositories}/${repository}`);
  return new Map(
    manifests.map(object => [
      `${object.kind}/${object.metadata.namespace}/${object.metadata.name}`,
      object,
    ]),
  );
}

describe('readManifests', () => {
  it('merges patches of the production overlay', async () => {
    const objects = await read('payments-api');
    expect(
      objects.get('HorizontalPodAutoscaler/payments/payments-api')?.spec,
    ).toMatchObject({ minReplicas: 3, maxReplicas: 12 });
    expect(
      objects.get('Deployment/payments/payments-api')?.spec?.template?.metadata
        ?.labels,
    ).toMatchObject({
      'app.kubernetes.io/name': 'payments-api',
      environment: 'production',
    });
    expect([...objects.keys()].join()).not.toContain('staging');
  });

  it('applies JSON patches, prefixes of names and numbers of replicas', async () => {
    expect(
      (await read('checkout-api')).get(
        'HorizontalPodAutoscaler/checkout/checkout-api',
      )?.spec,
    ).toMatchObject({ minReplicas: 3, maxReplicas: 18 });
    expect(
      (await read('recommendations')).get(
        'Deployment/catalog/live-recommendations',
      )?.spec,
    ).toMatchObject({ replicas: 4 });
  });

  it('reads plain files and lists where there is no overlay', async () => {
    expect([...(await read('metrics-rollup')).keys()]).toEqual(
      expect.arrayContaining([
        'Deployment/data/metrics-rollup',
        'PodDisruptionBudget/data/metrics-rollup',
      ]),
    );
  });

  it('leaves out what does not parse, and templates of Helm', async () => {
    const reviews = await read('reviews');
    expect(reviews.has('Deployment/catalog/reviews')).toBe(true);
    expect([...reviews.keys()].join()).not.toContain('HorizontalPodAutoscaler');
    const charts = await readManifests(`${repositories}/storefront-web`);
    expect(charts.map(({ kind }) => kind)).not.toContain('Deployment');
  });
});
