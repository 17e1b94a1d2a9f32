import {
  BUDGET,
  HPA,
  fieldsOf,
  scanDocuments,
  workload,
} from '../../testing/workloadText';

describe('disruption budget', () => {
  it.each([
    ['maxUnavailable: 1', 2, 1],
    ['maxUnavailable: 0', 2, 0],
    ['maxUnavailable: 30%', 3, 1],
    ['maxUnavailable: 1%', 3, 1],
    ['maxUnavailable: 0%', 3, 0],
    ['minAvailable: 1', 1, 0],
    ['minAvailable: 1', 3, 2],
    ['minAvailable: 50%', 3, 1],
    ['minAvailable: 67%', 3, 0],
    ['minAvailable: 100%', 3, 0],
    ['minAvailable: 9', 3, 0],
  ])('%s of %i allows %i', async (states, replicas, allowed) => {
    const harness = await scanDocuments(
      workload({ spec: `  replicas: ${replicas}` }),
      BUDGET(states),
    );
    expect(harness.object('Deployment//app')).toMatchObject({
      budgeted: true,
      budget: 'PodDisruptionBudget//budget',
      evictionsAllowed: allowed,
    });
    expect(harness.object('PodDisruptionBudget//budget')).toEqual({
      name: 'budget',
      states: states.replace(':', ''),
      allowsEviction: allowed > 0,
    });
  });

  it('counts at the minimum of the autoscaler', async () => {
    const harness = await scanDocuments(
      workload({ spec: '  replicas: 9' }),
      HPA('  minReplicas: 2\n  maxReplicas: 9'),
      BUDGET('minAvailable: 2'),
    );
    expect(harness.object('Deployment//app').evictionsAllowed).toBe(0);
    expect(harness.placeOf('Deployment//app', 'evictionsAllowed')).toMatch(
      /^all\.yaml:\d+$/,
    );
  });

  it('allows none where two select the same pods', async () => {
    const fields = await fieldsOf(
      { spec: '  replicas: 3' },
      BUDGET('maxUnavailable: 1'),
      BUDGET('maxUnavailable: 1', 'second'),
    );
    expect(fields.evictionsAllowed).toBe(0);
  });

  it('does not tell what it cannot count', async () => {
    const harness = await scanDocuments(BUDGET('minAvailable: 1'));
    expect(harness.object('PodDisruptionBudget//budget')).not.toHaveProperty(
      'allowsEviction',
    );
    expect(harness.reasonsOf('PodDisruptionBudget//budget')).toContain(
      'is not known',
    );
  });

  it('selects nothing without a selector, and all with an empty one', async () => {
    const without =
      'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: { name: budget }\nspec: { maxUnavailable: 1 }';
    expect(await fieldsOf({}, without)).toMatchObject({ budgeted: false });
    const empty = without.replace(
      'maxUnavailable: 1',
      'maxUnavailable: 1, selector: {}',
    );
    expect(await fieldsOf({}, empty)).toMatchObject({ budgeted: true });
    expect(
      await fieldsOf({}, empty.replace('policy/v1', 'policy/v1beta1')),
    ).toMatchObject({ budgeted: false });
  });
});
