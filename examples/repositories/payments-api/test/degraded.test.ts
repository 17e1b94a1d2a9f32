import { afterEach, expect, it, vi } from 'vitest';

vi.mock('../src/config.js', () => ({
  config: { providerUrl: 'http://provider.test', fraudUrl: 'http://fraud.test' },
}));
vi.mock('../src/metrics.js', () => ({ unscored: { inc: vi.fn() } }));

const { fraudScore } = await import('../src/provider/fraud.js');
const { unscored } = await import('../src/metrics.js');

afterEach(() => vi.restoreAllMocks());

it('takes the payment unscored while fraud-scoring is down', async () => {
  vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('connection refused'));

  await expect(fraudScore('order-1')).resolves.toBeUndefined();
  expect(unscored.inc).toHaveBeenCalledTimes(1);
});
