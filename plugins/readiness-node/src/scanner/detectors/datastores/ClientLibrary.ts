import type { Origin } from '@airworthy/plugin-readiness-common';
import type { Ecosystem } from '../support/dependencies/types';

/** What a check asks of a client; names of the fields of the fact. */
export type Setting = 'connectTimeoutMs' | 'statementTimeoutMs' | 'poolSize';

export const SETTINGS: readonly Setting[] = [
  'connectTimeoutMs',
  'statementTimeoutMs',
  'poolSize',
];

/** How a number is to be read where it bears no unit of its own. */
export type Unit = 'ms' | 's' | 'count';

/** Where a setting stands, by the library's own documentation. */
export interface Parameter {
  /**
   * For objects and keyword arguments the names from the outermost, joined by
   * dots; for calls the name of the method; for addresses that of the query
   * parameter.
   */
  name: string;
  unit: Unit;
  /** The value is a text such as `-c statement_timeout=5000` that holds it. */
  within?: 'options';
}

type Parameters = Partial<Record<Setting, readonly Parameter[]>>;

/**
 * A client library of a datastore and where its configuration stands. All names
 * are those of the libraries' own documentation.
 */
export interface ClientLibrary {
  /** For people: `pg`. */
  library: string;
  ecosystem: Ecosystem;
  /** Names in manifests; a trailing `*` means all that begin so. */
  packages: readonly string[];
  /** One of these stands in a file that uses it; the packages unless told. */
  imports?: readonly string[];
  /** Functions or constructors that make a client. */
  makers: readonly string[];
  /** Settings in the object or the keyword arguments given to a maker. */
  parameters?: Parameters;
  /** Settings as methods of a builder or as setters: `SetMaxOpenConns(15)`. */
  methods?: Parameters;
  /** Settings as assignments: `config.MaxConns = 15`. */
  assignments?: Parameters;
  /** Settings as parameters of the address. */
  address?: Parameters;
  /**
   * The address is where people usually configure this library: one that only
   * production knows may hold what the code lacks.
   */
  configuredByAddress?: boolean;
  /** One connection carries all requests: its pool has the size 1. */
  multiplexed?: boolean;
  /** Those of the makers that make one connection: a pool of 1. */
  single?: readonly string[];
  /** The dialect in which `SET statement_timeout = …` may stand in the source. */
  sql?: 'postgresql' | 'mysql';
  /**
   * Libraries of one family stand for one another: a driver needs no client of
   * its own where one of a pool or a query builder was found. `sql` unless told.
   */
  family?: string;
  /** It is about a datastore, and its configuration is not understood. */
  notUnderstood?: boolean;
}

/** One setting of a client: 0 where none is set, absent where it cannot be told. */
export interface SettingReading {
  value?: number;
  /** Why it cannot be told, as half a sentence. */
  reason?: string;
  origin: Origin;
}

/** One client as the repository configures it. */
export interface ClientReading {
  library: string;
  family: string;
  /** Where it is made. */
  origin: Origin;
  settings: Record<Setting, SettingReading>;
}
