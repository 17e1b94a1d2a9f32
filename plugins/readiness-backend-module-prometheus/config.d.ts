import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';
import type { HumanDuration } from '@backstage/types';

export interface Config {
  readiness?: {
    /** Evidence that Prometheus and Alertmanager observe. */
    prometheus?: {
      servers: Array<{
        /** Unique; names the source, as in `prometheus:prod-eu`. */
        name: string;
        /** Where the back end reaches the server, such as `http://prometheus.monitoring:9090`. */
        url: string;
        /** Where people reach it, for links; `url` unless told. */
        publicUrl?: string;
        /**
         * A bearer token that may read the HTTP API.
         * @visibility secret
         */
        token?: string;
        /** Instead of a token. */
        basicAuth?: {
          username: string;
          /** @visibility secret */
          password: string;
        };
        /**
         * Further headers, such as `X-Scope-OrgID` for Mimir.
         * @deepVisibility secret
         */
        headers?: { [name: string]: string };
        /** The environment that the server watches; `production` unless told. */
        environment?: string;
        /** The label whose value is the name of an entity; `service` unless told. */
        joinLabel?: string;
        /** For one request; 30 seconds unless told. */
        timeout?: HumanDuration | string;
        /** How long what was observed counts after the last run; 1 hour unless told. */
        freshness?: HumanDuration | string;
        /** Every 5 minutes unless told. */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
        /**
         * What containers request beside what they use. Needs kube-state-metrics,
         * cAdvisor and the recording rules of the Kubernetes mixin, unless other
         * queries are given.
         */
        requestToUse?: {
          /** `true` unless told. */
          enabled?: boolean;
          /** How often to ask, since the queries are heavy; 6 hours unless told. */
          every?: HumanDuration | string;
          /**
           * PromQL of what is requested, with the labels `namespace`, `workload`,
           * `workload_type` and `resource` (`cpu` or `memory`).
           */
          requestsQuery?: string;
          /** PromQL of what is used, with the same labels. */
          useQuery?: string;
        };
        /** The Alertmanager that the server sends its alerts to. */
        alertmanager?: {
          url: string;
          /** Where people reach it, for links; `url` unless told. */
          publicUrl?: string;
          /**
           * A bearer token that may read the HTTP API.
           * @visibility secret
           */
          token?: string;
          /** Instead of a token. */
          basicAuth?: {
            username: string;
            /** @visibility secret */
            password: string;
          };
          /**
           * Further headers.
           * @deepVisibility secret
           */
          headers?: { [name: string]: string };
        };
      }>;
    };
  };
}
