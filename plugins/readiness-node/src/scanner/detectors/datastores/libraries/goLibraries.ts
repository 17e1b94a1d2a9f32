import type { ClientLibrary } from '../ClientLibrary';
import { by, LIBPQ_ADDRESS, MONGO_ADDRESS } from './parameters';

/** Clients that Go uses. */
export const goLibraries: readonly ClientLibrary[] = [
  {
    library: 'pgxpool',
    ecosystem: 'go',
    packages: ['github.com/jackc/pgx'],
    imports: [
      'github.com/jackc/pgx/v5/pgxpool',
      'github.com/jackc/pgx/v4/pgxpool',
    ],
    makers: [
      'pgxpool.New',
      'pgxpool.NewWithConfig',
      'pgxpool.ParseConfig',
      'pgxpool.Connect',
      'pgxpool.ConnectConfig',
    ],
    assignments: {
      connectTimeoutMs: by('ms', 'ConnConfig.ConnectTimeout', 'ConnectTimeout'),
      statementTimeoutMs: by('ms', 'RuntimeParams["statement_timeout"]'),
      poolSize: by('count', 'MaxConns'),
    },
    address: LIBPQ_ADDRESS,
    configuredByAddress: true,
    sql: 'postgresql',
  },
  {
    library: 'pgx',
    ecosystem: 'go',
    packages: ['github.com/jackc/pgx'],
    imports: ['github.com/jackc/pgx/v5"', 'github.com/jackc/pgx/v4"'],
    makers: ['pgx.Connect', 'pgx.ConnectConfig'],
    assignments: {
      connectTimeoutMs: by('ms', 'ConnectTimeout'),
      statementTimeoutMs: by('ms', 'RuntimeParams["statement_timeout"]'),
    },
    address: LIBPQ_ADDRESS,
    configuredByAddress: true,
    sql: 'postgresql',
  },
  {
    library: 'sql.DB',
    ecosystem: 'go',
    packages: [
      'github.com/jackc/pgx',
      'github.com/lib/pq',
      'github.com/go-sql-driver/mysql',
      'gorm.io/driver/*',
      'github.com/jmoiron/sqlx',
    ],
    imports: ['"database/sql"', 'gorm.io/gorm', 'github.com/jmoiron/sqlx'],
    makers: [
      'sql.Open',
      'sqlx.Open',
      'sqlx.Connect',
      'sqlx.MustConnect',
      'gorm.Open',
      'stdlib.OpenDB',
    ],
    methods: { poolSize: by('count', 'SetMaxOpenConns') },
    address: {
      connectTimeoutMs: [
        ...LIBPQ_ADDRESS.connectTimeoutMs,
        ...by('s', 'timeout'),
      ],
      statementTimeoutMs: [
        ...LIBPQ_ADDRESS.statementTimeoutMs,
        ...by('s', 'readTimeout'),
      ],
    },
    configuredByAddress: true,
    sql: 'postgresql',
  },
  {
    library: 'go-redis',
    family: 'redis',
    ecosystem: 'go',
    packages: ['github.com/redis/go-redis', 'github.com/go-redis/redis'],
    imports: ['github.com/redis/go-redis', 'github.com/go-redis/redis'],
    makers: [
      'redis.NewClient',
      'redis.NewClusterClient',
      'redis.NewFailoverClient',
      'redis.NewUniversalClient',
    ],
    parameters: {
      connectTimeoutMs: by('ms', 'DialTimeout'),
      statementTimeoutMs: by('ms', 'ReadTimeout'),
      poolSize: by('count', 'PoolSize'),
    },
    assignments: {
      connectTimeoutMs: by('ms', 'DialTimeout'),
      statementTimeoutMs: by('ms', 'ReadTimeout'),
      poolSize: by('count', 'PoolSize'),
    },
    address: {
      connectTimeoutMs: by('s', 'dial_timeout'),
      statementTimeoutMs: by('s', 'read_timeout'),
      poolSize: by('count', 'pool_size'),
    },
  },
  {
    library: 'mongo-driver',
    family: 'mongo',
    ecosystem: 'go',
    packages: ['go.mongodb.org/mongo-driver'],
    makers: ['mongo.Connect', 'mongo.NewClient'],
    methods: {
      connectTimeoutMs: by(
        'ms',
        'SetConnectTimeout',
        'SetServerSelectionTimeout',
        'SetTimeout',
      ),
      statementTimeoutMs: by('ms', 'SetTimeout', 'SetSocketTimeout'),
      poolSize: by('count', 'SetMaxPoolSize'),
    },
    address: MONGO_ADDRESS,
    configuredByAddress: true,
  },
];
