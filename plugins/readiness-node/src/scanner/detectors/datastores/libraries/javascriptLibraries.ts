import type { ClientLibrary } from '../ClientLibrary';
import { by, LIBPQ_ADDRESS, MONGO_ADDRESS, options } from './parameters';

const NODE_POSTGRES = {
  connectTimeoutMs: by('ms', 'connectionTimeoutMillis'),
  statementTimeoutMs: [
    ...by('ms', 'statement_timeout', 'query_timeout'),
    ...options('options'),
  ],
  poolSize: by('count', 'max'),
};

/** Clients that JavaScript and TypeScript use. */
export const javascriptLibraries: readonly ClientLibrary[] = [
  {
    library: 'pg',
    ecosystem: 'npm',
    packages: ['pg', 'pg-pool', '@neondatabase/serverless'],
    makers: ['Pool', 'Client'],
    single: ['Client'],
    parameters: NODE_POSTGRES,
    address: { statementTimeoutMs: LIBPQ_ADDRESS.statementTimeoutMs },
    sql: 'postgresql',
  },
  {
    library: 'pg-promise',
    ecosystem: 'npm',
    packages: ['pg-promise'],
    makers: ['pgp'],
    parameters: NODE_POSTGRES,
    sql: 'postgresql',
  },
  {
    library: 'postgres',
    ecosystem: 'npm',
    packages: ['postgres'],
    makers: ['postgres'],
    parameters: {
      connectTimeoutMs: by('s', 'connect_timeout'),
      statementTimeoutMs: by('ms', 'connection.statement_timeout'),
      poolSize: by('count', 'max'),
    },
    address: { ...LIBPQ_ADDRESS, poolSize: by('count', 'max') },
    sql: 'postgresql',
  },
  {
    library: 'knex',
    ecosystem: 'npm',
    packages: ['knex'],
    makers: ['knex', 'Knex'],
    parameters: {
      connectTimeoutMs: by(
        'ms',
        'connection.connectionTimeoutMillis',
        'connection.connectTimeout',
        'acquireConnectionTimeout',
      ),
      statementTimeoutMs: by(
        'ms',
        'connection.statement_timeout',
        'connection.query_timeout',
      ),
      poolSize: by('count', 'pool.max'),
    },
    sql: 'postgresql',
  },
  {
    library: 'sequelize',
    ecosystem: 'npm',
    packages: ['sequelize', 'sequelize-typescript'],
    makers: ['Sequelize'],
    parameters: {
      connectTimeoutMs: by(
        'ms',
        'dialectOptions.connectionTimeoutMillis',
        'dialectOptions.connectTimeout',
        'pool.acquire',
      ),
      statementTimeoutMs: by(
        'ms',
        'dialectOptions.statement_timeout',
        'dialectOptions.query_timeout',
        'dialectOptions.options.requestTimeout',
      ),
      poolSize: by('count', 'pool.max'),
    },
    sql: 'postgresql',
  },
  {
    library: 'typeorm',
    ecosystem: 'npm',
    packages: ['typeorm', '@nestjs/typeorm'],
    makers: ['DataSource', 'createConnection', 'forRoot'],
    parameters: {
      connectTimeoutMs: by(
        'ms',
        'connectTimeoutMS',
        'connectTimeout',
        'extra.connectionTimeoutMillis',
        'extra.connectTimeout',
      ),
      statementTimeoutMs: by(
        'ms',
        'extra.statement_timeout',
        'extra.query_timeout',
        'maxQueryExecutionTime',
      ),
      poolSize: by('count', 'poolSize', 'extra.max', 'extra.connectionLimit'),
    },
    sql: 'postgresql',
  },
  {
    library: 'mysql2',
    ecosystem: 'npm',
    packages: ['mysql2', 'mysql'],
    makers: ['createPool', 'createConnection'],
    parameters: {
      connectTimeoutMs: by('ms', 'connectTimeout'),
      poolSize: by('count', 'connectionLimit'),
    },
    sql: 'mysql',
  },
  {
    library: 'mongodb',
    family: 'mongo',
    ecosystem: 'npm',
    packages: ['mongodb'],
    makers: ['MongoClient'],
    parameters: MONGO_ADDRESS,
    address: MONGO_ADDRESS,
    configuredByAddress: true,
  },
  {
    library: 'mongoose',
    family: 'mongo',
    ecosystem: 'npm',
    packages: ['mongoose', '@nestjs/mongoose'],
    makers: ['mongoose.connect', 'createConnection', 'connect'],
    parameters: MONGO_ADDRESS,
    address: MONGO_ADDRESS,
    configuredByAddress: true,
  },
  {
    library: 'ioredis',
    family: 'redis',
    ecosystem: 'npm',
    packages: ['ioredis'],
    makers: ['Redis', 'IORedis', 'Cluster'],
    parameters: {
      connectTimeoutMs: by(
        'ms',
        'connectTimeout',
        'redisOptions.connectTimeout',
      ),
      statementTimeoutMs: by(
        'ms',
        'commandTimeout',
        'redisOptions.commandTimeout',
        'socketTimeout',
      ),
    },
    multiplexed: true,
  },
  {
    library: 'redis',
    family: 'redis',
    ecosystem: 'npm',
    packages: ['redis', '@redis/client'],
    makers: ['createClient', 'createCluster'],
    parameters: {
      connectTimeoutMs: by(
        'ms',
        'socket.connectTimeout',
        'defaults.socket.connectTimeout',
      ),
      statementTimeoutMs: by(
        'ms',
        'commandOptions.timeout',
        'socket.socketTimeout',
      ),
    },
    multiplexed: true,
  },
  {
    library: 'opensearch',
    family: 'search',
    ecosystem: 'npm',
    packages: ['@opensearch-project/opensearch', '@elastic/elasticsearch'],
    makers: ['Client'],
    parameters: {
      connectTimeoutMs: by('ms', 'requestTimeout'),
      statementTimeoutMs: by('ms', 'requestTimeout'),
      poolSize: by('count', 'agent.maxSockets', 'agent.connections'),
    },
  },
  {
    library: 'mssql',
    ecosystem: 'npm',
    packages: ['mssql'],
    makers: ['ConnectionPool', 'sql.connect'],
    parameters: {
      connectTimeoutMs: by('ms', 'connectionTimeout'),
      statementTimeoutMs: by('ms', 'requestTimeout'),
      poolSize: by('count', 'pool.max'),
    },
  },
  {
    library: 'prisma',
    ecosystem: 'npm',
    packages: ['@prisma/adapter-pg'],
    makers: ['PrismaPg'],
    parameters: NODE_POSTGRES,
    sql: 'postgresql',
  },
];
