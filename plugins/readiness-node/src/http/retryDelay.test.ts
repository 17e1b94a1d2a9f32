import { readRetryAfter, retryDelay } from './retryDelay';

const NOW = Date.parse('2026-11-23T12:00:00Z');

describe('retryDelay', () => {
  const options = { initialDelay: 100, maxDelay: 1000 };

  it('doubles up to its maximum', () => {
    const delays = [1, 2, 3, 4, 5, 6].map(attempt =>
      retryDelay({ ...options, attempt, random: 1 }),
    );
    expect(delays).toEqual([100, 200, 400, 800, 1000, 1000]);
  });

  it('varies over the upper half', () => {
    expect(retryDelay({ ...options, attempt: 2, random: 0 })).toBe(100);
    expect(retryDelay({ ...options, attempt: 2, random: 0.5 })).toBe(150);
  });

  it('waits as long as it is asked to', () => {
    expect(
      retryDelay({ ...options, attempt: 1, random: 1, retryAfter: 5000 }),
    ).toBe(5000);
    expect(
      retryDelay({ ...options, attempt: 1, random: 1, retryAfter: 0 }),
    ).toBe(100);
  });
});

describe('readRetryAfter', () => {
  it.each<[Record<string, string>, number | undefined]>([
    [{}, undefined],
    [{ 'retry-after': '7' }, 7000],
    [{ 'retry-after': 'Mon, 23 Nov 2026 12:00:09 GMT' }, 9000],
    [{ 'retry-after': 'Mon, 23 Nov 2026 11:00:00 GMT' }, 0],
    [{ 'retry-after': 'soon' }, undefined],
    [
      {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(NOW / 1000 + 30),
      },
      30_000,
    ],
    [
      {
        'x-ratelimit-remaining': '12',
        'x-ratelimit-reset': String(NOW / 1000 + 30),
      },
      undefined,
    ],
    [{ 'ratelimit-remaining': '0', 'ratelimit-reset': '4' }, 4000],
    [{ 'ratelimit-reset': '4' }, undefined],
  ])('%j asks to wait %s ms', (headers, expected) => {
    expect(readRetryAfter(new Headers(headers), NOW)).toBe(expected);
  });
});
