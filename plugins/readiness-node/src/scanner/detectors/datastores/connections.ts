import type { Origin } from '@airworthy/plugin-readiness-common';
import type { DetectorContext } from '../../Detector';
import { workloadEnvironment } from '../support/workloadEnvironment';

/** A connection that the manifests name. */
export interface Connection {
  /** What it leads to: `postgresql`, `redis`, `database`. */
  kind: string;
  variable: string;
  origin: Origin;
}

const SCHEME =
  /^(?:jdbc:)?(postgres(?:ql)?|mysql|mariadb|mongodb|rediss?|sqlserver|cockroachdb|clickhouse|oracle)(?:\+[\w.]{1,30})?:/i;

const NAMES: ReadonlyArray<[RegExp, string]> = [
  [
    /^(?:POSTGRES(?:QL)?|PG)_?(?:HOST|URL|URI|DSN|ADDR|ADDRESS|SERVER|SERVICE_HOST)$/,
    'postgresql',
  ],
  [/(?:^|_)(?:MYSQL|MARIADB)_(?:HOST|URL|URI|DSN|ADDR|ADDRESS)$/, 'mysql'],
  [/(?:^|_)MONGO(?:DB)?_(?:HOST|URL|URI|DSN|ADDR|ADDRESS)$/, 'mongodb'],
  [/(?:^|_)(?:REDIS|VALKEY)_(?:HOST|URL|URI|ADDR|ADDRESS|SENTINELS)$/, 'redis'],
  [
    /(?:^|_)(?:ALLOYDB|SPANNER|CLOUDSQL)_(?:HOST|PRIMARY_IP|CONNECTION_STRING|INSTANCE)$/,
    'database',
  ],
  [/(?:^|_)(?:DATABASE|DB)_(?:HOST|URL|URI|DSN|ADDR|ADDRESS)$/, 'database'],
  [/^SPRING_DATASOURCE_URL$/, 'database'],
];

/** Connections to datastores among the variables of the workloads. */
export async function readConnections(
  context: DetectorContext,
): Promise<Connection[]> {
  const connections: Connection[] = [];
  for (const [variable, { value, origin }] of await workloadEnvironment(
    context,
  )) {
    const scheme = SCHEME.exec(value ?? '')?.[1]?.toLowerCase();
    const named =
      value === ''
        ? undefined
        : NAMES.find(([pattern]) => pattern.test(variable))?.[1];
    const kind = scheme ?? named;
    if (kind !== undefined) {
      connections.push({
        kind: kind
          .replace(/^postgres$/, 'postgresql')
          .replace(/^rediss$/, 'redis'),
        variable,
        origin,
      });
    }
  }
  return connections;
}
