import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { eventually } from '../support/eventually.js';
import { Instance } from '../support/Instance.js';
import { TestDatabase } from '../support/TestDatabase.js';

describe('when the database becomes slow', () => {
  let database: TestDatabase;
  let instance: Instance;

  beforeAll(async () => {
    database = await TestDatabase.start();
    instance = await Instance.start({
      entry: 'server',
      databaseUrl: database.url,
      environment: { DATABASE_STATEMENT_TIMEOUT_MS: '200' },
    });
  });

  afterAll(async () => {
    await instance?.stop();
    await database?.stop();
  });

  it('a slow database ends in a 503 and opens the breaker', async () => {
    expect((await instance.get('/api/items')).status).toBe(200);

    // Whoever holds this lock keeps every statement on the table waiting.
    const blocker = await database.connect();
    await blocker.query('BEGIN; LOCK TABLE items IN ACCESS EXCLUSIVE MODE');

    const slow = await instance.get('/api/items');
    expect(slow.status).toBe(503);
    expect(slow.headers.get('retry-after')).toBe('5');
    expect(await slow.json()).toEqual({
      error: 'The database is slow; try again soon',
    });
    await eventually('the breaker is open', async () => {
      await instance.get('/api/items');
      return (await instance.metric('database_breaker_open')) === 1;
    });
    const refused = await instance.get('/api/items');
    expect(refused.status).toBe(503);
    expect(await refused.json()).toEqual({
      error: 'The database does not answer; try again soon',
    });
    expect(
      await instance.metric('database_query_duration_seconds_count', {
        statement: 'items.list',
        outcome: 'timeout',
      }),
    ).toBeGreaterThan(0);
    expect(
      await instance.metric('http_request_duration_seconds_count', {
        status: '503',
      }),
    ).toBeGreaterThan(0);
    // It stays alive: a restart would not make the database faster.
    expect((await instance.get('/health/live')).status).toBe(200);

    await blocker.query('ROLLBACK');
    await blocker.end();
    await eventually(
      'it recovers by itself',
      async () => (await instance.get('/api/items')).status === 200,
    );
    expect(await instance.metric('database_breaker_open')).toBe(0);
  });

  it('an alert looks at the metric that says so', async () => {
    const rules = parse(
      await readFile('deploy/base/prometheus-rule.yaml', 'utf8'),
    );
    const expressions: string[] = rules.spec.groups.flatMap(
      (group: { rules: Array<{ expr: string }> }) =>
        group.rules.map(({ expr }) => expr),
    );
    expect(
      expressions.filter(expr => expr.includes('database_breaker_open')),
    ).toHaveLength(1);
    expect(
      expressions.filter(expr =>
        expr.includes('http_request_duration_seconds_count'),
      ),
    ).not.toHaveLength(0);
  });
});
