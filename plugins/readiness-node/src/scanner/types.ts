import type { JsonObject } from '@backstage/types';
import type { FactRecord } from '@airworthy/plugin-readiness-common';
import type { Detector } from './Detector';

/**
 * The files of one repository. Reading is lazy: the scanner reads only what it
 * recognises by name and size.
 *
 * @public
 */
export interface RepositoryTree {
  /** Every regular file below the root, `/` as separator, sorted by path. */
  files: ReadonlyArray<{ path: string; size: number }>;
  read(path: string): Promise<Buffer>;
  /** What could not be listed: symlinks that leave the root, loops, limits. */
  errors: ScanError[];
}

/**
 * Bounds on what one scan reads. What is hit is said as a {@link ScanError}.
 *
 * @public
 */
export interface ScanLimits {
  /** Files listed, 20,000 by default. */
  maxFiles: number;
  /** Bytes of one file, 2 MiB by default. */
  maxFileBytes: number;
  /** Bytes read in all, 64 MiB by default. */
  maxTotalBytes: number;
  /** Expanded YAML aliases in a document, 100 by default. */
  maxYamlAliases: number;
  /** Nesting of folders and of YAML, 64 by default. */
  maxDepth: number;
}

/**
 * A named problem. The rest of the repository is still scanned.
 *
 * @public
 */
export interface ScanError {
  file: string;
  /** 1-based; absent where the file as a whole is at fault. */
  line?: number;
  /** 1-based. */
  column?: number;
  message: string;
}

/**
 * A service to which the findings of a scan are attributed.
 *
 * @public
 */
export interface ScanEntity {
  entityRef: string;
  name: string;
  namespace: string;
  annotations: Record<string, string>;
  labels: Record<string, string>;
  /** `airworthy.dev/source-path`: only what is below belongs to it. */
  sourcePath?: string;
  /**
   * Folder of its catalog file. Where the repository has several services, what
   * is below belongs to it unless something names another.
   */
  homePath?: string;
  /** The catalog entity, where there is one. */
  entity?: JsonObject;
}

/** @public */
export interface ScanOptions {
  /**
   * The entities whose repository this is. Absent: those in the repository's
   * own `catalog-info.yaml`; without one each workload is its own service.
   */
  entities?: ScanEntity[];
  limits?: Partial<ScanLimits>;
  /** Overlay and namespace names that count as production. */
  productionNames?: string[];
  /** Id of the source for the facts; `repository` unless told. */
  source?: string;
  /** URL of a file for a person, from path and line. */
  urlOf?: (path: string, line?: number) => string | undefined;
  /** Milliseconds since the epoch. */
  now: number;
  /** ISO 8601; written into every fact. */
  expiresAt?: string;
  /** Detectors to run besides those that the scanner brings. */
  detectors?: readonly Detector[];
}

/**
 * A Kubernetes object that was read.
 *
 * @public
 */
export interface ScannedObject {
  apiVersion: string;
  kind: string;
  namespace: string;
  name: string;
  file: string;
  line: number;
  /** Key as in the members of list facts: `kind/namespace/name`. */
  key: string;
}

/** @public */
export interface ScannedService {
  entity: ScanEntity;
  facts: FactRecord[];
  /** Which rule matched which workload, for people. */
  matched: Array<{ member: string; rule: string }>;
  /** The production overlay or base that was taken, for people. */
  overlay?: string;
}

/** @public */
export interface RepositoryScan {
  services: ScannedService[];
  /** List facts over every object read, whoever they belong to. */
  objectFacts: FactRecord[];
  objects: ScannedObject[];
  errors: ScanError[];
}
