import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';
import type { HumanDuration } from '@backstage/types';

export interface Config {
  /** Readiness scorecards. */
  readiness?: {
    /**
     * Environments that are evaluated; the first is what counts. `production`
     * alone unless told.
     */
    environments?: string[];

    /**
     * Goes over the default checklist, check by check and key by key. The shape
     * is `ChecklistOverrides` of `@airworthy/plugin-readiness-common`. A broken
     * rule stops the start, naming key, column and reason.
     */
    checklist?: {
      /** Replaces the default checklist instead of extending it. */
      replace?: boolean;
      title?: string;
      /** Raised with every change of meaning. */
      version?: number;
      levels?: Array<{ id: string; title: string }>;
      /** Predicate: entities that have a scorecard. */
      appliesTo?: unknown;
      /** Predicate: entities whose scorecard rollups leave out. */
      preview?: unknown;
      /** Who answers for rules that name nobody, an entity reference. */
      ruleOwner?: string;
      questions?: {
        [id: string]: {
          title?: string;
          /** Two words at most, for column headers. */
          shortTitle?: string;
          quality?:
            | 'availability'
            | 'performance'
            | 'security'
            | 'maintainability';
          number?: number;
        };
      };
      checks?: {
        [id: string]: {
          /** `false` switches the check off. */
          enabled?: boolean;
          [key: string]: unknown;
        };
      };
    };

    /**
     * Facts that need no code: a field of the entity, a value in a file of its
     * repository, or a value in the JSON at a URL. Keyed by name, such as
     * `costs.centre`.
     */
    facts?: {
      [name: string]: {
        type: 'bool' | 'int' | 'double' | 'string' | 'timestamp' | 'strings';
        /** One sentence. */
        description: string;
        /** A dot path: `metadata.annotations.example.com/cost-centre`. */
        entityField?: string;
        /** A path below what belongs to the entity. */
        file?: string;
        /**
         * `https://host/path/{{ name }}`: `kind`, `namespace`, `name`, or
         * `annotations['example.com/id']`.
         */
        url?: string;
        /** JSON Pointer into the file or the answer: `/data/0/score`. */
        pointer?: string;
      };
    };

    /** What URL facts may be read from. */
    factUrls?: {
      /**
       * Hosts; nothing else is asked, and never an address of the inner
       * network. Redirects are not followed.
       */
      allow?: Array<{
        /** `example.com`, `*.example.com`, or `example.com:8443`. */
        host: string;
        /** Path prefixes; all paths unless told. */
        paths?: string[];
      }>;
    };

    /** What the catalog's own evidence counts as what. */
    catalog?: {
      /** `spec.type` of Resources that are datastores. */
      datastoreTypes?: string[];
      /** `spec.type` of Resources that are queues. */
      queueTypes?: string[];
    };

    schedule?: {
      /** How often the catalog is looked at; every 2 minutes unless told. */
      reconcile?: SchedulerServiceTaskScheduleDefinitionConfig;
      /** How often URL facts are read; every 30 minutes unless told. */
      urlFacts?: SchedulerServiceTaskScheduleDefinitionConfig;
    };

    retention?: {
      /**
       * How long single transitions are kept; 400 days unless told. Daily
       * rollups are kept for ever.
       */
      history?: HumanDuration | string;
      /**
       * How long deployments are kept; 400 days unless told. The last ten of
       * each service and environment stay, and never more than 500.
       */
      deployments?: HumanDuration | string;
      /** How long alerts are kept that are over; 7 days unless told. */
      alerts?: HumanDuration | string;
      /** How long incidents are kept; 400 days unless told. */
      incidents?: HumanDuration | string;
      /**
       * How long attestations and pushed facts are kept after they ended; 400
       * days unless told.
       */
      attestations?: HumanDuration | string;
      /**
       * How long the idempotency keys of pushes are remembered; 30 days unless
       * told.
       */
      idempotencyKeys?: HumanDuration | string;
    };

    /** What persons may vouch for. */
    attestations?: {
      /** True unless told. */
      enabled?: boolean;
      /** The longest that one may last; 365 days unless told. */
      maxAge?: HumanDuration | string;
    };

    /** The audit of owners. */
    ownership?: {
      /**
       * How long a confirmation counts that names no day, and how long a new
       * entity needs none; 90 days unless told.
       */
      confirmFor?: HumanDuration | string;
      /**
       * An owner none of whose members deployed within this time is doubtful,
       * where others did; 90 days unless told.
       */
      deployedWithin?: HumanDuration | string;
    };

    /** Evidence and deployments that machines push. */
    push?: {
      /** How long a pushed fact counts that names no end; 180 days unless told. */
      maxAge?: HumanDuration | string;
      /** Who may push, and for what. Nobody unless told. */
      callers?: Array<{
        /** Names the caller in audit events; unique. */
        name: string;
        /**
         * The subject of a service token, such as `external:ci` with
         * `backend.auth.externalAccess`, or the reference of a user. Either this
         * or a secret.
         */
        subject?: string;
        /**
         * Signs the body by HMAC-SHA256, for the paths below `/webhooks`; at
         * least 16 characters.
         *
         * @visibility secret
         */
        secret?: string;
        /** Predicate: entities that it may speak of. */
        entities: unknown;
      }>;
    };
  };
}
