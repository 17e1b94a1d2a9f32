import { AsyncLocalStorage } from 'node:async_hooks';
import { tracingChannel } from 'node:diagnostics_channel';
import {
  EVALUATION_CHANNEL,
  type EvaluationTrace,
} from '@airworthy/plugin-readiness-backend';
import { DatabaseManager } from '@backstage/backend-defaults/database';
import {
  coreServices,
  createServiceFactory,
  type DatabaseService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

/** What one run of evaluations cost. */
export interface EvaluationCost {
  batches: number;
  /** Of the largest batch. */
  statements: number;
  /** From the beginning of the first batch to the end of the last. */
  seconds: number;
  /** Of one core, over all threads of this process, within that time. */
  cpuSeconds: number;
}

interface MeasuredBatch {
  startedAt: number;
  endedAt: number;
  cpuBefore: NodeJS.CpuUsage;
  cpuAfter: NodeJS.CpuUsage;
  statements: number;
  entities: number;
}

/**
 * Watches what evaluating costs: the plugin says when a batch begins and ends,
 * and every statement of its database counts for the batch in whose asynchronous
 * context it is made. Requests and tasks that run at the same time do not.
 */
export class MeasuredEvaluation {
  readonly #context = new AsyncLocalStorage<EvaluationTrace>();
  readonly #channel = tracingChannel<EvaluationTrace>(EVALUATION_CHANNEL);
  readonly #running = new Map<EvaluationTrace, MeasuredBatch>();
  readonly #onStart = () => this.#begin();
  readonly #onEnd = () => this.#end();
  #batches: MeasuredBatch[] = [];
  #restingSince: number | undefined;

  constructor() {
    // The plugin names each batch; its name follows what the batch awaits.
    this.#channel.start.bindStore(this.#context);
    this.#channel.start.subscribe(this.#onStart);
    this.#channel.asyncEnd.subscribe(this.#onEnd);
  }

  /** Leaves the channel to the next portal of this process. */
  stop(): void {
    this.#channel.start.unbindStore(this.#context);
    this.#channel.start.unsubscribe(this.#onStart);
    this.#channel.asyncEnd.unsubscribe(this.#onEnd);
  }

  cost(): EvaluationCost {
    const [first] = this.#batches;
    const last = this.#batches[this.#batches.length - 1];
    return {
      batches: this.#batches.length,
      statements: Math.max(0, ...this.#batches.map(batch => batch.statements)),
      seconds: first ? (last.endedAt - first.startedAt) / 1000 : 0,
      cpuSeconds: first
        ? (totalOf(last.cpuAfter) - totalOf(first.cpuBefore)) / 1e6
        : 0,
    };
  }

  /** Entities evaluated so far. */
  evaluated(): number {
    return this.#batches.reduce((sum, batch) => sum + batch.entities, 0);
  }

  /** Milliseconds since a batch found the queue empty; 0 where the last did not. */
  restingMs(): number {
    return this.#restingSince === undefined
      ? 0
      : performance.now() - this.#restingSince;
  }

  #begin(): void {
    const trace = this.#context.getStore();
    if (!trace) {
      return;
    }
    const now = performance.now();
    const cpu = process.cpuUsage();
    this.#running.set(trace, {
      startedAt: now,
      endedAt: now,
      cpuBefore: cpu,
      cpuAfter: cpu,
      statements: 0,
      entities: 0,
    });
  }

  #count(): void {
    const trace = this.#context.getStore();
    const batch = trace && this.#running.get(trace);
    if (batch) {
      batch.statements += 1;
    }
  }

  #end(): void {
    const trace = this.#context.getStore();
    const batch = trace && this.#running.get(trace);
    if (!batch) {
      return;
    }
    this.#running.delete(trace);
    batch.endedAt = performance.now();
    batch.cpuAfter = process.cpuUsage();
    batch.entities = trace.entities;
    if (trace.entities > 0) {
      this.#batches.push(batch);
      this.#restingSince = undefined;
    } else {
      this.#restingSince ??= batch.endedAt;
    }
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
          knex.on('query', () => this.#count());
          return knex;
        });
        return client;
      },
    };
  }
}

function totalOf(usage: NodeJS.CpuUsage): number {
  return usage.user + usage.system;
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
