import { summarizeEntity } from './summarizeEntity';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'Payments-API',
    labels: { 'airworthy.dev/tier': '1' },
    tags: ['go'],
  },
  spec: { type: 'service', owner: 'payments', system: 'money' },
};

describe('summarizeEntity', () => {
  it('reads an entity straight from a file', () => {
    expect(summarizeEntity(entity)).toMatchObject({
      ref: 'component:default/payments-api',
      kind: 'component',
      name: 'Payments-API',
      type: 'service',
      tier: 1,
      owner: 'group:default/payments',
      system: 'system:default/money',
      domain: undefined,
      tags: ['go'],
    });
  });

  it('lets relations go before what is written', () => {
    expect(
      summarizeEntity(
        {
          ...entity,
          relations: [
            { type: 'ownedBy', targetRef: 'user:default/ada' },
            { type: 'partOf', targetRef: 'system:default/other' },
          ],
        },
        { domainOf: ref => `domain-of-${ref}` },
      ),
    ).toMatchObject({
      owner: 'user:default/ada',
      system: 'system:default/other',
      domain: 'domain-of-system:default/other',
    });
  });

  it.each([
    [{ metadata: { name: 'a' }, spec: {} }, 3],
    [{ metadata: { name: 'a' }, spec: { tier: 2 } }, 2],
    [
      {
        metadata: { name: 'a', labels: { 'airworthy.dev/tier': 'tier-1' } },
        spec: { tier: 2 },
      },
      1,
    ],
    [
      {
        metadata: { name: 'a', labels: { 'airworthy.dev/tier': 'high' } },
      },
      3,
    ],
  ])('reads the tier of %j', (changes, tier) => {
    expect(
      summarizeEntity({ apiVersion: 'a', kind: 'Component', ...changes }).tier,
    ).toBe(tier);
  });

  it('takes an owner that cannot be read for none', () => {
    expect(
      summarizeEntity({ ...entity, spec: { owner: ':' } }).owner,
    ).toBeUndefined();
  });
});
