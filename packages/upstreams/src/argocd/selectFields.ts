type Json = { [key: string]: unknown };

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Keeps the fields that are named, by dotted paths from the root of the answer;
 * lists on the way are gone through. What Argo CD keeps to itself in a list,
 * `status.history`, is given under no name: its own user interface asks for
 * neither.
 */
export function selectFields(answer: unknown, fields: string): unknown {
  const paths = fields
    .split(',')
    .map(path => path.trim())
    .filter(path => path && !path.includes('status.history'));
  return select(
    answer,
    paths.map(path => path.split('.')),
  );
}

function select(value: unknown, paths: string[][]): unknown {
  if (paths.some(path => path.length === 0)) {
    return value;
  }
  if (Array.isArray(value)) {
    return value.map(item => select(item, paths));
  }
  if (!isObject(value)) {
    return undefined;
  }
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, child]) => {
      const inside = paths
        .filter(([first]) => first === key)
        .map(([, ...rest]) => rest);
      const selected = inside.length > 0 ? select(child, inside) : undefined;
      return selected === undefined ? [] : [[key, selected]];
    }),
  );
}
