import { fieldsOf } from '../../testing/workloadText';

describe('network policies', () => {
  it.each([
    ['networking.k8s.io/v1', 'NetworkPolicy', 'podSelector: {}', true],
    [
      'networking.k8s.io/v1',
      'NetworkPolicy',
      'podSelector: { matchLabels: { app: x } }',
      false,
    ],
    [
      'cilium.io/v2',
      'CiliumNetworkPolicy',
      'endpointSelector: { matchLabels: { app: app } }',
      true,
    ],
  ])('%s %s %s', async (apiVersion, kind, selector, expected) => {
    const fields = await fieldsOf(
      {},
      `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: p }\nspec: { ${selector} }`,
    );
    expect(fields.networkPolicy).toBe(expected);
  });
});
