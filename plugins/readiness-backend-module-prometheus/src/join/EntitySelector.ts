import type { SourceEntity } from '@airworthy/plugin-readiness-node';
import type { LabelPair } from './LabelIndex';

/** Labels of what belongs to the entity, as `name=value,name=value`. */
export const LABELS_ANNOTATION = 'prometheus.io/labels';
/** Names of rules, each maybe followed by `|dimension`. */
export const RULE_ANNOTATION = 'prometheus.io/rule';
/** Names of alerting rules, or `all`. */
export const ALERT_ANNOTATION = 'prometheus.io/alert';
/** The server that knows the entity, where there are several. */
export const SERVER_ANNOTATION = 'prometheus.io/service-name';

/** Annotations that link an entity to a server. */
export const LINKING_ANNOTATIONS = [
  LABELS_ANNOTATION,
  RULE_ANNOTATION,
  ALERT_ANNOTATION,
];

/** What belongs to one entity, in the words of Prometheus. */
export interface EntitySelector {
  labels: LabelPair[];
  /** Names of alerting rules that belong to it whatever their labels. */
  ruleNames: string[];
  /** An annotation says so; else it is the default join. */
  annotated: boolean;
  /** The only server that is to speak about it. */
  server?: string;
  /** Why an annotation cannot be used. */
  problem?: string;
}

/**
 * How an entity is to be found: by its annotations, else, for components, by
 * the label that joins by default and the entity's name.
 */
export function selectEntity(
  entity: Pick<SourceEntity, 'kind' | 'name' | 'annotations'>,
  joinLabel: string,
): EntitySelector {
  const { annotations } = entity;
  const written = annotations[LABELS_ANNOTATION];
  const labels = written === undefined ? undefined : readLabels(written);
  const ruleNames = [
    ...namesIn(annotations[RULE_ANNOTATION]),
    ...namesIn(annotations[ALERT_ANNOTATION]).filter(name => name !== 'all'),
  ];
  return {
    labels: labels ?? defaultLabels(entity, joinLabel),
    ruleNames: [...new Set(ruleNames)],
    annotated: written !== undefined || ruleNames.length > 0,
    server: annotations[SERVER_ANNOTATION],
    ...(written !== undefined && !labels
      ? {
          problem: `the annotation ${LABELS_ANNOTATION} must read name=value,name=value`,
        }
      : {}),
  };
}

/** A system or an API may bear the name of a component that it is not. */
function defaultLabels(
  { kind, name }: Pick<SourceEntity, 'kind' | 'name'>,
  joinLabel: string,
): LabelPair[] {
  return kind.toLowerCase() === 'component' ? [[joinLabel, name]] : [];
}

function namesIn(annotation = ''): string[] {
  return annotation
    .split(',')
    .map(part => part.split('|')[0].trim())
    .filter(Boolean);
}

function readLabels(annotation: string): LabelPair[] | undefined {
  const pairs = annotation
    .split(',')
    .map(part => part.trim())
    .filter(Boolean)
    .map(part => /^([^=\s]+)\s*=\s*"?([^"]*?)"?$/.exec(part));
  const read = pairs.flatMap(match =>
    match ? [[match[1], match[2]] as const] : [],
  );
  return read.length > 0 && read.length === pairs.length ? read : undefined;
}
