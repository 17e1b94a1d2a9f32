import { runDetector } from '../testing/createTestContext';
import { datastoreClientsDetector } from './datastoreClients';

function packageJson(...names: string[]) {
  return JSON.stringify({
    dependencies: Object.fromEntries(names.map(name => [name, '1'])),
  });
}

function goMod(...paths: string[]) {
  return `module a\nrequire (\n${paths
    .map(path => `\t${path} v1.0.0\n`)
    .join('')})\n`;
}

function pom(...names: string[]) {
  return names
    .map(name => {
      const [group, artifact] = name.split(':');
      return `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId></dependency>\n`;
    })
    .join('');
}

function deployment(env: string) {
  return `kind: Deployment
metadata: { name: payments-api }
spec: { template: { spec: { containers: [{ name: api, env: [${env}] }] } } }
`;
}

async function detect(files: Record<string, string>, env?: string) {
  return await runDetector(datastoreClientsDetector, {
    files:
      env === undefined ? files : { ...files, 'deploy.yaml': deployment(env) },
    manifests: env === undefined ? [] : ['deploy.yaml'],
  });
}

/** Connect timeout, statement timeout and size of the pool of the only client. */
async function settings(files: Record<string, string>, env?: string) {
  const { members, memberGaps } = await detect(files, env);
  const clients = Object.entries(members.datastoreClients ?? {});
  expect(clients).toHaveLength(1);
  const [[key, client]] = clients;
  return [
    client.library,
    client.connectTimeoutMs,
    client.statementTimeoutMs,
    client.poolSize,
    ...(memberGaps.datastoreClients?.[key] ?? []),
  ];
}

