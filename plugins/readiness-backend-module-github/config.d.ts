import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';
import type { HumanDuration } from '@backstage/types';

export interface Config {
  readiness?: {
    /** Evidence that GitHub observes. Credentials are those of `integrations.github`. */
    github?: {
      accounts?: Array<{
        /** Unique; names the source, as in `github:acme`. */
        name: string;
        /** The login of the organization; `name` unless told. */
        organization?: string;
        /** The host of an entry of `integrations.github`; `github.com` unless told. */
        host?: string;
        /**
         * Which deployment environments of GitHub count as which environment.
         * `production: [production]` unless told.
         */
        environments?: { [environment: string]: string[] };
        /** Alerts that are counted; all of them unless told. */
        alerts?: {
          secretScanning?: boolean;
          dependabot?: boolean;
          codeScanning?: boolean;
        };
        /** For one request; 30 seconds unless told. */
        timeout?: HumanDuration | string;
        /** How long what was observed counts after the last run; 2 hours unless told. */
        freshness?: HumanDuration | string;
        /** How often settings of repositories are read again; 1 hour unless told. */
        settingsEvery?: HumanDuration | string;
        /** How far back deployments are read of a repository that is new; 90 days unless told. */
        history?: HumanDuration | string;
        /** Every 10 minutes unless told. */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      }>;
      webhook?: {
        /**
         * Secrets of the webhooks at GitHub. With one at least, the events plugin
         * takes them at `/api/events/http/github`. Several, so that one can be changed.
         * @deepVisibility secret
         */
        secrets: string[];
      };
    };
  };
}
