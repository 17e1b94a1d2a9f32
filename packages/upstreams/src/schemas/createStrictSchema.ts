/** A JSON schema, as far as {@link createStrictSchema} looks at it. */
export type JsonSchema = { [key: string]: unknown };

function isObject(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * A copy of a vendor's JSON schema that refuses fields which it does not name:
 * a stand-in must not invent what the vendor never sends. Objects that are
 * maps, or are put together by `allOf`, stay as they are.
 */
export function createStrictSchema(schema: JsonSchema): JsonSchema {
  const strict: JsonSchema = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => {
      if (Array.isArray(value)) {
        return [
          key,
          value.map(item => (isObject(item) ? createStrictSchema(item) : item)),
        ];
      }
      return [key, isObject(value) ? createStrictSchema(value) : value];
    }),
  );
  const composed = ['allOf', 'anyOf', 'oneOf'].some(key => key in schema);
  if (
    isObject(schema.properties) &&
    !composed &&
    schema.additionalProperties === undefined
  ) {
    strict.additionalProperties = false;
  }
  return strict;
}