describe('datastoreClientsDetector', () => {
  describe('reads the clients of JavaScript', () => {
    it.each([
      [
        'pg',
        "import pg from 'pg';\nnew pg.Pool({ max: 15, connectionTimeoutMillis: 1_000, statement_timeout: 5 * 1000 });",
        ['pg', 1000, 5000, 15],
      ],
      [
        'pg',
        "import { Pool } from 'pg';\nexport const pool = new Pool({ connectionString: process.env.URL });",
        ['pg', 0, 0, 0],
      ],
      [
        'pg',
        "const { Pool } = require('pg');\n/* statement_timeout: 1 */ new Pool();",
        ['pg', 0, 0, 0],
      ],
      [
        'pg',
        "import { Pool } from 'pg';\nconst options = { max: 5, query_timeout: 900, options: '-c statement_timeout=2s' };\nnew Pool(options);",
        ['pg', 0, 900, 5],
      ],
      [
        'pg',
        "import { Pool } from 'pg';\nnew Pool({ max: 5, options: '-c statement_timeout=2s' });\nSQL`SET statement_timeout = 1`",
        ['pg', 0, 2000, 5],
      ],
      [
        'pg',
        "import { Pool } from 'pg';\npool = new Pool({ max: 5 });\npool.on('connect', c => c.query(\"SET statement_timeout TO '3s'\"));",
        ['pg', 0, 3000, 5],
      ],
      [
        'pg',
        "import { Pool } from 'pg';\nnew Pool({ connectionTimeoutMillis: 0, statement_timeout: false });",
        ['pg', 0, 0, 0],
      ],
      [
        'postgres',
        "import postgres from 'postgres';\npostgres(url, { max: 4, connect_timeout: 2, connection: { statement_timeout: 800 } });",
        ['postgres', 2000, 800, 4],
      ],
      [
        'pg',
        "import pg from 'pg';\nnew pg.Client({ connectionTimeoutMillis: 40, statement_timeout: 50 });",
        ['pg', 40, 50, 1],
      ],
      [
        'knex',
        "import knex from 'knex';\nknex({ client: 'pg', connection: { statement_timeout: 700 }, pool: { max: 9 }, acquireConnectionTimeout: 600 });",
        ['knex', 600, 700, 9],
      ],
      [
        'sequelize',
        "import { Sequelize } from 'sequelize';\nnew Sequelize(url, { pool: { max: 3, acquire: 100 }, dialectOptions: { statement_timeout: 200 } });",
        ['sequelize', 100, 200, 3],
      ],
      [
        'typeorm',
        "import { DataSource } from 'typeorm';\nnew DataSource({ type: 'postgres', poolSize: 8, connectTimeoutMS: 50, extra: { statement_timeout: 60 } });",
        ['typeorm', 50, 60, 8],
      ],
      [
        'mysql2',
        "import mysql from 'mysql2/promise';\nmysql.createPool({ connectTimeout: 400, connectionLimit: 6 });\nq('SET SESSION MAX_EXECUTION_TIME=1000');",
        ['mysql2', 400, 1000, 6],
      ],
      [
        'mongodb',
        "import { MongoClient } from 'mongodb';\nnew MongoClient('mongodb://db/x?connectTimeoutMS=300&maxPoolSize=7', { timeoutMS: 900 });",
        ['mongodb', 900, 900, 7],
      ],
      [
        'mongoose',
        "import mongoose from 'mongoose';\nmongoose.connect('mongodb://db', { serverSelectionTimeoutMS: 5, socketTimeoutMS: 6, maxPoolSize: 2 });",
        ['mongoose', 5, 6, 2],
      ],
      [
        'ioredis',
        "import { Redis } from 'ioredis';\nnew Redis(process.env.URL, { connectTimeout: 10, commandTimeout: 20 });",
        ['ioredis', 10, 20, 1],
      ],
      [
        'redis',
        "import { createClient } from 'redis';\ncreateClient({ socket: { connectTimeout: 30 } });",
        ['redis', 30, 0, 1],
      ],
    ])('%s: %s', async (name, text, expected) => {
      expect(
        await settings({
          'package.json': packageJson(name),
          'src/db.ts': text,
        }),
      ).toEqual(expected);
    });
  });

  describe('reads the clients of Go', () => {
    const open =
      'package a\nimport (\n"database/sql"\n_ "github.com/lib/pq"\n)\n';
    const pool = 'package a\nimport "github.com/jackc/pgx/v5/pgxpool"\n';
    it.each([
      [
        'github.com/lib/pq',
        `${open}db, _ := sql.Open("postgres", os.Getenv("DATABASE_URL")+"?connect_timeout=2&statement_timeout=1500")\ndb.SetMaxOpenConns(15)\n`,
        ['sql.DB', 2000, 1500, 15],
      ],
      [
        'github.com/lib/pq',
        `${open}const dsn = "host=db connect_timeout=3 options='-c statement_timeout=4000'"\ndb, _ := sql.Open("postgres", dsn)\n`,
        ['sql.DB', 3000, 4000, 0],
      ],
      [
        'github.com/jackc/pgx/v5',
        `${pool}c, _ := pgxpool.ParseConfig(address)\nc.MaxConns = 20\nc.ConnConfig.ConnectTimeout = 2 * time.Second\nc.ConnConfig.RuntimeParams["statement_timeout"] = "3000"\n`,
        ['pgxpool', 2000, 3000, 20],
      ],
      [
        'github.com/jackc/pgx/v5',
        `${pool}q := u.Query()\nq.Set("connect_timeout", "2")\nq.Set("statement_timeout", "1500")\npgxpool.New(ctx, u.String())\n`,
        [
          'pgxpool',
          2000,
          1500,
          undefined,
          'it may stand in the address, which only production knows: state it in the code, where it holds for every address',
        ],
      ],
      [
        'github.com/redis/go-redis/v9',
        'import "github.com/redis/go-redis/v9"\nredis.NewClient(&redis.Options{ DialTimeout: time.Second, ReadTimeout: 500 * time.Millisecond, PoolSize: 10 })',
        ['go-redis', 1000, 500, 10],
      ],
      [
        'go.mongodb.org/mongo-driver',
        'import "go.mongodb.org/mongo-driver/mongo"\no := options.Client().ApplyURI("mongodb://db").SetConnectTimeout(time.Second).SetTimeout(2 * time.Second).SetMaxPoolSize(5)\nmongo.Connect(ctx, o)',
        ['mongo-driver', 1000, 2000, 5],
      ],
    ])('%s: %s', async (path, text, expected) => {
      expect(
        await settings({ 'go.mod': goMod(path), 'main.go': text }),
      ).toEqual(expected);
    });
  });

  describe('reads the clients of Python', () => {
    it.each([
      [
        'sqlalchemy',
        'from sqlalchemy import create_engine\nengine = create_engine(os.environ["URL"], pool_size=8, connect_args={"connect_timeout": 2, "options": "-c statement_timeout=800"})',
        ['SQLAlchemy', 2000, 800, 8],
      ],
      [
        'sqlalchemy',
        'from sqlalchemy.ext.asyncio import create_async_engine\nengine = create_async_engine(URL, connect_args=dict(timeout=3, command_timeout=4))',
        ['SQLAlchemy', 3000, 4000, 0],
      ],
      [
        'sqlalchemy',
        'from sqlalchemy import create_engine\nengine = create_engine(os.environ["URL"]) # connect_timeout=1',
        ['SQLAlchemy', 0, 0, 0],
      ],
      [
        'psycopg',
        'import psycopg\nc = psycopg.connect("dbname=a", connect_timeout=1, options="-c statement_timeout=5s")',
        ['psycopg', 1000, 5000, 0],
      ],
      [
        'psycopg-pool',
        'from psycopg_pool import ConnectionPool\np = ConnectionPool(URL, max_size=6, timeout=1, kwargs={"options": "-c statement_timeout=70"})',
        ['psycopg', 1000, 70, 6],
      ],
      [
        'asyncpg',
        'import asyncpg\np = await asyncpg.create_pool(URL, max_size=4, timeout=1.5, command_timeout=2)',
        ['asyncpg', 1500, 2000, 4],
      ],
      [
        'redis',
        'import redis\nr = redis.Redis(host="a", socket_connect_timeout=1, socket_timeout=0.5, max_connections=3)',
        ['redis-py', 1000, 500, 3],
      ],
      [
        'pymongo',
        'from pymongo import MongoClient\nMongoClient("mongodb://db", connectTimeoutMS=100, timeoutMS=200, maxPoolSize=9)',
        ['pymongo', 100, 200, 9],
      ],
      [
        'django',
        'DATABASES = {"default": {"ENGINE": "x", "OPTIONS": {"connect_timeout": 2, "options": "-c statement_timeout=900", "pool": {"max_size": 5}}}}',
        ['Django', 2000, 900, 5],
      ],
    ])('%s: %s', async (name, text, expected) => {
      expect(
        await settings({
          'requirements.txt': `${name}==1\n`,
          'app/db.py': text,
        }),
      ).toEqual(expected);
    });
  });

  describe('reads the clients of the JVM, Ruby and Rust', () => {
    const spring = pom(
      'org.springframework.boot:spring-boot-starter-jdbc',
      'org.postgresql:postgresql',
    );
    it.each<[string, Record<string, string>, unknown[]]>([
      [
        'application.yaml',
        {
          'pom.xml': spring,
          'src/main/resources/application.yaml':
            'spring:\n  datasource:\n    url: jdbc:postgresql://db/a?socketTimeout=10&options=-c%20statement_timeout=4000\n    hikari: { maximumPoolSize: 16, connection-timeout: 1000 }\n',
        },
        ['HikariCP', 1000, 4000, 16],
      ],
      [
        'application.properties with a profile',
        {
          'pom.xml': spring,
          'src/main/resources/application.properties':
            'spring.datasource.url=jdbc:postgresql://db/a?connectTimeout=2\nspring.datasource.hikari.maximum-pool-size=4\nspring.jdbc.template.query-timeout=3\n',
          'src/main/resources/application-prod.properties':
            'spring.datasource.hikari.maximum-pool-size=${POOL:40}\n',
          'src/main/resources/application-dev.properties':
            'spring.datasource.hikari.maximum-pool-size=1\n',
        },
        ['HikariCP', 2000, 3000, 40],
      ],
      [
        'nothing but the address, in a Secret',
        {
          'pom.xml': spring,
          'src/main/resources/application.yaml':
            'spring.datasource.url: ${DB_URL}\n',
        },
        [
          'HikariCP',
          undefined,
          undefined,
          0,
          'it may stand in the address, which ${DB_URL} keeps',
        ],
      ],
      [
        'code for HikariCP',
        {
          'build.gradle': "implementation 'com.zaxxer:HikariCP:5.1.0'\n",
          'src/main/java/Db.java':
            'import com.zaxxer.hikari.HikariConfig;\nvar c = new HikariConfig();\nc.setJdbcUrl("jdbc:postgresql://db/a?options=-c%20statement_timeout=900");\nc.setConnectionTimeout(750);\nc.setMaximumPoolSize(12);\n',
        },
        ['HikariCP', 750, 900, 12],
      ],
      [
        'JDBC without a pool',
        {
          'pom.xml': pom('com.oracle.database.jdbc:ojdbc8'),
          'src/main/java/Db.java':
            'import java.sql.DriverManager;\nDriverManager.getConnection("jdbc:oracle:thin:@db");\nstatement.setQueryTimeout(5);\n',
        },
        ['JDBC', 0, 5000, 0],
      ],
      [
        'Rails',
        {
          Gemfile: "gem 'pg'\n",
          'config/database.yml':
            'production:\n  pool: <%= ENV.fetch("RAILS_MAX_THREADS") { 5 } %>\n  connect_timeout: 2\n  variables:\n    statement_timeout: 3000\n',
        },
        ['ActiveRecord', 2000, 3000, 5],
      ],
      [
        'sqlx',
        {
          'Cargo.toml': '[dependencies]\nsqlx = "0.8"\n',
          'src/main.rs':
            'use sqlx::postgres::PgPoolOptions;\nlet p = PgPoolOptions::new().max_connections(5).acquire_timeout(Duration::from_secs(3)).connect("postgres://db/a?statement_timeout=100");\n',
        },
        ['sqlx', 3000, 100, 5],
      ],
      [
        'Prisma',
        {
          'package.json': packageJson('@prisma/client'),
          'prisma/schema.prisma':
            'datasource db {\n  provider = "postgresql"\n  url = "postgresql://db/a?connection_limit=5&connect_timeout=3"\n}\n',
        },
        ['Prisma', 3000, 0, 5],
      ],
    ])('%s', async (_name, files, expected) => {
      expect(await settings(files)).toEqual(expected);
    });
  });

  it('points at the lines of the values', async () => {
    const { memberOrigins } = await detect({
      'package.json': packageJson('pg'),
      'src/db.ts':
        "import pg from 'pg';\n\nexport const pool = new pg.Pool({\n  max: 15,\n  connectionTimeoutMillis: 1000,\n});\n",
    });
    expect(memberOrigins.datastoreClients.pg).toEqual({
      '': 'src/db.ts:3',
      connectTimeoutMs: 'src/db.ts:5',
      statementTimeoutMs: 'src/db.ts:3',
      poolSize: 'src/db.ts:4',
    });
  });

  it('takes a variable from the manifests, then the default in the code', async () => {
    const files = {
      'package.json': packageJson('pg'),
      'src/db.ts':
        "import pg from 'pg';\nnew pg.Pool({ max: Number(process.env.POOL ?? 7), statement_timeout: Number(process.env.STATEMENT ?? 10), connectionTimeoutMillis: Number(process.env.CONNECT) });",
    };
    expect(await settings(files, '{ name: STATEMENT, value: "2500" }')).toEqual(
      [
        'pg',
        undefined,
        2500,
        7,
        'CONNECT has a value neither in the code nor in the manifests',
      ],
    );
  });

  it('reads the address that the manifests give', async () => {
    const files = {
      'package.json': packageJson('@prisma/client'),
      'prisma/schema.prisma':
        'datasource db {\n  url = env("DATABASE_URL")\n}\n',
    };
    expect(
      await settings(
        files,
        '{ name: DATABASE_URL, value: "postgresql://db/a?connection_limit=5&connect_timeout=1&socket_timeout=2" }',
      ),
    ).toEqual(['Prisma', 1000, 2000, 5]);
    expect(await settings(files)).toEqual([
      'Prisma',
      undefined,
      undefined,
      undefined,
      'Prisma takes it from the address in DATABASE_URL, which only production knows',
    ]);
  });

  it.each([
    [
      'spread options',
      'new pg.Pool({ max: 2, ...more });',
      [undefined, undefined, 2],
    ],
    [
      'options made elsewhere',
      'new pg.Pool(makeOptions.result);',
      [undefined, undefined, undefined],
    ],
  ])('cannot tell with %s', async (_name, code, expected) => {
    const [, ...read] = await settings({
      'package.json': packageJson('pg'),
      'src/db.ts': `import pg from 'pg';\n${code}`,
    });
    expect(read).toEqual([
      ...expected,
      'the options that it is given are no literal',
    ]);
  });

  it('states each client of a service', async () => {
    const { members } = await detect({
      'package.json': packageJson('pg', 'ioredis'),
      'src/read.ts': "import pg from 'pg';\nnew pg.Pool({ max: 1 });",
      'src/write.ts':
        "import pg from 'pg';\nnew pg.Pool({ max: 2 });\nnew pg.Pool({ max: 3 });",
      'src/cache.ts': "import Redis from 'ioredis';\nnew Redis();",
    });
    expect(
      Object.entries(members.datastoreClients).map(([key, { poolSize }]) => [
        key,
        poolSize,
      ]),
    ).toEqual([
      ['pg (read.ts)', 1],
      ['pg (write.ts)', 2],
      ['pg (write.ts) 2', 3],
      ['ioredis', 1],
    ]);
  });

  it('leaves tests and other libraries alone', async () => {
    const { members } = await detect({
      'package.json': packageJson('pg'),
      'src/db.ts': "import pg from 'pg';\nnew pg.Pool({ max: 1 });",
      'test/db.ts': "import pg from 'pg';\nnew pg.Pool({ max: 2 });",
      'src/db.test.ts': "import pg from 'pg';\nnew pg.Pool({ max: 3 });",
      'src/threads.ts':
        "import { Pool } from 'threads';\nnew Pool({ max: 4 });",
    });
    expect(Object.keys(members.datastoreClients)).toEqual(['pg']);
  });

  it('names the library that it does not understand', async () => {
    const { facts, gaps, members } = await detect({
      'package.json': packageJson('cassandra-driver'),
    });
    expect(facts).toEqual({ 'datastore.drivers': ['cassandra-driver'] });
    expect(members).toEqual({});
    expect(gaps.datastoreClients).toEqual([
      'the configuration of cassandra-driver is not understood',
    ]);
  });

  it('names the driver of which no client is seen', async () => {
    const { gaps } = await detect({
      'package.json': packageJson('pg'),
      'src/a.ts': 'work();',
    });
    expect(gaps.datastoreClients).toEqual([
      'pg is in package.json, but no place is seen where the source makes a client of it',
    ]);
  });

  it('needs no client of a driver that another library drives', async () => {
    const { gaps, facts } = await detect({
      'package.json': packageJson('knex', 'pg'),
      'src/db.ts':
        "import knex from 'knex';\nknex({ client: 'pg', pool: { max: 9 } });",
    });
    expect(facts['datastore.drivers']).toEqual(['knex', 'pg']);
    expect(gaps).toEqual({});
  });

  it('states that there is none where the manifests name none', async () => {
    const { facts, gaps, members } = await detect({
      'package.json': packageJson('fastify'),
    });
    expect(facts).toEqual({ 'datastore.drivers': [] });
    expect(members).toEqual({});
    expect(gaps).toEqual({});
  });

  it('knows a connection by the variables of the workloads', async () => {
    const { facts, gaps } = await detect(
      {},
      '{ name: REDIS_ADDR, value: "redis-cart:6379" }',
    );
    expect(facts).toEqual({ 'datastore.drivers': ['redis (REDIS_ADDR)'] });
    expect(gaps.datastoreClients).toEqual([
      'the source of the service is not in this repository',
    ]);
  });

  it('cannot tell without manifests and connections', async () => {
    const { facts, gaps } = await detect({}, '{ name: PORT, value: "8080" }');
    expect(facts).toEqual({});
    expect(Object.keys(gaps).sort()).toEqual([
      'datastore.drivers',
      'datastoreClients',
    ]);
  });
});
