import { fieldsOf } from '../../testing/workloadText';

describe('spread', () => {
  const constraint = (selector: string, key = 'kubernetes.io/hostname') =>
    `      topologySpreadConstraints: [{ maxSkew: 1, topologyKey: ${key}, labelSelector: ${selector} }]`;

  it.each([
    [constraint('{ matchLabels: { app: app } }'), true, false],
    [
      constraint(
        '{ matchLabels: { app: app } }',
        'topology.kubernetes.io/zone',
      ),
      true,
      true,
    ],
    [constraint('{ matchLabels: { app: other } }'), false, false],
    [
      constraint('{ matchExpressions: [{ key: tier, operator: Exists }] }'),
      true,
      false,
    ],
    [
      constraint(
        '{ matchExpressions: [{ key: tier, operator: NotIn, values: [web] }] }',
      ),
      false,
      false,
    ],
    ['', false, false],
    [
      `      affinity: { podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm: { topologyKey: topology.kubernetes.io/zone, labelSelector: { matchLabels: { app: app } } } }] } }`,
      true,
      true,
    ],
    [
      `      affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: kubernetes.io/hostname, namespaces: [other], labelSelector: { matchLabels: { app: app } } }] } }`,
      false,
      false,
    ],
    [
      `      affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: kubernetes.io/hostname, namespaceSelector: {}, labelSelector: { matchLabels: { app: app } } }] } }`,
      true,
      false,
    ],
  ])('%s', async (pod, spread, zoneSpread) => {
    expect(await fieldsOf({ pod })).toMatchObject({ spread, zoneSpread });
  });
});
