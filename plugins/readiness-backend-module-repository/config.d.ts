import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  readiness?: {
    /** Evidence declared in the repository of each service. */
    repository?: {
      /**
       * Directories below which repositories may be read from the local disk,
       * relative to where the back end runs. None by default: repositories are
       * then read from their Git hosts alone.
       */
      localRoots?: string[];
      /**
       * Names of folders and namespaces that stand for production. By default
       * production, prod, prd and live.
       */
      productionNames?: string[];
      /**
       * How often repositories are looked at. What did not change since is not
       * read again. Every 15 minutes by default.
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      /** Repositories read at the same time; 4 by default. */
      concurrency?: number;
      /**
       * How long what was read counts when a repository can no longer be
       * reached, in hours; 24 by default.
       */
      freshForHours?: number;
      /** Bounds on what one scan reads; what is hit is said. */
      limits?: {
        /** Files listed; 20000 by default. */
        maxFiles?: number;
        /** Bytes of one file; 2 MiB by default. */
        maxFileBytes?: number;
        /** Bytes read in all; 64 MiB by default. */
        maxTotalBytes?: number;
        /** YAML aliases of a document, expanded; 100 by default. */
        maxYamlAliases?: number;
        /** Nesting of folders and of YAML; 64 by default. */
        maxDepth?: number;
      };
    };
  };
}
