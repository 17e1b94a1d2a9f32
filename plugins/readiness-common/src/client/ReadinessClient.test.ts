import { ReadinessClient } from './ReadinessClient';

function recorder(body: unknown, status = 200) {
  const requests: Request[] = [];
  const fetchApi = {
    fetch: async (input: RequestInfo | URL, init?: RequestInit) => {
      requests.push(new Request(input, init));
      return new Response(JSON.stringify(body), {
        status,
        headers: { 'content-type': 'application/json' },
      });
    },
  };
  return { requests, fetchApi };
}

describe('ReadinessClient', () => {
  it('repeats a filter for each of its values', async () => {
    const { requests, fetchApi } = recorder({ items: [], total: 0 });
    await new ReadinessClient({ fetchApi }).listScorecards({
      owner: ['group:default/a', 'group:default/b'],
      status: ['replicas:fail'],
      limit: 50000,
    });
    const url = new URL(requests[0].url);
    expect(requests[0].url).toMatch(/^plugin:\/\/readiness\/scorecards\?/);
    expect(url.searchParams.getAll('owner')).toEqual([
      'group:default/a',
      'group:default/b',
    ]);
    expect(url.searchParams.getAll('status')).toEqual(['replicas:fail']);
    expect(url.searchParams.get('limit')).toBe('50000');
  });

  it('asks discovery for the address where it is given', async () => {
    const { requests, fetchApi } = recorder({ entityRef: 'x' });
    await new ReadinessClient({
      fetchApi,
      discoveryApi: {
        getBaseUrl: async id => `http://localhost:7007/api/${id}`,
      },
    }).getScorecard('component:default/payments-api');
    expect(requests[0].url).toBe(
      'http://localhost:7007/api/readiness/scorecards/component/default/payments-api',
    );
  });

  it('rejects with the error that the back end names', async () => {
    const { fetchApi } = recorder(
      {
        error: { name: 'NotAllowedError', message: 'not for you' },
        response: { statusCode: 403 },
      },
      403,
    );
    await expect(
      new ReadinessClient({ fetchApi }).getScorecard('component:default/x'),
    ).rejects.toMatchObject({
      name: 'ResponseError',
      cause: { name: 'NotAllowedError', message: 'not for you' },
    });
  });
});
