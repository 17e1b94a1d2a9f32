import type { FactType } from '@airworthy/plugin-readiness-common';

/** What every fact that config alone declares has. */
interface ConfigFactBase {
  /** Two or more words joined by dots: `costs.centre`. */
  name: string;
  type: FactType;
  description: string;
}

/**
 * A fact that is a field of the catalog entity.
 *
 * @public
 */
export interface EntityFieldFact extends ConfigFactBase {
  from: 'entity';
  /** A dot path: `metadata.annotations.example.com/cost-centre`. */
  entityField: string;
}

/**
 * A fact that is a value in a file of the entity's repository.
 *
 * @public
 */
export interface FileFact extends ConfigFactBase {
  from: 'file';
  /** A path below what belongs to the entity, `/` as separator. */
  file: string;
  /** JSON Pointer into the YAML or JSON of the file: `/service/retries`. */
  pointer: string;
}

/**
 * A fact that is a value in the JSON at a URL.
 *
 * @public
 */
export interface UrlFact extends ConfigFactBase {
  from: 'url';
  /**
   * `https://host/path/{{ name }}`: `kind`, `namespace`, `name`, or an
   * annotation as `{{ annotations['example.com/id'] }}`, each URL-encoded.
   */
  url: string;
  /** JSON Pointer into the answer: `/data/0/score`. */
  pointer: string;
}

/**
 * A fact that config alone declares: it needs no code.
 *
 * @public
 */
export type ConfigFact = EntityFieldFact | FileFact | UrlFact;
