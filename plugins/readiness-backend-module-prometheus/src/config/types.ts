import type { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';

/** How to reach one program. */
export interface EndpointConfig {
  /** Without a slash at its end. */
  url: string;
  /** Where people reach it; without a slash at its end. */
  publicUrl: string;
  /** Headers with every secret that requests need. */
  credentials: Record<string, string>;
  /** The secrets of the config, to keep them out of words. */
  secrets: string[];
}

/** Where the numbers behind `workload.requestToUse` come from. */
export interface RequestToUseConfig {
  schedule: SchedulerServiceTaskScheduleDefinition;
  /** Milliseconds. */
  freshness: number;
  requestsQuery: string;
  useQuery: string;
}

/** One configured Prometheus, and the Alertmanager behind it. */
export interface ServerConfig {
  name: string;
  prometheus: EndpointConfig;
  alertmanager?: EndpointConfig;
  environment: string;
  joinLabel: string;
  /** Milliseconds. */
  timeout: number;
  /** Milliseconds. */
  freshness: number;
  schedule: SchedulerServiceTaskScheduleDefinition;
  requestToUse?: RequestToUseConfig;
}
