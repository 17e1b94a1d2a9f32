import { afterEach, expect, it, vi } from 'vitest';

vi.mock('../src/config.js', () => ({
  config: { providerUrl: 'http://provider.test', fraudUrl: 'http://fraud.test' },
}));

const { capture } = await import('../src/provider/capture.js');

afterEach(() => vi.restoreAllMocks());

it('tries a capture again with the same key', async () => {
  const fetch = vi
    .spyOn(globalThis, 'fetch')
    .mockResolvedValueOnce(new Response(undefined, { status: 502 }))
    .mockResolvedValueOnce(new Response(undefined, { status: 201 }));

  await capture('payment-1', 1200);

  expect(fetch).toHaveBeenCalledTimes(2);
  for (const [, init] of fetch.mock.calls) {
    expect(new Headers(init?.headers).get('idempotency-key')).toBe('payment-1');
  }
});
