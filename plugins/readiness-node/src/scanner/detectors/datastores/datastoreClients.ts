import type { FactValue, Origin } from '@airworthy/plugin-readiness-common';
import type { Detector, DetectorContext } from '../../Detector';
import { readDependencies } from '../support/dependencies/readDependencies';
import type { Dependency } from '../support/dependencies/types';
import { baseName } from '../support/paths';
import { readSourceFiles } from '../support/source/sourceFiles';
import { type ClientReading, SETTINGS } from './ClientLibrary';
import { clientLibraries } from './clientLibraries';
import { readConnections } from './connections';
import { readFrameworkClients } from './frameworkClients';
import { readCodeClients } from './readCodeClients';
import { readSpringClients } from './springClients';

/** A driver in a manifest, and the libraries that would make its client. */
interface Driver {
  dependency: Dependency;
  family: string;
  notUnderstood: boolean;
}

/**
 * `datastore.drivers` and `datastoreClients`: which datastores the service
 * reaches, and with which limits. A client that is known and sets no limit has
 * 0; one whose configuration cannot be told is a gap that names the library.
 */
export const datastoreClientsDetector: Detector = {
  name: 'datastore clients',
  facts: ['datastoreClients', 'datastore.drivers'],
  async detect(context) {
    const drivers = await findDrivers(context);
    const { manifests } = await readDependencies(context);
    await stateDrivers(context, drivers, manifests);
    await stateClients(context, drivers, manifests);
  },
};

async function findDrivers(context: DetectorContext): Promise<Driver[]> {
  const dependencies = await readDependencies(context);
  const drivers = new Map<string, Driver>();
  for (const library of clientLibraries) {
    const dependency = dependencies.find(library.ecosystem, library.packages);
    if (dependency) {
      const known = drivers.get(dependency.name);
      drivers.set(dependency.name, {
        dependency,
        family: known?.family ?? library.family ?? 'sql',
        notUnderstood:
          (known?.notUnderstood ?? true) && (library.notUnderstood ?? false),
      });
    }
  }
  return [...drivers.values()];
}

async function stateDrivers(
  context: DetectorContext,
  drivers: readonly Driver[],
  manifests: readonly string[],
): Promise<void> {
  const connections = await readConnections(context);
  const names = [
    ...drivers.map(({ dependency }) => dependency.name),
    ...(drivers.length === 0
      ? connections.map(({ kind, variable }) => `${kind} (${variable})`)
      : []),
  ];
  const first = drivers.at(0)?.dependency.origin ?? connections.at(0)?.origin;
  if (names.length > 0) {
    context.fact('datastore.drivers', names.sort(), first);
  } else if (manifests.length > 0) {
    context.fact('datastore.drivers', [], { file: manifests[0] });
  } else {
    context.gap(
      'datastore.drivers',
      'no manifest of a language is in the repository, and the workloads name no connection: name the datastore by dependsOn in catalog-info.yaml',
    );
  }
}

async function stateClients(
  context: DetectorContext,
  drivers: readonly Driver[],
  manifests: readonly string[],
): Promise<void> {
  const code = await readCodeClients(context);
  const byFiles = [
    ...(await readSpringClients(context)),
    ...(await readFrameworkClients(context)),
  ].filter(
    // What the code makes itself is not left to the framework.
    ({ library }) =>
      !code.some(
        reading => reading.library.toLowerCase() === library.toLowerCase(),
      ),
  );
  const readings = [...code, ...byFiles];
  const keys = new Set<string>();
  for (const reading of readings) {
    stateClient(context, reading, readings, keys);
  }
  const families = new Set(readings.map(({ family }) => family));
  for (const { dependency, family, notUnderstood } of drivers) {
    if (!families.has(family)) {
      context.gap(
        'datastoreClients',
        notUnderstood
          ? `the configuration of ${dependency.name} is not understood`
          : `${dependency.name} is in ${dependency.origin.file}, but no place is seen where the source makes a client of it`,
      );
    }
  }
  if (manifests.length === 0 && readings.length === 0) {
    const sources = await readSourceFiles(context);
    context.gap(
      'datastoreClients',
      sources.length === 0
        ? 'the source of the service is not in this repository'
        : 'no manifest of a language is in the repository, so its clients are not known',
    );
  }
}

/** `pg`, or `pg (pool.ts)` where the service has several. */
function keyOf(
  reading: ClientReading,
  readings: readonly ClientReading[],
  keys: ReadonlySet<string>,
): string {
  const alone =
    readings.filter(({ library }) => library === reading.library).length === 1;
  const name = alone
    ? reading.library
    : `${reading.library} (${baseName(reading.origin.file ?? '')})`;
  let key = name;
  for (let copy = 2; keys.has(key); copy += 1) {
    key = `${name} ${copy}`;
  }
  return key;
}

function stateClient(
  context: DetectorContext,
  reading: ClientReading,
  readings: readonly ClientReading[],
  keys: Set<string>,
): void {
  const key = keyOf(reading, readings, keys);
  keys.add(key);
  const fields: Record<string, FactValue> = { library: reading.library };
  const origins: Record<string, Origin> = { '': reading.origin };
  const reasons = new Set<string>();
  for (const setting of SETTINGS) {
    const { value, reason, origin } = reading.settings[setting];
    origins[setting] = origin;
    if (value === undefined) {
      reasons.add(reason ?? 'its value is no number');
    } else {
      fields[setting] = value;
    }
  }
  context.member('datastoreClients', key, fields, origins);
  for (const reason of reasons) {
    context.gap('datastoreClients', reason, key);
  }
}
