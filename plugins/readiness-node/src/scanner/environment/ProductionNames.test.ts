import { ProductionNames } from './ProductionNames';

describe('ProductionNames', () => {
  const names = new ProductionNames();

  it.each([
    ['deploy/production', 'production'],
    ['deploy/overlays/prod-eu', 'production'],
    ['clusters/eu-live/apps', 'production'],
    ['deploy/base', undefined],
    ['deploy/overlays/eu', undefined],
    // Outside of overlays a word is part of a name.
    ['services/live-video/base', undefined],
    ['services/dev-portal/base', undefined],
    ['services/live-video/overlays/staging', 'other'],
    ['overlays/non-prod', 'other'],
    ['overlays/pre-production-eu', 'other'],
    ['production/dev', 'other'],
    ['tests/manifests', 'other'],
  ])('folder %s: %s', (folder, expected) => {
    expect(names.ofFolder(folder)).toBe(expected);
  });

  it.each([
    ['k8s/deployment-staging.yaml', 'other'],
    ['k8s/deployment.dev.yml', 'other'],
    ['k8s/deployment-production.yaml', 'production'],
    ['k8s/load-test.yaml', undefined],
    ['k8s/prod/app.yaml', 'production'],
  ])('file %s: %s', (file, expected) => {
    expect(names.ofFile(file)).toBe(expected);
  });

  it.each([
    ['production', 'production'],
    ['payments-prod', 'production'],
    ['staging', 'other'],
    ['payments-nonprod', undefined],
    ['payments', undefined],
    ['', undefined],
  ])('namespace "%s": %s', (namespace, expected) => {
    expect(names.ofNamespace(namespace)).toBe(expected);
  });

  it('takes other names instead', () => {
    const own = new ProductionNames(['Staging']);
    expect(own.ofFolder('overlays/staging')).toBe('production');
    expect(own.ofFolder('overlays/production')).toBeUndefined();
    expect(own.describe()).toBe('staging');
  });
});
