import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type {
  CollectContext,
  EvidenceSource,
} from '@airworthy/plugin-readiness-node';
import { service } from '../__testUtils__/fixtures';
import { ReadinessHarness } from '../__testUtils__/ReadinessHarness';
import { readReadinessConfig } from '../config';
import { scheduleTasks } from './scheduleTasks';

jest.setTimeout(120_000);

const PAGES = 4;

/** Reads pages, and keeps the one that it has to read next. */
class PagedSource implements EvidenceSource {
  readonly descriptor = {
    id: 'paged',
    kind: 'paged',
    title: 'Paged',
    strength: 'observed' as const,
    supplies: [],
  };
  // Not before the test is over, unless it is triggered.
  readonly schedule = {
    frequency: { hours: 6 },
    timeout: { minutes: 5 },
    initialDelay: { hours: 6 },
  };
  readonly read: number[] = [];
  onPage: (page: number) => Promise<void> = async () => {};

  async collect({ checkpoint, countCall }: CollectContext): Promise<void> {
    const first = (await checkpoint.get<number>('page')) ?? 1;
    for (let page = first; page <= PAGES; page += 1) {
      await this.onPage(page);
      countCall();
      this.read.push(page);
      await checkpoint.set('page', page + 1);
    }
    await checkpoint.set('page', 1);
  }
}

describe('scheduleTasks', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

  it.each(databases.eachSupportedId())(
    'lets a run that was interrupted go on where it was, %p',
    async databaseId => {
      const source = new PagedSource();
      const harness = await ReadinessHarness.create({
        knex: await databases.init(databaseId),
        entities: [service('cart')],
        sources: [source],
      });
      const { readiness } = harness;
      // The process is killed at the third page: its run never ends.
      await new Promise<void>(resolve => {
        source.onPage = page =>
          page === 3 ? new Promise<never>(() => resolve()) : Promise.resolve();
        readiness.collector
          .collect(source, new AbortController().signal)
          .catch(() => {});
      });
      expect(source.read).toEqual([1, 2]);
      await expect(readiness.health.interrupted()).resolves.toEqual(
        new Set(['paged']),
      );

      source.onPage = async () => {};
      harness.wait(1000);
      const scheduler = mockServices.scheduler();
      await scheduleTasks({
        readiness,
        config: readReadinessConfig(mockServices.rootConfig()),
        scheduler,
        logger: mockServices.logger.mock(),
        maintain: async () => {},
        now: () => harness.now,
      });
      expect(source.read).toEqual([1, 2, 3, 4]);
      await expect(readiness.health.interrupted()).resolves.toEqual(new Set());
    },
  );
});
