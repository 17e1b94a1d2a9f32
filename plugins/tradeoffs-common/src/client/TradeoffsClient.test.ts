import { TradeoffsClient } from './TradeoffsClient';

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

describe('TradeoffsClient', () => {
  it('repeats a filter for each of its values', async () => {
    const { requests, fetchApi } = recorder({ items: [], total: 0 });
    await new TradeoffsClient({ fetchApi }).listRecords({
      axis: ['cost-availability', 'automation-control'],
      state: ['contradicted'],
    });
    const url = new URL(requests[0].url);
    expect(requests[0].url).toMatch(/^plugin:\/\/tradeoffs\/records\?/);
    expect(url.searchParams.getAll('axis')).toEqual([
      'cost-availability',
      'automation-control',
    ]);
    expect(url.searchParams.getAll('state')).toEqual(['contradicted']);
  });

  it('asks discovery for the address where it is given', async () => {
    const { requests, fetchApi } = recorder({ id: 'payments-0007' });
    await new TradeoffsClient({
      fetchApi,
      discoveryApi: {
        getBaseUrl: async id => `http://localhost:7007/api/${id}`,
      },
    }).getRecord('payments-0007');
    expect(requests[0].url).toBe(
      'http://localhost:7007/api/tradeoffs/records/payments-0007',
    );
  });

  it('resolves a save that comes second to the text that is stored', async () => {
    const { fetchApi } = recorder(
      {
        error: { name: 'ConflictError', message: 'saved in between' },
        response: { statusCode: 409 },
        current: { content: '# Theirs', revision: 3 },
      },
      409,
    );
    await expect(
      new TradeoffsClient({ fetchApi }).updateRecord('payments-0007', {
        content: '# Mine',
        revision: 2,
      }),
    ).resolves.toEqual({
      outcome: 'conflict',
      current: { content: '# Theirs', revision: 3 },
    });
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
      new TradeoffsClient({ fetchApi }).setRecordStatus('payments-0007', {
        status: 'accepted',
        revision: 1,
      }),
    ).rejects.toMatchObject({
      name: 'ResponseError',
      cause: { name: 'NotAllowedError', message: 'not for you' },
    });
  });
});
