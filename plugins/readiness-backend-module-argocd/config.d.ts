import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';
import type { HumanDuration } from '@backstage/types';

export interface Config {
  readiness?: {
    /** Deployments and the state of applications, from Argo CD. */
    argocd?: {
      instances: Array<{
        /** Unique; names the source, as in `argocd:main`. */
        name: string;
        /** Where the back end reaches the API server. */
        url: string;
        /** Where people reach it, for links; `url` unless told. */
        publicUrl?: string;
        /**
         * The token of an account that may get applications.
         * @visibility secret
         */
        token: string;
        /** The environment of applications that nothing below maps; `production` unless told. */
        environment?: string;
        /**
         * Environments by where an application deploys to; the first entry of
         * which everything that is told matches counts. `*` stands for any
         * characters. Applications mapped to an empty environment are left out.
         */
        destinations?: Array<{
          /** Name of the destination cluster. */
          cluster?: string;
          /** URL of the destination cluster. */
          server?: string;
          namespace?: string;
          project?: string;
          environment: string;
        }>;
        /** For one request; 30 seconds unless told. */
        timeout?: HumanDuration | string;
        /** How long what was observed counts after the last run; 1 hour unless told. */
        freshness?: HumanDuration | string;
        /** Every 3 minutes unless told. */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      }>;
    };
  };
}
