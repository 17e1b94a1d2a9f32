import { type Fault, upstreamIds } from '@airworthy/upstreams';
import { eventually } from '@airworthy/upstreams/testUtils';
import { z } from 'zod';
import { LivePortal, sourceOf } from './__testUtils__/LivePortal';

const sourcesSchema = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      status: z.string(),
      errors: z.array(z.object({ message: z.string() })),
    }),
  ),
});

/** What the health row of a source says about a fault. */
const words: Array<[Exclude<Fault, 'none'>, RegExp]> = [
  ['slow', /no whole answer within/],
  ['tooManyRequests', /429|rate limit|too many requests/i],
  ['serverError', /50[02]/],
  ['cutBody', /terminated|connection|ended|closed/i],
  ['wrongSchema', /unexpected|shape|schema|does not/i],
  ['expiredToken', /401|denied|credentials/i],
];

async function healthOf(portal: LivePortal, id: string) {
  const { items } = sourcesSchema.parse(await portal.get('/sources'));
  const health = items.find(item => item.id === id);
  return {
    status: health?.status,
    errors: health?.errors.map(({ message }) => message).join('\n') ?? '',
  };
}

describe('what every fault of every upstream does', () => {
  jest.setTimeout(180_000);

  it.each(words)(
    '%s: no fact is lost, health says it, no token is logged, and it heals by itself',
    async (fault, said) => {
      const portal = await LivePortal.start();
      try {
        const { upstreams } = portal;
        await Promise.all(upstreamIds.map(id => portal.collect(id)));
        const before = await Promise.all(
          upstreamIds.map(id => portal.factsOf(id)),
        );
        for (const facts of before) {
          expect(facts.length).toBeGreaterThan(5);
        }

        upstreamIds.forEach(id => upstreams.faults.set(id, fault));
        await Promise.all(upstreamIds.map(id => portal.collect(id)));
        const after = await Promise.all(
          upstreamIds.map(id => portal.factsOf(id)),
        );
        expect(after).toEqual(before);
        for (const id of upstreamIds) {
          const { status, errors } = await healthOf(portal, sourceOf[id]);
          expect([id, status]).toEqual([id, 'failing']);
          expect(errors).toMatch(said);
        }

        upstreams.faults.heal();
        await Promise.all(
          upstreamIds.map(id =>
            // An upstream that failed often is left alone for a while.
            eventually(
              `${id} recovers`,
              async () => {
                await portal.collect(id);
                return (await healthOf(portal, sourceOf[id])).status;
              },
              status => status === 'ok',
            ),
          ),
        );

        const log = portal.logged.join('\n');
        const stored = await portal.dump();
        expect(log).toContain('readiness');
        expect(stored).toContain(sourceOf.github);
        for (const token of Object.values(upstreams.company.tokens)) {
          expect(log).not.toContain(token);
          expect(stored).not.toContain(token);
        }
      } finally {
        await portal.stop();
      }
    },
  );
});
