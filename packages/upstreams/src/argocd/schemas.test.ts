import { setupServer } from 'msw/node';
import { Company } from '../model';
import { findShapeProblems } from '../testUtils';
import { createArgoCdHandlers } from './createArgoCdHandlers';

const BASE = 'http://argocd.test';
/** From the CustomResourceDefinition that Argo CD publishes. */
const APPLICATION = {
  module: '@kubernetes-models/argo-cd/argoproj.io/v1alpha1',
  model: 'Application',
};

interface AnsweredApplication {
  metadata: { name: string };
  status: { history?: Array<{ revision: string }> };
}

describe('shapes of the Argo CD stand-in', () => {
  const company = Company.generate({ services: 30 });
  company.services.forEach((service, index) => {
    service.states = index % 4 === 0 ? ['out-of-sync', 'failing-rollout'] : [];
  });
  const service = company.services.find(({ application }) => application);
  const server = setupServer(
    ...createArgoCdHandlers(company, { baseUrl: BASE }),
  );
  beforeAll(() => {
    for (const result of ['in-progress', 'failed'] as const) {
      company.deploy({
        service: service?.name ?? '',
        environment: 'production',
        version: '9',
        commit: {
          sha: '9'.repeat(40),
          message: 'm',
          committedAt: '2026-11-24T09:00:00Z',
        },
        deployedBy: 'mei',
        ...(result === 'failed' ? { finishedAt: '2026-11-24T10:00:00Z' } : {}),
        result,
        rollback: false,
        via: 'argocd',
      });
    }
    server.listen({ onUnhandledRequest: 'error' });
  });
  afterAll(() => server.close());

  async function ask<T>(path: string): Promise<T> {
    const response = await fetch(`${BASE}/api/v1/applications${path}`, {
      headers: { authorization: `Bearer ${company.tokens.argocd}` },
    });
    return response.json();
  }

  function shaped(application: object) {
    // What Argo CD answers is the object without its kind.
    return {
      ...APPLICATION,
      answer: {
        apiVersion: 'argoproj.io/v1alpha1',
        kind: 'Application',
        ...application,
      },
    };
  }

  it('gives applications as Argo CD defines them', async () => {
    const { items } = await ask<{ items: AnsweredApplication[] }>('');
    expect(items.length).toBeGreaterThan(10);
    const one = await ask<AnsweredApplication>(`/${items[0].metadata.name}`);
    expect(one.status.history?.length).toBeGreaterThan(0);
    expect(await findShapeProblems([...items, one].map(shaped))).toEqual([]);
  });

  it('gives of a list the fields that are asked for, and no history', async () => {
    const { items } = await ask<{ items: object[] }>(
      '?fields=items.metadata.name,items.status.sync.status,items.status.history',
    );
    expect(items[0]).toEqual({
      metadata: { name: expect.any(String) },
      status: { sync: { status: expect.stringMatching(/Synced|OutOfSync/) } },
    });
  });

  it('knows the commits of its history', async () => {
    const name = service?.application ?? '';
    const { status } = await ask<AnsweredApplication>(`/${name}`);
    const revision = status.history?.[0].revision ?? '';
    expect(await ask(`/${name}/revisions/${revision}/metadata`)).toEqual({
      author: expect.stringContaining('@'),
      date: expect.stringMatching(/Z$/),
      message: expect.any(String),
      tags: [expect.any(String)],
    });
  });

  it('refuses what is not there as what must not be seen', async () => {
    expect(await ask('/nothing')).toEqual({
      error: 'permission denied',
      code: 7,
      message: 'permission denied',
    });
  });
});
