import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { freePort } from '../testUtils';
import { upstreamsPlugin } from './upstreamsPlugin';

describe('upstreamsPlugin', () => {
  function start(data: object) {
    return startTestBackend({
      features: [
        upstreamsPlugin,
        mockServices.rootConfig.factory({ data: { ...data } }),
      ],
    });
  }

  it('starts the stand-ins where the config wants them, and ends them with the back end', async () => {
    const port = await freePort();
    const backend = await start({ upstreams: { port } });
    const faults = await fetch(`http://127.0.0.1:${port}/faults`);
    expect(faults.status).toBe(200);
    await backend.stop();
    await expect(fetch(`http://127.0.0.1:${port}/faults`)).rejects.toThrow();
  });

  it('starts nothing where it does not', async () => {
    const port = await freePort();
    const backend = await start({ backend: { baseUrl: 'http://a.test' } });
    await expect(fetch(`http://127.0.0.1:${port}/faults`)).rejects.toThrow();
    await backend.stop();
  });

  it('lets the portal start when the port is taken', async () => {
    const port = await freePort();
    const first = await start({ upstreams: { port } });
    const second = await start({ upstreams: { port } });
    expect((await fetch(`http://127.0.0.1:${port}/faults`)).status).toBe(200);
    await second.stop();
    await first.stop();
  });
});
