import type { SourceEntity } from '@airworthy/plugin-readiness-node';

/** The URL for one entity, or why it has none, as half a sentence. */
export type ExpandedUrl = { url: URL } | { missing: string };

const PLACEHOLDER = /\{\{\s*(.*?)\s*\}\}/g;
const ANNOTATION = /^annotations\['([^']+)'\]$/;

/**
 * Puts an entity into a URL: `{{ kind }}`, `{{ namespace }}`, `{{ name }}` and
 * `{{ annotations['example.com/id'] }}`. Each is encoded, so that no value can
 * reach beyond its place in the path or the query.
 */
export function expandUrl(template: string, entity: SourceEntity): ExpandedUrl {
  let missing: string | undefined;
  const text = template.replace(PLACEHOLDER, (_, expression: string) => {
    const value = valueOf(expression, entity);
    if (value === undefined) {
      missing ??= `the entity has no ${expression}`;
    }
    // Encoding leaves dots alone, and `..` climbs out of a path.
    return encodeURIComponent(value ?? '').replace(/^\.{1,2}$/, '');
  });
  if (missing !== undefined) {
    return { missing };
  }
  return URL.canParse(text)
    ? { url: new URL(text) }
    : { missing: `${template} gives no URL` };
}

function valueOf(expression: string, entity: SourceEntity): string | undefined {
  switch (expression) {
    case 'kind':
      return entity.kind;
    case 'namespace':
      return entity.namespace;
    case 'name':
      return entity.name;
    default: {
      const annotation = ANNOTATION.exec(expression);
      return annotation ? entity.annotations[annotation[1]] : undefined;
    }
  }
}
