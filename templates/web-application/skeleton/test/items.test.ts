import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Instance } from './support/Instance.js';
import { TestDatabase } from './support/TestDatabase.js';

describe('items', () => {
  let database: TestDatabase;
  let instance: Instance;

  beforeAll(async () => {
    database = await TestDatabase.start();
    instance = await Instance.start({
      entry: 'server',
      databaseUrl: database.url,
    });
  });

  afterAll(async () => {
    await instance?.stop();
    await database?.stop();
  });

  const put = (path: string, body: object) =>
    fetch(`${instance.url}${path}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  it('are created, read, changed and deleted', async () => {
    const created = await instance.post('/api/items', {
      name: 'Lamp',
      quantity: 3,
    });
    expect(created.status).toBe(201);
    const { id } = await created.json();
    expect(await (await instance.get(`/api/items/${id}`)).json()).toMatchObject(
      { name: 'Lamp', quantity: 3 },
    );
    expect(
      (await put(`/api/items/${id}`, { name: 'Lamp', quantity: 2 })).status,
    ).toBe(200);
    expect(await (await instance.get('/api/items')).json()).toMatchObject({
      items: [{ name: 'Lamp', quantity: 2 }],
    });
    const removed = await fetch(`${instance.url}/api/items/${id}`, {
      method: 'DELETE',
    });
    expect(removed.status).toBe(204);
    expect((await instance.get(`/api/items/${id}`)).status).toBe(404);
  });

  it('are refused with the field at fault', async () => {
    const response = await instance.post('/api/items', {
      name: '',
      quantity: -1,
    });
    expect(response.status).toBe(400);
    const { issues } = await response.json();
    expect(issues.map((issue: { field: string }) => issue.field)).toEqual([
      'name',
      'quantity',
    ]);
  });

  it('have a name of their own', async () => {
    const item = { name: 'Chair', quantity: 1 };
    expect((await instance.post('/api/items', item)).status).toBe(201);
    expect((await instance.post('/api/items', item)).status).toBe(409);
  });
});
