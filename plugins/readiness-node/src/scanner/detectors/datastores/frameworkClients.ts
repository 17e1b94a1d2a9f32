import type { DetectorContext } from '../../Detector';
import { readDependencies } from '../support/dependencies/readDependencies';
import { baseName } from '../support/paths';
import { Evaluator } from '../support/source/evaluate';
import {
  lineAt,
  type NamedValues,
  readObject,
} from '../support/source/expressions';
import {
  readSourceFiles,
  type SourceFile,
} from '../support/source/sourceFiles';
import { isObject, stringAt, valueAt } from '../support/values';
import { workloadEnvironment } from '../support/workloadEnvironment';
import type { ClientReading, Setting, SettingReading } from './ClientLibrary';
import { millisecondsIn, parameterInAddress } from './timeouts';

const PRISMA_PARAMETERS: ReadonlyArray<
  [Setting, readonly string[], 's' | 'count']
> = [
  ['connectTimeoutMs', ['connect_timeout', 'pool_timeout'], 's'],
  ['statementTimeoutMs', ['socket_timeout'], 's'],
  ['poolSize', ['connection_limit'], 'count'],
];

/** The client that Prisma makes of the address in its schema. */
async function readPrisma(
  context: DetectorContext,
): Promise<ClientReading | undefined> {
  const path = context.files.find(file => baseName(file) === 'schema.prisma');
  const text = path === undefined ? undefined : await context.text(path);
  const url =
    text &&
    /^[ \t]{0,80}url[ \t]{0,80}=\s*(?:env\(\s*"(\w{1,100})"\s*\)|"([^"\n]{1,2000})")/m.exec(
      text,
    );
  if (path === undefined || !text || !url) {
    return undefined;
  }
  const origin = {
    file: path,
    line: lineAt(text, url.index + url[0].search(/\S/)),
  };
  const variable =
    url[1] === undefined
      ? undefined
      : (await workloadEnvironment(context)).get(url[1]);
  const address = url[2] ?? variable?.value;
  const read = (
    names: readonly string[],
    unit: 's' | 'count',
  ): SettingReading => {
    if (address === undefined) {
      return {
        reason: `Prisma takes it from the address in ${url[1]}, which only production knows`,
        origin,
      };
    }
    for (const name of names) {
      const found = parameterInAddress(address, name);
      const value = found && millisecondsIn(found.value, unit);
      if (value !== undefined) {
        return { value, origin: variable?.origin ?? origin };
      }
    }
    return { value: 0, origin: variable?.origin ?? origin };
  };
  const [connect, statement, pool] = PRISMA_PARAMETERS.map(([, names, unit]) =>
    read(names, unit),
  );
  return {
    library: 'Prisma',
    family: 'sql',
    origin,
    settings: {
      connectTimeoutMs: connect,
      statementTimeoutMs: statement,
      poolSize: pool,
    },
  };
}

function dictionary(
  file: SourceFile,
  values: NamedValues | undefined,
  key: string,
): NamedValues | undefined {
  const piece = values?.values.get(key);
  return piece?.text.startsWith('{')
    ? readObject(file, piece.offset)
    : undefined;
}

/** The client that Django makes of `DATABASES`. */
async function readDjango(context: DetectorContext): Promise<ClientReading[]> {
  if (!(await readDependencies(context)).find('pypi', ['django'])) {
    return [];
  }
  const evaluator = await Evaluator.create(context);
  const readings: ClientReading[] = [];
  for (const file of await readSourceFiles(context)) {
    const definition =
      file.syntax === 'python'
        ? /^DATABASES\s*(?::[^=\n]{1,80})?=\s*\{/m.exec(file.masked().skeleton)
        : undefined;
    if (!definition) {
      continue;
    }
    const databases = readObject(
      file,
      definition.index + definition[0].length - 1,
    );
    const settings = dictionary(file, databases, 'default');
    const options = dictionary(file, settings, 'OPTIONS');
    const pool = dictionary(file, options, 'pool');
    const origin = {
      file: file.path,
      line: lineAt(file.text, definition.index),
    };
    const read = (
      values: NamedValues | undefined,
      key: string,
      unit: 's' | 'count' | 'options',
    ): SettingReading => {
      const piece = values?.values.get(key);
      if (!settings || !piece) {
        return settings && !values?.open
          ? { value: 0, origin }
          : { reason: 'DATABASES is made by a call', origin };
      }
      const value = evaluator.evaluate(file, piece);
      if (value.kind === 'number') {
        return {
          value: Math.round(
            unit === 's' && !value.duration ? value.value * 1000 : value.value,
          ),
          origin: value.origin,
        };
      }
      const timeout =
        unit === 'options' && value.kind === 'text'
          ? /statement_timeout=(\d{1,9}(?:ms|s|min)?)/.exec(value.value)?.[1]
          : undefined;
      return timeout === undefined
        ? { reason: `${key} is no literal`, origin: value.origin }
        : { value: millisecondsIn(timeout, 'ms'), origin: value.origin };
    };
    readings.push({
      library: 'Django',
      family: 'sql',
      origin,
      settings: {
        connectTimeoutMs: read(options, 'connect_timeout', 's'),
        statementTimeoutMs: read(options, 'options', 'options'),
        poolSize: read(pool, 'max_size', 'count'),
      },
    });
  }
  return readings;
}

/** A number in Rails' file, where Ruby may stand: `<%= ENV.fetch("A") { 5 } %>`. */
function railsNumber(
  written: string,
  unit: 's' | 'ms' | 'count',
): number | undefined {
  const fallback =
    /^<%=.{0,200}?(?:\{\s*|,\s*)["']?(\d{1,9})["']?\s*[})]\s*%>$/.exec(
      written,
    )?.[1];
  return millisecondsIn(fallback ?? written, unit);
}

/** The client that Rails makes of `config/database.yml`. */
async function readRails(
  context: DetectorContext,
): Promise<ClientReading | undefined> {
  const path = context.files.find(file =>
    /(?:^|\/)config\/database\.ya?ml$/.test(file),
  );
  const document =
    path === undefined ? undefined : (await context.documents(path))?.[0];
  const production = valueAt(document?.value, 'production');
  if (path === undefined || !document || !isObject(production)) {
    return undefined;
  }
  const origin = { file: path, line: document.lineOf(['production']) };
  const read = (
    keys: readonly string[],
    unit: 's' | 'ms' | 'count',
  ): SettingReading => {
    const written = stringAt(production, ...keys);
    if (written === undefined) {
      return { value: 0, origin };
    }
    const value = railsNumber(written, unit);
    const line = document.lineOf(['production', ...keys]) ?? origin.line;
    return value === undefined
      ? {
          reason: `${written.slice(0, 60)} is no literal`,
          origin: { file: path, line },
        }
      : { value, origin: { file: path, line } };
  };
  return {
    library: 'ActiveRecord',
    family: 'sql',
    origin,
    settings: {
      connectTimeoutMs: read(['connect_timeout'], 's'),
      statementTimeoutMs: read(['variables', 'statement_timeout'], 'ms'),
      poolSize: read(['pool'], 'count'),
    },
  };
}

/** The clients that frameworks make of files of their own. */
export async function readFrameworkClients(
  context: DetectorContext,
): Promise<ClientReading[]> {
  return [
    await readPrisma(context),
    ...(await readDjango(context)),
    await readRails(context),
  ].filter(reading => reading !== undefined);
}
