import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';
import type { HumanDuration } from '@backstage/types';

export interface Config {
  readiness?: {
    /** Evidence that PagerDuty observes. */
    pagerduty?: {
      accounts?: Array<{
        /** Unique; names the source, as in `pagerduty:acme`, and is what `pagerduty.com/account` says. */
        name: string;
        /**
         * A key of the REST API that may read.
         * @visibility secret
         */
        token: string;
        /** `https://api.pagerduty.com` unless told; `https://api.eu.pagerduty.com` in Europe. */
        url?: string;
        /** The environment that the services watch; `production` unless told. */
        environment?: string;
        /**
         * Receivers of Alertmanager and the ids of the PagerDuty services that they
         * notify, since Alertmanager keeps its integration keys to itself.
         */
        receivers?: { [receiver: string]: string };
        /** How far back incidents are read in the first run; 90 days unless told. */
        history?: HumanDuration | string;
        /** For one request; 30 seconds unless told. */
        timeout?: HumanDuration | string;
        /** How long what was observed counts after the last run; 1 hour unless told. */
        freshness?: HumanDuration | string;
        /** Every 5 minutes unless told. */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      }>;
      webhook?: {
        /**
         * Secrets of the webhook subscriptions (version 3). With one at least, the
         * events plugin takes them at `/api/events/http/pagerduty`.
         * @deepVisibility secret
         */
        secrets: string[];
      };
    };
  };
}
