import { once } from 'node:events';
import { createServer, type Server } from 'node:http';

/**
 * Answers at the port of a program that is not installed, so that whoever asks
 * learns what is missing.
 */
export class MissingProgram {
  static async start(options: {
    command: string;
    port: number;
  }): Promise<MissingProgram> {
    const { command, port } = options;
    const words = `${command} is not installed on this machine (Debian: apt-get install ${command})`;
    const server = createServer((_, response) => {
      response.writeHead(503, { 'content-type': 'application/json' });
      // The shape in which Prometheus tells of errors.
      response.end(
        JSON.stringify({
          status: 'error',
          errorType: 'unavailable',
          error: words,
        }),
      );
    });
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return new MissingProgram(server);
  }

  private constructor(private readonly server: Server) {}

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>(resolve => {
      this.server.close(() => resolve());
    });
  }
}
