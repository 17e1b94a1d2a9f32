import type { ClientLibrary } from '../ClientLibrary';

/** Datastore libraries that are known by name only, or by their own files. */
export const namedLibraries: readonly ClientLibrary[] = (
  [
    [
      'npm',
      [
        'prisma',
        '@prisma/client',
        'oracledb',
        'cassandra-driver',
        'neo4j-driver',
        'better-sqlite3',
        'sqlite3',
        'tedious',
        '@aws-sdk/client-dynamodb',
        '@mikro-orm/core',
        'memcached',
        'memjs',
        '@clickhouse/client',
      ],
    ],
    [
      'go',
      [
        'github.com/gocql/gocql',
        'github.com/aws/aws-sdk-go-v2/service/dynamodb',
        'github.com/elastic/go-elasticsearch',
        'github.com/bradfitz/gomemcache',
        'entgo.io/ent',
        'github.com/clickhouse/clickhouse-go',
      ],
    ],
    [
      'maven',
      [
        'org.mongodb:mongodb-driver-sync',
        'org.springframework.boot:spring-boot-starter-data-mongodb',
        'org.springframework.boot:spring-boot-starter-data-redis',
        'redis.clients:jedis',
        'io.lettuce:lettuce-core',
        'org.postgresql:r2dbc-postgresql',
        'io.quarkus:quarkus-jdbc-postgresql',
        'software.amazon.awssdk:dynamodb',
      ],
    ],
    [
      'pypi',
      [
        'cassandra-driver',
        'peewee',
        'tortoise-orm',
        'elasticsearch',
        'opensearch-py',
        'pymemcache',
        'neo4j',
        'cx-oracle',
        'oracledb',
        'aiomysql',
      ],
    ],
    ['gem', ['pg', 'mysql2', 'redis', 'mongoid', 'activerecord', 'sequel']],
    [
      'cargo',
      [
        'diesel',
        'tokio-postgres',
        'redis',
        'mongodb',
        'sea-orm',
        'deadpool-postgres',
      ],
    ],
    [
      'nuget',
      [
        'npgsql',
        'npgsql.entityframeworkcore.postgresql',
        'microsoft.data.sqlclient',
        'mysqlconnector',
        'mongodb.driver',
        'stackexchange.redis',
      ],
    ],
  ] as const
).flatMap(([ecosystem, packages]) =>
  packages.map(name => ({
    library: name,
    ecosystem,
    packages: [name],
    makers: [],
    notUnderstood: true,
    family: familyOf(name),
  })),
);

/** Drivers that pools and query builders stand for are of the family `sql`. */
function familyOf(name: string): string {
  if (/redis|jedis|lettuce/.test(name)) {
    return 'redis';
  }
  if (/mongo/.test(name)) {
    return 'mongo';
  }
  return /dynamodb|cassandra|gocql|neo4j|elasticsearch|opensearch|memcache|memjs|clickhouse/.test(
    name,
  )
    ? name
    : 'sql';
}
