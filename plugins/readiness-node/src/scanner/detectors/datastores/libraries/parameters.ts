import type { Parameter, Unit } from '../ClientLibrary';

/** Parameters whose numbers are in a unit. */
export function by(unit: Unit, ...names: string[]): Parameter[] {
  return names.map(name => ({ name, unit }));
}

/** Parameters whose text holds `-c statement_timeout=…`. */
export function options(...names: string[]): Parameter[] {
  return names.map(name => ({ name, unit: 'ms', within: 'options' }));
}

/** Parameters of an address as libpq, pgx and lib/pq read it. */
export const LIBPQ_ADDRESS = {
  connectTimeoutMs: by('s', 'connect_timeout'),
  statementTimeoutMs: [...by('ms', 'statement_timeout'), ...options('options')],
  poolSize: by('count', 'pool_max_conns'),
};

/** Options of a MongoDB address, and of its clients. */
export const MONGO_ADDRESS = {
  connectTimeoutMs: by(
    'ms',
    'connectTimeoutMS',
    'serverSelectionTimeoutMS',
    'timeoutMS',
  ),
  statementTimeoutMs: by('ms', 'timeoutMS', 'socketTimeoutMS'),
  poolSize: by('count', 'maxPoolSize'),
};
