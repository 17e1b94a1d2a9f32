import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { EvidenceSource } from '@airworthy/plugin-readiness-node';
import { EvaluationQueue } from '../evaluate';
import { service } from '../__testUtils__/fixtures';
import { ReadinessHarness } from '../__testUtils__/ReadinessHarness';
import { Refresher } from './Refresher';

const CART = 'component:default/cart';

jest.setTimeout(120_000);

describe('Refresher', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

  it('asks once more after what was wished for while it asked', async () => {
    const answers: Array<() => void> = [];
    let asked = 0;
    const slow: EvidenceSource = {
      descriptor: {
        id: 'slow',
        kind: 'slow',
        title: 'Slow',
        strength: 'observed',
        supplies: [],
      },
      schedule: { frequency: { minutes: 5 }, timeout: { minutes: 5 } },
      collect: async () => {
        asked += 1;
        await new Promise<void>(resolve => {
          answers.push(resolve);
        });
      },
    };
    const harness = await ReadinessHarness.create({
      knex: await databases.init('SQLITE_3'),
      entities: [service('cart')],
      sources: [slow],
    });
    await harness.reconcile();
    const ids = await harness.readiness.entities.idsOf([CART]);
    const entity = { ref: CART, id: ids.get(CART) ?? -1 };
    const refresher = new Refresher({
      collector: harness.readiness.collector,
      sources: [slow],
      queue: new EvaluationQueue({ knex: harness.knex }),
      logger: mockServices.logger.mock(),
      now: () => harness.now,
    });
    refresher.startSource(slow, entity);
    refresher.startSource(slow, entity);
    refresher.startSource(slow, entity);
    const settled = refresher.settled();
    const answerNext = async (): Promise<void> => {
      const answer = answers.shift();
      if (answer) {
        answer();
      } else {
        await new Promise(setImmediate);
        await answerNext();
      }
    };
    await answerNext();
    await answerNext();
    await settled;
    expect(asked).toBe(2);
  });
});
