import pg from 'pg';
import { migrate } from '../../src/database/migrate.js';
import {
  EmbeddedDatabase,
  temporaryDirectory,
} from '../../src/local/EmbeddedDatabase.js';
import { JobQueue } from '../../src/queue/JobQueue.js';
import { queues } from '../../src/reports/reportQueue.js';

/** A database with the schema, for one file of tests. */
export class TestDatabase {
  static async start(options: { upTo?: string } = {}): Promise<TestDatabase> {
    const server = await EmbeddedDatabase.start({
      directory: temporaryDirectory(),
      persistent: false,
    });
    await migrate(server.url, options);
    await JobQueue.migrate({
      connectionString: server.url,
      definitions: queues,
    });
    return new TestDatabase(server);
  }

  private constructor(private readonly server: EmbeddedDatabase) {}

  get url(): string {
    return this.server.url;
  }

  /** A session of its own, to look, or to stand in the way. */
  async connect(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: this.url });
    await client.connect();
    return client;
  }

  async stop(): Promise<void> {
    await this.server.stop();
  }
}
