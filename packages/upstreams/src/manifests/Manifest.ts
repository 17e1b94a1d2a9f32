import { z } from 'zod';

const labelsSchema = z.record(z.string(), z.string());

/** An object as a repository declares it, as far as we look inside. */
export const manifestSchema = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z
    .looseObject({
      name: z.string().default(''),
      namespace: z.string().optional(),
      labels: labelsSchema.optional(),
      annotations: labelsSchema.optional(),
    })
    .default({ name: '' }),
  spec: z
    .looseObject({
      replicas: z.number().optional(),
      template: z
        .looseObject({
          metadata: z
            .looseObject({ labels: labelsSchema.optional() })
            .optional(),
        })
        .optional(),
    })
    .optional(),
});

/** @see manifestSchema */
export type Manifest = z.infer<typeof manifestSchema>;

/** JSON patches of RFC 6902, those that replace. */
export const patchOperationsSchema = z.array(
  z.object({
    op: z.enum(['replace', 'add']),
    path: z.string().startsWith('/'),
    value: z.unknown(),
  }),
);

type Patch = z.infer<typeof patchOperationsSchema> | { merge: unknown };

/** Applies a patch to an object, in place. Lists are replaced as a whole. */
export function applyPatch(object: Manifest, patch: Patch): void {
  if ('merge' in patch) {
    merge(object, patch.merge);
    return;
  }
  for (const { path, value } of patch) {
    const steps = path
      .slice(1)
      .split('/')
      .map(step => step.replaceAll('~1', '/').replaceAll('~0', '~'));
    let place: unknown = object;
    for (const step of steps.slice(0, -1)) {
      place = isObject(place) ? place[step] : undefined;
    }
    if (isObject(place)) {
      place[steps[steps.length - 1]] = value;
    }
  }
}

function merge(into: unknown, from: unknown): void {
  if (!isObject(into) || !isObject(from)) {
    return;
  }
  for (const [key, value] of Object.entries(from)) {
    if (isObject(into[key]) && isObject(value)) {
      merge(into[key], value);
    } else {
      into[key] = value;
    }
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
