import type { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';

/** Where an application deploys to. */
export interface ApplicationDestination {
  /** Name of the cluster, where it is given by name. */
  cluster: string;
  /** URL of the cluster, where it is given by URL. */
  server: string;
  namespace: string;
  project: string;
}

/** One configured Argo CD. */
export interface InstanceConfig {
  name: string;
  url: string;
  /** Without a slash at its end. */
  publicUrl: string;
  token: string;
  /** Environment of an application; undefined where it is left out. */
  environmentOf(destination: ApplicationDestination): string | undefined;
  /** Milliseconds. */
  timeout: number;
  /** Milliseconds. */
  freshness: number;
  schedule: SchedulerServiceTaskScheduleDefinition;
}
