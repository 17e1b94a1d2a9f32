/**
 * Where a datastore exists: the entity depends on a Resource of a database
 * type, or the repository names a driver or a connection.
 */
export const DATASTORE_EXISTS =
  'datastore.resources.size() > 0 || datastore.drivers.size() > 0';

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
export const DATASTORE_OF_RECORD_EXISTS = `datastore.resources.size() > 0 || datastore.drivers.exists(driver, !(${isCache}))`;

/** Where a queue exists: named in the catalog, or by a client library. */
export const QUEUE_EXISTS =
  'queue.resources.size() > 0 || queue.clients.size() > 0';
