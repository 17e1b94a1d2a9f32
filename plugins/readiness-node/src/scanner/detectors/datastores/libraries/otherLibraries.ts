import type { ClientLibrary } from '../ClientLibrary';
import { by, LIBPQ_ADDRESS, options } from './parameters';

/** Clients that the JVM and Rust use. */
export const otherLibraries: readonly ClientLibrary[] = [
  {
    library: 'HikariCP',
    ecosystem: 'maven',
    packages: [
      'com.zaxxer:hikaricp',
      'org.springframework.boot:spring-boot-starter-jdbc',
      'org.springframework.boot:spring-boot-starter-data-jpa',
      'org.springframework.boot:spring-boot-starter-data-jdbc',
    ],
    imports: ['com.zaxxer.hikari'],
    makers: ['HikariConfig', 'HikariDataSource'],
    methods: {
      connectTimeoutMs: by('ms', 'setConnectionTimeout'),
      poolSize: by('count', 'setMaximumPoolSize'),
    },
    assignments: {
      connectTimeoutMs: by('ms', 'connectionTimeout'),
      poolSize: by('count', 'maximumPoolSize'),
    },
    address: {
      statementTimeoutMs: [...options('options'), ...by('s', 'socketTimeout')],
    },
    configuredByAddress: true,
    sql: 'postgresql',
  },
  {
    library: 'JDBC',
    ecosystem: 'maven',
    packages: [
      'org.postgresql:postgresql',
      'com.mysql:mysql-connector-j',
      'mysql:mysql-connector-java',
      'com.oracle.database.jdbc:*',
      'org.mariadb.jdbc:mariadb-java-client',
      'com.microsoft.sqlserver:mssql-jdbc',
    ],
    imports: ['java.sql'],
    makers: ['DriverManager.getConnection'],
    methods: {
      connectTimeoutMs: by('s', 'setLoginTimeout'),
      statementTimeoutMs: by('s', 'setQueryTimeout'),
    },
    address: {
      connectTimeoutMs: by('s', 'connectTimeout', 'loginTimeout'),
      statementTimeoutMs: [...options('options'), ...by('s', 'socketTimeout')],
    },
    configuredByAddress: true,
    sql: 'postgresql',
  },
  {
    library: 'sqlx',
    ecosystem: 'cargo',
    packages: ['sqlx'],
    makers: ['PgPoolOptions::new', 'MySqlPoolOptions::new', 'PgPool::connect'],
    methods: {
      connectTimeoutMs: by('ms', 'acquire_timeout'),
      poolSize: by('count', 'max_connections'),
    },
    address: LIBPQ_ADDRESS,
    sql: 'postgresql',
  },
];
