import { readFileSync } from 'node:fs';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  NamePattern,
  readDuration,
  readInstances,
  readSchedule,
} from '@airworthy/plugin-readiness-node';
import type { CertificateConfig, ClusterConfig } from './types';

const KEY = 'readiness.kubernetes.clusters';

/** Where Kubernetes puts what a pod needs to reach its own API server. */
const POD_ACCOUNT = '/var/run/secrets/kubernetes.io/serviceaccount';

/** Kubernetes itself bounds a page only by memory; clients of it use 500. */
const DEFAULT_PAGE_SIZE = 500;
const MAX_PAGE_SIZE = 5000;

type Connection = Pick<
  ClusterConfig,
  'url' | 'token' | 'tokenFile' | 'certificate'
>;

/**
 * The clusters of `readiness.kubernetes.clusters`, none where it is not there.
 *
 * @throws InputError naming the entry and what is wrong with it
 */
export function readClusters(config: Config): ClusterConfig[] {
  return readInstances(config, KEY, (entry, name) => ({
    name,
    ...readConnection(config, entry, name),
    objectUrl: entry.getOptionalString('objectUrl'),
    environmentOf: readEnvironments(entry),
    timeout: readDuration(entry, 'timeout', { seconds: 30 }),
    pageSize: readPageSize(entry, name),
    freshness: readDuration(entry, 'freshness', { hours: 1 }),
    schedule: readSchedule(entry, {
      frequency: { minutes: 5 },
      timeout: { minutes: 10 },
      initialDelay: { seconds: 20 },
    }),
  }));
}

function readConnection(
  config: Config,
  entry: Config,
  name: string,
): Connection {
  const url = entry.getOptionalString('url');
  if (url !== undefined) {
    return readSignIn(entry, url);
  }
  if (entry.getOptionalBoolean('inCluster')) {
    return readPodAccount(name);
  }
  const located = findLocatedCluster(config, name);
  const locatedUrl = located?.getOptionalString('url');
  if (!located || locatedUrl === undefined) {
    throw new InputError(
      `${KEY}: "${name}" has no url, and no cluster below kubernetes.clusterLocatorMethods has that name and a url`,
    );
  }
  return readSignIn(located, locatedUrl);
}

function readSignIn(entry: Config, url: string): Connection {
  return {
    url,
    token: entry.getOptionalString('serviceAccountToken'),
    tokenFile: entry.getOptionalString('serviceAccountTokenFile'),
    certificate: readCertificate(entry),
  };
}

/** As in-cluster clients find it: kubernetes.io, Accessing the API from a Pod. */
function readPodAccount(name: string): Connection {
  const host = process.env.KUBERNETES_SERVICE_HOST;
  const port = process.env.KUBERNETES_SERVICE_PORT ?? '443';
  if (!host) {
    throw new InputError(
      `${KEY}: "${name}" is to be the cluster that the back end runs in, and it runs in none: KUBERNETES_SERVICE_HOST is not set`,
    );
  }
  return {
    url: `https://${host.includes(':') ? `[${host}]` : host}:${port}`,
    tokenFile: `${POD_ACCOUNT}/token`,
    certificate: {
      ca: readFileSync(`${POD_ACCOUNT}/ca.crt`, 'utf8'),
      skipVerify: false,
    },
  };
}

/** The cluster of that name that the Kubernetes plugin of Backstage knows. */
function findLocatedCluster(config: Config, name: string): Config | undefined {
  return (
    config.getOptionalConfigArray('kubernetes.clusterLocatorMethods') ?? []
  )
    .flatMap(method => method.getOptionalConfigArray('clusters') ?? [])
    .find(cluster => cluster.getOptionalString('name') === name);
}

function readCertificate(entry: Config): CertificateConfig {
  const data = entry.getOptionalString('caData');
  const file = entry.getOptionalString('caFile');
  const ca =
    data === undefined ? file && readFileSync(file, 'utf8') : decode(data);
  return {
    ca,
    skipVerify: entry.getOptionalBoolean('skipTLSVerify') ?? false,
  };
}

function decode(data: string): string {
  return Buffer.from(data, 'base64').toString('utf8');
}

function readPageSize(entry: Config, name: string): number {
  const size = entry.getOptionalNumber('pageSize') ?? DEFAULT_PAGE_SIZE;
  if (!Number.isInteger(size) || size < 1 || size > MAX_PAGE_SIZE) {
    throw new InputError(
      `${KEY}: pageSize of "${name}" must be a whole number from 1 to ${MAX_PAGE_SIZE}`,
    );
  }
  return size;
}

function readEnvironments(
  entry: Config,
): (namespace: string) => string | undefined {
  const environment = entry.getOptionalString('environment') ?? 'production';
  const mapped = (entry.getOptionalConfigArray('namespaces') ?? []).map(
    item => ({
      pattern: new NamePattern(item.getString('match')),
      // Empty leaves the namespaces out, so an empty string has a meaning here.
      environment: item.getOptional<string>('environment') ?? '',
    }),
  );
  return namespace => {
    const found = mapped.find(({ pattern }) => pattern.matches(namespace));
    return found ? found.environment || undefined : environment;
  };
}
