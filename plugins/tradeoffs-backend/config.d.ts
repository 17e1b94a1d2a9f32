import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  /** Tradeoff records. */
  tradeoffs?: {
    /**
     * Axes besides the six common ones; one with the id of a common one takes
     * its place.
     */
    axes?: Array<{
      /** Such as `build-buy`: what records write as `axis`. */
      id: string;
      /** Such as `Build versus buy`. */
      title: string;
      /** Exactly two, the first at -2. */
      poles: string[];
      /** Words for each of the five stops, from -2 to 2. */
      stops: string[];
      /** Ids of checks whose failure it explains most often. */
      checks?: string[];
    }>;

    /**
     * Folders of records, at any depth of a repository; docs/decisions,
     * docs/adr, doc/adr and adr unless told. The annotation
     * `backstage.io/adr-location` adds to them.
     */
    folders?: string[];

    schedule?: {
      /**
       * How often the catalog and the repositories are looked at; every 10
       * minutes unless told. What did not change since is not read again.
       */
      index?: SchedulerServiceTaskScheduleDefinitionConfig;
    };

    notifications?: {
      /** Told where nobody answers for an entity: an entity reference. */
      fallback?: string;
      /** Days before a review or the end of an acceptance; 7 unless told. */
      daysAhead?: number;
    };
  };
}
