/**
 * What `JSON.stringify` writes for a NUL or for half of a surrogate pair, both
 * of which PostgreSQL refuses in text.
 */
const REFUSED = /\\u0000|\\ud[89a-f]/;

/**
 * JSON that every database takes as text: what none can keep is left out.
 *
 * @public
 */
export function toJson(value: unknown): string {
  const json = JSON.stringify(value);
  if (!REFUSED.test(json)) {
    return json;
  }
  return JSON.stringify(value, (_, entry) =>
    typeof entry === 'string' ? keepable(entry) : entry,
  );
}

function keepable(text: string): string {
  return text
    .replace(/\0/g, '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])/g, '\ufffd')
    .replace(/(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}
