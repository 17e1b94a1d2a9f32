import type {
  InactiveCheck,
  LevelConfig,
  Scorecard,
} from '@airworthy/plugin-readiness-common';
import type {
  ScanError,
  ScannedObject,
} from '@airworthy/plugin-readiness-node';

/** What is wrong with one Kubernetes object, by a check of the checklist. */
export interface ObjectFault {
  check: string;
  message: string;
}

/** A Kubernetes object that was read, and its faults. */
export interface JudgedObject extends ScannedObject {
  faults: ObjectFault[];
}

/** What a scan of a path came to. */
export interface ScanResult {
  checklist: { id: string; title: string; version: number };
  levels: LevelConfig[];
  scorecards: Scorecard[];
  /** Of each service, for people: what was taken to be its own, and why. */
  services: Array<{
    entityRef: string;
    overlay?: string;
    matched: Array<{ member: string; rule: string }>;
  }>;
  objects: JudgedObject[];
  /** Checks that a scan cannot answer, with what would. */
  inactive: InactiveCheck[];
  errors: ScanError[];
}
