import { request, createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Instance } from './Instance.js';

/**
 * A load balancer as the ingress is one: it asks each instance whether it is
 * ready and sends requests to those that are.
 */
export class Balancer {
  static async start(instances: Instance[]): Promise<Balancer> {
    const balancer = new Balancer(instances);
    await balancer.check();
    balancer.timer = setInterval(() => void balancer.check(), 50);
    await new Promise<void>(resolve =>
      balancer.server.listen(0, '127.0.0.1', resolve),
    );
    return balancer;
  }

  private ready: Instance[] = [];
  private turn = 0;
  private timer: NodeJS.Timeout | undefined;
  private readonly server: Server;

  private constructor(private readonly instances: Instance[]) {
    this.server = createServer((incoming, outgoing) => {
      const target = this.ready[this.turn++ % Math.max(this.ready.length, 1)];
      if (!target) {
        outgoing.writeHead(503).end();
        return;
      }
      const passed = request(
        `${target.url}${incoming.url}`,
        { method: incoming.method, headers: incoming.headers },
        answer => {
          outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(outgoing);
        },
      );
      passed.on('error', () => outgoing.writeHead(502).end());
      incoming.pipe(passed);
    });
  }

  get url(): string {
    const { port } = this.server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  get readyCount(): number {
    return this.ready.length;
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.server.closeAllConnections();
    await new Promise(resolve => this.server.close(resolve));
  }

  private async check(): Promise<void> {
    const states = await Promise.all(
      this.instances.map(async instance => {
        try {
          return (await instance.get('/health/ready')).ok;
        } catch {
          return false;
        }
      }),
    );
    this.ready = this.instances.filter((_, index) => states[index]);
  }
}
