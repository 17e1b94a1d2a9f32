import type { LoggerService } from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';

/**
 * Keeps what is logged, so that a test can look for what must not be there.
 *
 * @public
 */
export class RecordingLogger implements LoggerService {
  constructor(readonly lines: string[] = []) {}

  error(message: string, meta?: Error | JsonObject): void {
    this.#keep(message, meta);
  }

  warn(message: string, meta?: Error | JsonObject): void {
    this.#keep(message, meta);
  }

  info(message: string, meta?: Error | JsonObject): void {
    this.#keep(message, meta);
  }

  debug(message: string, meta?: Error | JsonObject): void {
    this.#keep(message, meta);
  }

  child(): LoggerService {
    return this;
  }

  #keep(message: string, meta?: Error | JsonObject): void {
    const more = meta instanceof Error ? meta.stack : JSON.stringify(meta);
    this.lines.push(`${message} ${more ?? ''}`);
  }
}
