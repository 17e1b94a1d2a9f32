import { NotAllowedError, ResponseError } from '@backstage/errors';
import { problemOf } from './problem';

const now = Date.parse('2026-11-23T14:05:00Z');

async function responseError(status: number, name: string, message: string) {
  const body = {
    error: { name, message },
    request: { method: 'GET', url: '/scorecards' },
    response: { statusCode: status },
  };
  return ResponseError.fromResponse(
    new Response(JSON.stringify(body), {
      status,
      headers: { 'content-type': 'application/json' },
    }),
  );
}

describe('problemOf', () => {
  it.each([
    [403, 'NotAllowedError', 'no-access'],
    [404, 'NotFoundError', 'not-found'],
    [503, 'ServiceUnavailableError', 'failed'],
  ])('takes an answer of %s for what it means', async (status, name, kind) => {
    const error = await responseError(status, name, 'database unavailable');
    expect(problemOf(error, now)).toEqual({
      kind,
      message: `${status}, database unavailable`,
      details: `${name}: ${status}, database unavailable\nGET /scorecards\n2026-11-23T14:05:00.000Z`,
      at: '2026-11-23T14:05:00.000Z',
    });
  });

  it('knows an error that was thrown on this side', () => {
    expect(problemOf(new NotAllowedError('no'), now).kind).toBe('no-access');
    expect(problemOf(new TypeError('Failed to fetch'), now)).toMatchObject({
      kind: 'failed',
      message: 'Failed to fetch',
    });
    expect(problemOf('odd', now).message).toBe('odd');
  });
});
