import type { Origin } from '@airworthy/plugin-readiness-common';

/** The package registries that manifests draw from. */
export type Ecosystem =
  | 'npm'
  | 'go'
  | 'maven'
  | 'pypi'
  | 'gem'
  | 'cargo'
  | 'nuget';

/** A library that a manifest of the service names. */
export interface Dependency {
  ecosystem: Ecosystem;
  /**
   * As the registry spells it, in lower case: `@scope/name`, the path of a Go
   * module without its major version, `group:artifact` for Maven.
   */
  name: string;
  /** Not needed in production. */
  development: boolean;
  origin: Origin;
}
