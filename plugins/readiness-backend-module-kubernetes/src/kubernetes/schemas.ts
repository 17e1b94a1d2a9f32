import type { JsonObject } from '@backstage/types';
import { z } from 'zod';

/** What came over the wire as an object, so it is JSON all through. */
const jsonObject = z.custom<JsonObject>(
  value => typeof value === 'object' && value !== null && !Array.isArray(value),
  'is no object',
);

/** A page of a list: kubernetes.io, API concepts, Retrieving large results sets in chunks. */
export const objectListSchema = z.object({
  metadata: z.object({
    continue: z.string().optional(),
    resourceVersion: z.string().optional(),
  }),
  // Go writes an empty list as null where nothing was ever put into it.
  items: z
    .array(jsonObject)
    .nullable()
    .transform(items => items ?? []),
});

/** `/apis`: meta/v1 APIGroupList. */
export const groupListSchema = z.object({
  groups: z.array(
    z.object({
      name: z.string(),
      versions: z.array(z.object({ version: z.string() })),
      preferredVersion: z.object({ version: z.string() }).optional(),
    }),
  ),
});

/** meta/v1 Status, as far as its words go. */
export const statusSchema = z.object({
  message: z.string().optional(),
  reason: z.string().optional(),
});
