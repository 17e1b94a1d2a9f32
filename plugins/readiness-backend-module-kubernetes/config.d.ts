import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';
import type { HumanDuration } from '@backstage/types';

export interface Config {
  readiness?: {
    /** Evidence that is observed in Kubernetes clusters. */
    kubernetes?: {
      clusters: Array<{
        /** Unique; names the source, as in `kubernetes:prod-eu`. */
        name: string;
        /**
         * The API server, such as `https://10.0.0.1:6443`. Where it is not told,
         * the cluster of this name below `kubernetes.clusterLocatorMethods` counts,
         * with its token and certificate authority; failing that, the cluster that
         * the back end runs in where `inCluster` is set.
         */
        url?: string;
        /** The back end's own cluster, by the service account of its pod. */
        inCluster?: boolean;
        /**
         * The token of a service account that may list; see the docs for its
         * ClusterRole.
         * @visibility secret
         */
        serviceAccountToken?: string;
        /** A file with that token, read anew for each request, for tokens that rotate. */
        serviceAccountTokenFile?: string;
        /** The certificate authority of the API server: PEM in base64. */
        caData?: string;
        /** Or a file with it, PEM. */
        caFile?: string;
        /** Believe any certificate. Never in production. */
        skipTLSVerify?: boolean;
        /**
         * Where people see an object. `{cluster}`, `{namespace}`, `{kind}`,
         * `{plural}`, `{group}` and `{name}` are filled in; no link unless told.
         */
        objectUrl?: string;
        /** The environment of the cluster; `production` unless told. */
        environment?: string;
        /**
         * Namespaces of other environments, the first that matches counts.
         * Namespaces mapped to an empty environment are left out.
         */
        namespaces?: Array<{
          /** A name, `*` standing for any characters: `staging-*`. */
          match: string;
          environment: string;
        }>;
        /** For one request; 30 seconds unless told. */
        timeout?: HumanDuration | string;
        /** Objects of one page; 500 unless told. */
        pageSize?: number;
        /** How long what was observed counts after the last run; 1 hour unless told. */
        freshness?: HumanDuration | string;
        /** Every 5 minutes unless told. */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      }>;
    };
  };
}
