import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../support/eventually.js';
import { Instance } from '../support/Instance.js';
import { TestDatabase } from '../support/TestDatabase.js';

describe('reports', () => {
  let database: TestDatabase;
  let server: Instance;
  let worker: Instance | undefined;

  beforeAll(async () => {
    database = await TestDatabase.start();
    server = await Instance.start({
      entry: 'server',
      databaseUrl: database.url,
    });
  });

  afterAll(async () => {
    await worker?.stop();
    await server?.stop();
    await database?.stop();
  });

  /** The states that a browser hears, until the stream ends. */
  async function follow(id: string, states: string[]): Promise<void> {
    const { body } = await server.get(`/api/reports/${id}/events`);
    let text = '';
    const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
    for (;;) {
      const chunk = await reader?.read();
      if (!chunk || chunk.done) {
        return;
      }
      text += chunk.value;
      const found = [...text.matchAll(/"status":"(\w+)"/g)].map(
        m => m[1] ?? '',
      );
      states.splice(0, states.length, ...found);
    }
  }

  it('a report is queued, made by the worker and announced', async () => {
    await server.post('/api/items', { name: '=1+1', quantity: 4 });
    const response = await server.post('/api/reports');
    expect(response.status).toBe(202);
    const { id, status } = await response.json();
    expect(status).toBe('waiting');
    expect(response.headers.get('location')).toBe(`/api/reports/${id}`);

    // No worker runs yet: the request was answered all the same.
    const states: string[] = [];
    const followed = follow(id, states);
    await eventually('the browser waits', async () => states.length > 0);
    expect((await server.get(`/api/reports/${id}/content`)).status).toBe(404);

    worker = await Instance.start({
      entry: 'worker',
      databaseUrl: database.url,
    });
    await followed;
    expect(states.at(-1)).toBe('ready');
    const content = await (
      await server.get(`/api/reports/${id}/content`)
    ).text();
    expect(content).toBe('name,quantity\n"\'=1+1",4');
    await eventually(
      'the attempt is counted',
      async () =>
        ((await worker?.metric('queue_job_duration_seconds_count')) ?? 0) > 0,
    );
  });
});
