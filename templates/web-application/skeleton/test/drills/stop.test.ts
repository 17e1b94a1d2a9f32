import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Balancer } from '../support/Balancer.js';
import { eventually } from '../support/eventually.js';
import { Instance } from '../support/Instance.js';
import { TestDatabase } from '../support/TestDatabase.js';

describe('two instances behind a load balancer', () => {
  let database: TestDatabase;
  let instances: Instance[] = [];
  let balancer: Balancer;

  const start = () =>
    Instance.start({
      entry: 'server',
      databaseUrl: database.url,
      environment: { DRAIN_MS: '500', REQUESTS_PER_MINUTE: '1000000' },
    });

  beforeAll(async () => {
    database = await TestDatabase.start();
    instances = await Promise.all([start(), start()]);
    balancer = await Balancer.start(instances);
  });

  afterAll(async () => {
    await balancer?.stop();
    await Promise.all(instances.map(instance => instance.stop()));
    await database?.stop();
  });

  it('an instance that is told to stop loses no request', async () => {
    const [leaving] = instances;
    let sending = true;
    const statuses = new Map<number, number>();
    const senders = Array.from({ length: 8 }, async () => {
      while (sending) {
        const { status } = await fetch(`${balancer.url}/api/items`);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
    });
    await eventually(
      'both are asked',
      async () => (statuses.get(200) ?? 0) > 50,
    );

    leaving?.signal('SIGTERM');
    await eventually(
      'the load balancer has noticed',
      async () => balancer.readyCount === 1,
    );
    expect(await leaving?.exit()).toBe(0);
    const before = statuses.get(200) ?? 0;
    await eventually(
      'the other goes on',
      async () => (statuses.get(200) ?? 0) > before + 50,
    );
    sending = false;
    await Promise.all(senders);
    expect([...statuses.keys()]).toEqual([200]);
  });

  it('the loss of an instance is noticed, and the other serves', async () => {
    const survivor = await start();
    instances.push(survivor);
    const [, dying] = instances;
    dying?.signal('SIGKILL');
    await dying?.exit();
    const own = await Balancer.start(instances);
    try {
      await eventually('one is left', async () => own.readyCount === 1);
      expect((await fetch(`${own.url}/api/items`)).status).toBe(200);
    } finally {
      await own.stop();
    }
  });
});
