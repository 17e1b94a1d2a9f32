import { Company } from '../model';
import { faults as knownFaults } from '../faults';
import { upstreamIds, type UpstreamId } from '../standIn';
import { startUpstreams, type RunningUpstreams } from './startUpstreams';

describe('startUpstreams', () => {
  const company = Company.demo();
  const { tokens } = company;
  let upstreams: RunningUpstreams;

  beforeAll(async () => {
    upstreams = await startUpstreams({
      company,
      port: 0,
      slowBy: 1,
      retryAfter: 7,
    });
  });
  afterEach(() => {
    upstreams.faults.heal();
    upstreams.calls.clear();
  });
  afterAll(async () => {
    await upstreams.stop();
  });

  const authorization: Record<UpstreamId, string> = {
    github: `Bearer ${tokens.github}`,
    kubernetes: `Bearer ${tokens.kubernetes}`,
    argocd: `Bearer ${tokens.argocd}`,
    pagerduty: `Token token=${tokens.pagerduty}`,
  };

  function ask(upstream: UpstreamId, header = authorization[upstream]) {
    return fetch(`${upstreams.urlOf(upstream)}/nothing/here?page=2`, {
      headers: { authorization: header },
    });
  }

  it.each(upstreamIds)('%s checks its token and counts', async upstream => {
    expect((await ask(upstream, 'Bearer wrong')).status).toBe(401);
    expect((await ask(upstream)).status).toBe(404);
    expect(upstreams.calls.of(upstream)).toEqual([
      { upstream, method: 'GET', path: '/nothing/here?page=2', status: 401 },
      { upstream, method: 'GET', path: '/nothing/here?page=2', status: 404 },
    ]);
    expect(upstreams.calls.count()).toBe(2);
  });

  it('has no other paths', async () => {
    expect((await fetch(`${upstreams.url}/elsewhere`)).status).toBe(404);
  });

  describe('fault switch', () => {
    function set(upstream: string, fault: unknown) {
      return fetch(`${upstreams.url}/faults/${upstream}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ fault }),
      });
    }

    it('is set, read and healed over HTTP', async () => {
      expect((await set('argocd', 'slow')).status).toBe(200);
      expect(await (await fetch(`${upstreams.url}/faults`)).json()).toEqual({
        github: 'none',
        kubernetes: 'none',
        argocd: 'slow',
        pagerduty: 'none',
      });
      await fetch(`${upstreams.url}/faults`, { method: 'DELETE' });
      expect(upstreams.faults.get('argocd')).toBe('none');
    });

    it('names what it knows when it is asked for something else', async () => {
      const fault = await set('argocd', 'earthquake');
      expect(fault.status).toBe(400);
      expect(await fault.text()).toContain(knownFaults.join(', '));
      const upstream = await set('gitlab', 'slow');
      expect(upstream.status).toBe(404);
      expect(await upstream.text()).toContain(upstreamIds.join(', '));
    });

    it.each(upstreamIds)('breaks %s in every way', async upstream => {
      await set(upstream, 'serverError');
      expect((await ask(upstream)).status).toBeGreaterThanOrEqual(500);

      await set(upstream, 'tooManyRequests');
      const limited = await ask(upstream);
      expect(limited.status).toBe(429);
      expect(limited.headers.get('retry-after')).toBe('7');

      await set(upstream, 'expiredToken');
      expect((await ask(upstream)).status).toBe(401);

      await set(upstream, 'cutBody');
      const cut = await ask(upstream);
      await expect(cut.text()).rejects.toThrow('terminated');

      await set(upstream, 'wrongSchema');
      expect(await (await ask(upstream)).json()).toEqual([
        { data: 'moved', items: 7 },
      ]);

      await set(upstream, 'slow');
      expect((await ask(upstream)).status).toBe(404);

      await set(upstream, 'none');
      expect((await ask(upstream)).status).toBe(404);
    });

    it('breaks nothing else', async () => {
      await set('github', 'serverError');
      expect((await ask('pagerduty')).status).toBe(404);
    });
  });
});
