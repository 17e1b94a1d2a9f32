/**
 * Where no catalog is asked, as by the scan of a directory, what the repository
 * names decides alone: hence `has()`. A catalog that is asked and does not answer
 * is an error, and the condition then unknown.
 */
export function namedInCatalog(fact: string): string {
  return `has(${fact}) && ${fact}.size() > 0`;
}

/**
 * Where a datastore exists: the entity depends on a Resource of a database
 * type, or the repository names a driver or a connection.
 */
export const DATASTORE_EXISTS = `${namedInCatalog(
  'datastore.resources',
)} || datastore.drivers.size() > 0`;

/**
 * Words by which drivers of Redis and Memcached are told from others. What
 * they reach is taken for a cache, which needs no backup and has no schema;
 * one that keeps data of record is named by a Resource in the catalog.
 */
const CACHE_DRIVERS = ['redis', 'memcache', 'jedis', 'lettuce', 'valkey'];

const isCache = CACHE_DRIVERS.map(
  word => `driver.lowerAscii().contains('${word}')`,
).join(' || ');

/** Where a datastore of record exists: any that is not a mere cache. */
export const DATASTORE_OF_RECORD_EXISTS = `${namedInCatalog(
  'datastore.resources',
)} || datastore.drivers.exists(driver, !(${isCache}))`;

/** Where a queue exists: named in the catalog, or by a client library. */
export const QUEUE_EXISTS = `${namedInCatalog(
  'queue.resources',
)} || queue.clients.size() > 0`;
