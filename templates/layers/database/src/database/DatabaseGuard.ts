import {
  BrokenCircuitError,
  CircuitState,
  circuitBreaker,
  ConsecutiveBreaker,
  handleWhen,
} from 'cockatiel';
import { Gauge, Histogram } from 'prom-client';
import { Unavailable } from '../http/Unavailable.js';
import { register } from '../metrics.js';

const queryDuration = new Histogram({
  name: 'database_query_duration_seconds',
  help: 'Time of a statement, waiting for a connection included',
  labelNames: ['statement', 'outcome'] as const,
  buckets: [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 3, 5],
  registers: [register],
});

const breakerOpen = new Gauge({
  name: 'database_breaker_open',
  help: '1 while no statement is sent, because the last ones got no answer',
  registers: [register],
});

/** SQLSTATE classes of a server that cannot answer now. */
const UNAVAILABLE = /^(?:08|53|57)/;

/**
 * Stands between the service and a database that may be slow or gone. After
 * five statements in a row without an answer it stops asking for five seconds,
 * so that requests fail at once instead of piling up.
 */
export class DatabaseGuard {
  private readonly breaker = circuitBreaker(handleWhen(isUnavailable), {
    halfOpenAfter: 5_000,
    breaker: new ConsecutiveBreaker(5),
  });

  constructor() {
    breakerOpen.set(0);
    this.breaker.onStateChange(state =>
      breakerOpen.set(state === CircuitState.Open ? 1 : 0),
    );
  }

  /**
   * @param statement - a name for metrics
   * @throws Unavailable where the database does not answer in time
   */
  async run<T>(statement: string, query: () => Promise<T>): Promise<T> {
    const stop = queryDuration.startTimer({ statement });
    try {
      const result = await this.breaker.execute(query);
      stop({ outcome: 'ok' });
      return result;
    } catch (error) {
      if (error instanceof BrokenCircuitError) {
        stop({ outcome: 'refused' });
        throw new Unavailable('The database does not answer; try again soon');
      }
      if (isUnavailable(error)) {
        stop({ outcome: 'timeout' });
        throw new Unavailable('The database is slow; try again soon');
      }
      stop({ outcome: 'error' });
      throw error;
    }
  }
}

function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) {
    return false;
  }
  if ('code' in error && typeof error.code === 'string') {
    return (
      UNAVAILABLE.test(error.code) ||
      ['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE'].includes(error.code)
    );
  }
  // What the driver says of its own limits carries no code.
  return /timeout|terminated/i.test(error.message);
}
