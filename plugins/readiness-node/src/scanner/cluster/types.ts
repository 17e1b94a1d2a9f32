import type { FactRecord } from '@airworthy/plugin-readiness-common';
import type { JsonObject } from '@backstage/types';
import type { ScanEntity } from '../types';

/**
 * What a cluster was seen to hold.
 *
 * @public
 */
export interface ClusterInventory {
  /** Every object that was listed, each with its `apiVersion` and `kind`. */
  objects: readonly JsonObject[];
  /** Kinds that could not be listed though they may be there, and why. */
  hidden: ReadonlyMap<string, string>;
}

/** @public */
export interface ObserveClusterOptions {
  /** Names the cluster in messages and is what annotations call it. */
  cluster: string;
  entities: readonly ScanEntity[];
  /** Environment of a namespace; undefined where it is left out. */
  environmentOf: (namespace: string) => string | undefined;
  /** Id of the source for the facts. */
  source: string;
  /** Milliseconds since the epoch: when the cluster was looked at. */
  now: number;
  /** ISO 8601; written into every fact. */
  expiresAt: string;
  /** Where a person sees an object. */
  urlOf: (object: JsonObject) => string | undefined;
  /** Workloads that are known to be several entities', by key: their refs. */
  contested?: ReadonlyMap<string, readonly string[]>;
  signal?: AbortSignal;
}

/**
 * What one cluster says about one entity.
 *
 * @public
 */
export interface ObservedEntity {
  entity: ScanEntity;
  facts: FactRecord[];
  /** Which rule matched which workload, for people. */
  matched: Array<{ member: string; rule: string }>;
  /** Why workloads that it claims were not given to it. */
  contested: string[];
}

/**
 * What one cluster says about entities.
 *
 * @public
 */
export interface ClusterObservation {
  /** Those that something was found for. */
  entities: ObservedEntity[];
  /** Workloads that several entities claim, by key: their refs. */
  contested: Map<string, string[]>;
}
