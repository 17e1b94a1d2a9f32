import pg from 'pg';
import { EventEmitter } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { DatabaseConfig } from '../database/databaseConfig.js';
import type { Lifecycle } from '../lifecycle.js';
import { logger } from '../logger.js';
import { REPORT_CHANNEL } from './ReportStore.js';

/**
 * Hears of finished reports, whichever worker made them: the database tells
 * every instance. A lost connection is opened again, and who waits is told to
 * look, since an announcement may have been missed.
 */
export class ReportFeed {
  private readonly events = new EventEmitter().setMaxListeners(0);
  private client: pg.Client | undefined;
  private stopped = false;

  constructor(private readonly config: DatabaseConfig) {}

  start(lifecycle: Lifecycle): void {
    lifecycle.onStop(async () => {
      this.stopped = true;
      this.events.emit('stop');
      await this.client?.end();
    });
    void this.listen();
  }

  /** Calls back when the report may have changed. Returns how to stop. */
  subscribe(id: string, listener: () => void): () => void {
    for (const event of [id, 'any', 'stop']) {
      this.events.on(event, listener);
    }
    return () => {
      for (const event of [id, 'any', 'stop']) {
        this.events.off(event, listener);
      }
    };
  }

  get isStopped(): boolean {
    return this.stopped;
  }

  private async listen(): Promise<void> {
    for (let wait = 100; !this.stopped; wait = Math.min(wait * 2, 5_000)) {
      try {
        await this.connect();
        wait = 100;
      } catch (error) {
        logger.warn({ err: error }, 'announcements are not heard');
      }
      await delay(wait, undefined, { ref: false });
    }
  }

  /** Ends when the connection does. */
  private async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.config.connectionString,
      ssl: this.config.ssl,
      connectionTimeoutMillis: this.config.connectTimeoutMs,
      statement_timeout: this.config.statementTimeoutMs,
      keepAlive: true,
    });
    const ended = new Promise<void>(resolve => {
      client.once('end', resolve);
      client.once('error', () => resolve());
    });
    client.on('notification', ({ payload }) => {
      if (payload) {
        this.events.emit(payload);
      }
    });
    await client.connect();
    this.client = client;
    await client.query(`LISTEN ${REPORT_CHANNEL}`);
    this.events.emit('any');
    await ended;
  }
}
