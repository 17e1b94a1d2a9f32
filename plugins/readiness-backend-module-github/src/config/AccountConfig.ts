import type { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';

/** The alerts that GitHub raises on repositories. */
export const alertKinds = [
  'secretScanning',
  'dependabot',
  'codeScanning',
] as const;

/** One of {@link alertKinds}. */
export type AlertKind = (typeof alertKinds)[number];

/** One organization at one host. Times are milliseconds. */
export interface AccountConfig {
  name: string;
  /** Its login. */
  organization: string;
  /** The host of the integration that has the credentials. */
  host: string;
  /** Where the REST API is, without a slash at its end. */
  apiBaseUrl: string;
  /** What integrations say, to keep it out of words. */
  secrets: string[];
  /** Names of deployment environments at GitHub, lower case, and what they are here. */
  environments: ReadonlyMap<string, string>;
  alerts: readonly AlertKind[];
  timeout: number;
  freshness: number;
  settingsEvery: number;
  history: number;
  schedule: SchedulerServiceTaskScheduleDefinition;
}
