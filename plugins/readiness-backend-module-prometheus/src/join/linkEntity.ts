import type { EntityEvidence } from '@airworthy/plugin-readiness-node';
import {
  LABELS_ANNOTATION,
  SERVER_ANNOTATION,
  type EntitySelector,
} from './EntitySelector';

/** Why a server is not to be asked about an entity, before it is. */
export function refuseLink(
  selector: EntitySelector,
  server: string,
): EntityEvidence['link'] | undefined {
  if (selector.server !== undefined && selector.server !== server) {
    return {
      status: 'not-linked',
      message: `The annotation ${SERVER_ANNOTATION} names ${selector.server}.`,
    };
  }
  if (selector.problem !== undefined) {
    return {
      status: 'not-found',
      message: `It cannot be looked for: ${selector.problem}.`,
    };
  }
  return undefined;
}

/**
 * The link of an entity of which nothing was found: an annotation that leads
 * nowhere, or nothing that would lead anywhere.
 *
 * @param wanted - what was looked for, such as `alerting rule`
 */
export function missingLink(
  selector: EntitySelector,
  wanted: string,
): EntityEvidence['link'] {
  const labels = selector.labels
    .map(([name, value]) => `${name}="${value}"`)
    .join(', ');
  const sought = [
    ...(labels ? [`carries ${labels}`] : []),
    ...(selector.ruleNames.length > 0
      ? [`is called ${selector.ruleNames.join(' or ')}`]
      : []),
  ].join(' or ');
  return selector.annotated
    ? { status: 'not-found', message: `No ${wanted} ${sought}.` }
    : {
        status: 'not-linked',
        message: sought
          ? `No ${wanted} ${sought}: give it that label, or say with the annotation ${LABELS_ANNOTATION} which labels it has.`
          : `The annotation ${LABELS_ANNOTATION} would say what belongs to it.`,
      };
}
