import type { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';

/** One account of PagerDuty. Times are milliseconds. */
export interface AccountConfig {
  name: string;
  token: string;
  /** Without a slash at its end. */
  url: string;
  environment: string;
  /** Ids of services by the receivers of Alertmanager that notify them. */
  receivers: ReadonlyMap<string, string>;
  history: number;
  timeout: number;
  freshness: number;
  schedule: SchedulerServiceTaskScheduleDefinition;
}
