import type { ClientLibrary } from '../ClientLibrary';
import { by, LIBPQ_ADDRESS, MONGO_ADDRESS, options } from './parameters';

/** Clients that Python uses. */
export const pythonLibraries: readonly ClientLibrary[] = [
  {
    library: 'SQLAlchemy',
    ecosystem: 'pypi',
    packages: ['sqlalchemy', 'flask-sqlalchemy', 'sqlmodel'],
    imports: ['sqlalchemy', 'sqlmodel'],
    makers: ['create_engine', 'create_async_engine', 'engine_from_config'],
    parameters: {
      connectTimeoutMs: by(
        's',
        'connect_args.connect_timeout',
        'connect_args.timeout',
      ),
      statementTimeoutMs: [
        ...options('connect_args.options'),
        ...by('ms', 'connect_args.server_settings.statement_timeout'),
        ...by('s', 'connect_args.command_timeout', 'connect_args.read_timeout'),
      ],
      poolSize: by('count', 'pool_size'),
    },
    address: { ...LIBPQ_ADDRESS, poolSize: [] },
    sql: 'postgresql',
  },
  {
    library: 'psycopg',
    ecosystem: 'pypi',
    packages: ['psycopg', 'psycopg2', 'psycopg2-binary', 'psycopg-pool'],
    imports: ['psycopg'],
    makers: [
      'psycopg.connect',
      'psycopg2.connect',
      'AsyncConnection.connect',
      'ConnectionPool',
      'AsyncConnectionPool',
      'SimpleConnectionPool',
      'ThreadedConnectionPool',
    ],
    parameters: {
      connectTimeoutMs: by(
        's',
        'connect_timeout',
        'kwargs.connect_timeout',
        'timeout',
      ),
      statementTimeoutMs: options('options', 'kwargs.options'),
      poolSize: by('count', 'max_size', 'maxconn'),
    },
    address: LIBPQ_ADDRESS,
    sql: 'postgresql',
  },
  {
    library: 'asyncpg',
    ecosystem: 'pypi',
    packages: ['asyncpg'],
    makers: ['asyncpg.create_pool', 'asyncpg.connect'],
    parameters: {
      connectTimeoutMs: by('s', 'timeout'),
      statementTimeoutMs: [
        ...by('s', 'command_timeout'),
        ...by('ms', 'server_settings.statement_timeout'),
      ],
      poolSize: by('count', 'max_size'),
    },
    sql: 'postgresql',
  },
  {
    library: 'redis-py',
    family: 'redis',
    ecosystem: 'pypi',
    packages: ['redis', 'aioredis'],
    imports: ['redis'],
    makers: [
      'Redis',
      'StrictRedis',
      'from_url',
      'ConnectionPool',
      'BlockingConnectionPool',
      'RedisCluster',
    ],
    parameters: {
      connectTimeoutMs: by('s', 'socket_connect_timeout'),
      statementTimeoutMs: by('s', 'socket_timeout'),
      poolSize: by('count', 'max_connections'),
    },
    address: {
      connectTimeoutMs: by('s', 'socket_connect_timeout'),
      statementTimeoutMs: by('s', 'socket_timeout'),
      poolSize: by('count', 'max_connections'),
    },
  },
  {
    library: 'pymongo',
    family: 'mongo',
    ecosystem: 'pypi',
    packages: ['pymongo', 'motor'],
    imports: ['pymongo', 'motor'],
    makers: ['MongoClient', 'AsyncIOMotorClient', 'AsyncMongoClient'],
    parameters: MONGO_ADDRESS,
    address: MONGO_ADDRESS,
    configuredByAddress: true,
  },
  {
    library: 'PyMySQL',
    ecosystem: 'pypi',
    packages: ['pymysql', 'mysqlclient', 'mysql-connector-python'],
    imports: ['pymysql', 'MySQLdb', 'mysql.connector'],
    makers: [
      'pymysql.connect',
      'MySQLdb.connect',
      'mysql.connector.connect',
      'MySQLConnectionPool',
    ],
    parameters: {
      connectTimeoutMs: by('s', 'connect_timeout', 'connection_timeout'),
      statementTimeoutMs: by('s', 'read_timeout'),
      poolSize: by('count', 'pool_size'),
    },
    sql: 'mysql',
  },
];
