import { testEntity } from '@airworthy/plugin-readiness-node/testUtils';
import { readRatios, WorkloadRatioIndex } from './requestToUseFacts';

function sample(
  workload: string,
  resource: string,
  value: number,
  type = 'deployment',
) {
  return {
    labels: { namespace: 'pay', workload, workload_type: type, resource },
    value,
  };
}

describe('readRatios', () => {
  it('takes the larger of CPU and memory', () => {
    expect(
      readRatios(
        [sample('cards', 'cpu', 2), sample('cards', 'memory', 300)],
        [sample('cards', 'cpu', 1), sample('cards', 'memory', 100)],
      ),
    ).toEqual([
      { kind: 'Deployment', namespace: 'pay', name: 'cards', requestToUse: 3 },
    ]);
  });

  it('states nothing where either is missing, nothing is used or the kind is not known', () => {
    expect(
      readRatios(
        [
          sample('unused', 'cpu', 2),
          sample('idle', 'cpu', 2),
          sample('odd', 'cpu', 2, 'barepod'),
        ],
        [
          sample('idle', 'cpu', 0),
          sample('odd', 'cpu', 1, 'barepod'),
          sample('unrequested', 'cpu', 1),
        ],
      ),
    ).toEqual([]);
  });
});

describe('WorkloadRatioIndex', () => {
  const index = new WorkloadRatioIndex(
    ['cards', 'cards-worker', 'cardsharp', 'legacy'].flatMap(name =>
      ['pay', 'test'].map(namespace => ({
        kind: 'Deployment',
        namespace,
        name,
        requestToUse: 1,
      })),
    ),
  );
  const find = (annotations = {}) =>
    index
      .find(testEntity('cards', annotations))
      .map(({ namespace, name }) => `${namespace}/${name}`);

  it('finds those called like the entity, or like it with more words', () => {
    expect(find()).toEqual([
      'pay/cards',
      'test/cards',
      'pay/cards-worker',
      'test/cards-worker',
    ]);
  });

  it('keeps to the namespace, and follows the id, that the entity names', () => {
    expect(
      find({
        'backstage.io/kubernetes-namespace': 'pay',
        'backstage.io/kubernetes-id': 'legacy',
      }),
    ).toEqual(['pay/cards', 'pay/cards-worker', 'pay/legacy']);
  });
});
