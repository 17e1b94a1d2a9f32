import type { FactValue, Origin } from '@airworthy/plugin-readiness-common';
import type { JsonObject } from '@backstage/types';
import type { ScanEntity, ScanError } from './types';

/**
 * A Kubernetes object as it stands in production: overlays resolved.
 *
 * @public
 */
export interface ProductionObject {
  /** `kind/namespace/name`. */
  key: string;
  apiVersion: string;
  kind: string;
  namespace: string;
  name: string;
  /** The resolved object. */
  object: JsonObject;
  /** Where the object stands. */
  origin: Origin;
  /**
   * Where a value inside the object was written: the path is the keys from the
   * object's root, such as `['spec', 'replicas']`. Falls back to the object.
   */
  originOf(path: ReadonlyArray<string | number>): Origin;
}

/**
 * What a detector sees: the files that belong to one service.
 *
 * @public
 */
export interface DetectorContext {
  entity: ScanEntity;
  /** Where the service's own files start; empty for the whole repository. */
  sourcePath: string;
  /** Paths of the service's own files, sorted. */
  files: readonly string[];
  /** Paths of every file of the repository: CODEOWNERS and workflows are there. */
  allFiles: readonly string[];
  /** Text of a file, or undefined where it is too large, binary or gone. */
  text(path: string): Promise<string | undefined>;
  /**
   * Documents of a YAML or JSON file as plain values, with the line of a key
   * path; undefined where it does not parse (the error is reported once).
   */
  documents(path: string): Promise<
    | Array<{
        value: unknown;
        lineOf(path: ReadonlyArray<string | number>): number | undefined;
      }>
    | undefined
  >;
  /** The production objects of this service. */
  objects: readonly ProductionObject[];
  /** Milliseconds since the epoch. */
  now: number;

  /** States a scalar fact. */
  fact(name: string, value: FactValue, origin?: Origin): void;
  /** States one member of a list fact. */
  member(
    list: string,
    key: string,
    fields: Record<string, FactValue>,
    origins?: Record<string, Origin>,
  ): void;
  /**
   * Says that a fact (or that more members of a list) could not be told, and
   * why, as half a sentence that a person can act on. With the key of a member
   * it is about those fields that the member lacks.
   */
  gap(name: string, reason: string, member?: string): void;
  /** Reports a problem with a file. */
  error(error: ScanError): void;
}

/**
 * Recognises one thing in a repository: CI workflows, a logging library,
 * runbooks. One concern a detector, one file a detector.
 *
 * @public
 */
export interface Detector {
  readonly name: string;
  /** The facts that it states, for the docs and for a coverage test. */
  readonly facts: readonly string[];
  detect(context: DetectorContext): Promise<void>;
}
