import { DatabaseManager } from '@backstage/backend-defaults/database';
import {
  coreServices,
  createServiceFactory,
  type DatabaseService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

/** Tables that only reading and writing scorecards touches. */
const EVALUATION_TABLES = /\b(evaluation_queue|scorecards|transitions)\b/;

/** Which batch a statement belongs to: it begins with what claims the queue. */
const CLAIM =
  /from\s*\(\s*select \* from evaluation_queue|update evaluation_queue set leased_until/i;

/** What one run of evaluations cost. */
export interface EvaluationCost {
  batches: number;
  /** Of the largest batch. */
  statements: number;
  seconds: number;
}

/**
 * Watches the statements of the readiness plugin, and so what evaluating costs,
 * without a word from the plugin itself.
 */
export class MeasuredEvaluation {
  #batches: Array<{ startedAt: number; endedAt: number; statements: number }> =
    [];

  /** Forgets what was measured so far. */
  reset(): void {
    this.#batches = [];
  }

  cost(): EvaluationCost {
    // The last claim finds the queue empty and is no batch.
    const batches = this.#batches.filter(batch => batch.statements > 1);
    const [first] = batches;
    const last = batches[batches.length - 1];
    return {
      batches: batches.length,
      statements: Math.max(0, ...batches.map(batch => batch.statements)),
      seconds: first ? (last.endedAt - first.startedAt) / 1000 : 0,
    };
  }

  /** Milliseconds since a batch last did anything; infinite before the first. */
  idleMs(): number {
    const last = this.#batches[this.#batches.length - 1];
    return last ? performance.now() - last.endedAt : Infinity;
  }

  /** The database service of the portal, with the readiness plugin's watched. */
  databaseFactory() {
    return createServiceFactory({
      service: coreServices.database,
      deps: {
        config: coreServices.rootConfig,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        plugin: coreServices.pluginMetadata,
      },
      createRootContext: ({ config }) => DatabaseManager.fromConfig(config),
      factory: ({ plugin, logger, lifecycle }, manager): DatabaseService => {
        const service = manager.forPlugin(plugin.getId(), {
          logger,
          lifecycle,
        });
        switch (plugin.getId()) {
          case 'readiness':
            return this.#watch(service);
          case 'catalog':
            return withoutSync(service);
          default:
            return service;
        }
      },
    });
  }

  #watch(service: DatabaseService): DatabaseService {
    let client: Promise<Knex> | undefined;
    return {
      ...service,
      getClient: () => {
        client ??= service.getClient().then(knex => {
          knex.on('query', (query: { sql: string }) => this.#count(query.sql));
          knex.on('query-response', () => this.#touch());
          return knex;
        });
        return client;
      },
    };
  }

  #count(sql: string): void {
    const now = performance.now();
    if (CLAIM.test(sql)) {
      this.#batches.push({ startedAt: now, endedAt: now, statements: 1 });
      return;
    }
    const batch = this.#batches[this.#batches.length - 1];
    if (
      batch &&
      (EVALUATION_TABLES.test(sql) || /^(begin|commit)/i.test(sql))
    ) {
      batch.statements += 1;
    }
  }

  #touch(): void {
    const batch = this.#batches[this.#batches.length - 1];
    if (batch) {
      batch.endedAt = performance.now();
    }
  }
}

/**
 * A database that does not wait for the disk. Filling the catalog is no part of
 * what is measured, and takes most of the time.
 */
function withoutSync(service: DatabaseService): DatabaseService {
  let client: Promise<Knex> | undefined;
  return {
    ...service,
    getClient: () => {
      client ??= service.getClient().then(async knex => {
        await knex.raw('pragma journal_mode = wal');
        await knex.raw('pragma synchronous = off');
        return knex;
      });
      return client;
    },
  };
}
