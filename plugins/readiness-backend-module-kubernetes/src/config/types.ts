import type { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';

/** What proves to a client that the API server is the one it is meant to be. */
export interface CertificateConfig {
  /** PEM. */
  ca?: string;
  /** Believe any certificate. */
  skipVerify: boolean;
}

/** One configured cluster. */
export interface ClusterConfig {
  name: string;
  /** Of the API server. */
  url: string;
  /** The token, or the file that holds the one of the moment; neither for a proxy that signs in. */
  token?: string;
  tokenFile?: string;
  certificate: CertificateConfig;
  /** Template of links to objects. */
  objectUrl?: string;
  /** Environment of a namespace; undefined where it is left out. */
  environmentOf(namespace: string): string | undefined;
  /** Milliseconds. */
  timeout: number;
  /** Objects of one page. */
  pageSize: number;
  /** Milliseconds. */
  freshness: number;
  schedule: SchedulerServiceTaskScheduleDefinition;
}
