import type { DetectorContext } from '../../Detector';
import { readDependencies } from '../support/dependencies/readDependencies';
import { type Property, readProperties } from '../support/properties';
import type { ClientReading, SettingReading, Unit } from './ClientLibrary';
import { millisecondsIn, parameterInAddress } from './timeouts';

/** The first property of these that is set, as a setting. */
function first(
  candidates: ReadonlyArray<[readonly Property[], Unit]>,
): SettingReading | undefined {
  for (const [properties, unit] of candidates) {
    for (const { value, origin } of properties) {
      const number = millisecondsIn(value, unit);
      if (number !== undefined) {
        return { value: number, origin };
      }
      return {
        reason: `${value.slice(
          0,
          60,
        )} has a value neither in the code nor in the manifests`,
        origin,
      };
    }
  }
  return undefined;
}

/** A parameter of the JDBC address; the drivers differ in its unit. */
function inAddress(
  urls: readonly Property[],
  names: readonly string[],
): SettingReading | undefined {
  for (const { value, origin } of urls) {
    const unit: Unit = /^jdbc:(?:postgresql|aws-wrapper:postgresql)/.test(value)
      ? 's'
      : 'ms';
    for (const name of names) {
      const found = parameterInAddress(value, name);
      const number = found && millisecondsIn(found.value, unit);
      if (number !== undefined) {
        return { value: number, origin };
      }
    }
  }
  return undefined;
}

/** `statement_timeout` in start-up options or in the SQL of a new connection. */
function statementTimeoutIn(
  properties: readonly Property[],
): SettingReading | undefined {
  for (const { value, origin } of properties) {
    const match =
      /(?:statement_timeout|max_execution_time)\s*(?:=|%3D|\bto\b)\s*'?(\d{1,9}\s?(?:ms|s|min)?)/i.exec(
        value,
      );
    const number = match ? millisecondsIn(match[1], 'ms') : undefined;
    if (number !== undefined) {
      return { value: number, origin };
    }
  }
  return undefined;
}

/** The pool that Spring makes of `spring.datasource`. */
async function readHikari(
  context: DetectorContext,
): Promise<ClientReading | undefined> {
  const dependencies = await readDependencies(context);
  const starter = dependencies.find('maven', [
    'org.springframework.boot:spring-boot-starter-jdbc',
    'org.springframework.boot:spring-boot-starter-data-jpa',
    'org.springframework.boot:spring-boot-starter-data-jdbc',
    'com.zaxxer:hikaricp',
  ]);
  const properties = await readProperties(context);
  if (!starter || properties.files.length === 0) {
    return undefined;
  }
  const urls = properties
    .endingWith('url')
    .concat(properties.endingWith('jdbc-url'))
    .filter(({ value }) => value.startsWith('jdbc:'));
  const hidden = properties
    .endingWith('datasource.url')
    .find(({ value }) => value.startsWith('${'));
  const origin = urls.at(0)?.origin ?? {
    file: properties.files[0],
    line: 1,
  };
  const absent: SettingReading = hidden
    ? {
        reason: `it may stand in the address, which ${hidden.value} keeps`,
        origin: hidden.origin,
      }
    : { value: 0, origin };
  return {
    library: 'HikariCP',
    family: 'sql',
    origin,
    settings: {
      connectTimeoutMs:
        first([
          [properties.endingWith('hikari.connection-timeout'), 'ms'],
          [properties.endingWith('data-source-properties.connectTimeout'), 's'],
          [properties.endingWith('data-source-properties.loginTimeout'), 's'],
        ]) ??
        inAddress(urls, ['connectTimeout', 'loginTimeout']) ??
        absent,
      statementTimeoutMs:
        statementTimeoutIn([
          ...urls,
          ...properties.endingWith('hikari.connection-init-sql'),
          ...properties.endingWith('data-source-properties.options'),
        ]) ??
        first([
          [properties.endingWith('jakarta.persistence.query.timeout'), 'ms'],
          [properties.endingWith('javax.persistence.query.timeout'), 'ms'],
          [properties.endingWith('spring.jdbc.template.query-timeout'), 's'],
          [properties.endingWith('spring.transaction.default-timeout'), 's'],
          [properties.endingWith('data-source-properties.socketTimeout'), 's'],
        ]) ??
        inAddress(urls, ['socketTimeout']) ??
        absent,
      poolSize: first([
        [properties.endingWith('hikari.maximum-pool-size'), 'count'],
      ]) ?? { value: 0, origin },
    },
  };
}

/** The connection that Spring makes of `spring.data.redis`. */
async function readRedis(
  context: DetectorContext,
): Promise<ClientReading | undefined> {
  const dependencies = await readDependencies(context);
  const properties = await readProperties(context);
  const starter = dependencies.find('maven', [
    'org.springframework.boot:spring-boot-starter-data-redis',
  ]);
  if (!starter || properties.files.length === 0) {
    return undefined;
  }
  const all = (name: string) => [
    ...properties.endingWith(`spring.data.redis.${name}`),
    ...properties.endingWith(`spring.redis.${name}`),
  ];
  const origin = { file: properties.files[0], line: 1 };
  const absent: SettingReading = { value: 0, origin };
  return {
    library: 'Lettuce',
    family: 'redis',
    origin,
    settings: {
      connectTimeoutMs: first([[all('connect-timeout'), 'ms']]) ?? absent,
      statementTimeoutMs: first([[all('timeout'), 'ms']]) ?? absent,
      poolSize: first([
        [all('lettuce.pool.max-active'), 'count'],
        [all('jedis.pool.max-active'), 'count'],
      ]) ?? { value: 1, origin },
    },
  };
}

/** The clients that Spring makes of its configuration files. */
export async function readSpringClients(
  context: DetectorContext,
): Promise<ClientReading[]> {
  return [await readHikari(context), await readRedis(context)].filter(
    reading => reading !== undefined,
  );
}
