import { z } from 'zod';

const expression = z.string().min(1);
const relativeFolder = z
  .string()
  .regex(/^\.{1,2}\//, 'starts with ./ or ../, from the folder of this file');

/**
 * The shape of `golden-path.yaml`, which lies beside a `template.yaml`.
 *
 * @public
 */
export const goldenPathSchema = z.strictObject({
  schemaVersion: z.literal(1),
  name: z.string().regex(/^[a-z][a-z0-9-]{0,62}$/, 'lower case, digits and -'),
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'a version such as 1.4.0'),
  /** Which of the building blocks a service of this path always has. */
  blocks: z.array(z.string()).default([]),
  /** What the path's own tests prove, in words, with the title of the test. */
  proves: z
    .array(
      z.strictObject({ claim: z.string().min(1), test: z.string().min(1) }),
    )
    .default([]),
  /** Applied in order, before the path's own skeleton. */
  layers: z
    .array(
      z.strictObject({ path: relativeFolder, when: expression.optional() }),
    )
    .default([]),
  skeleton: relativeFolder.default('./skeleton'),
  /** Values that follow from the answers, as expressions, in order. */
  values: z.record(z.string().regex(/^[A-Za-z_]\w*$/), expression).default({}),
  /** Files left out unless their condition holds. */
  optional: z
    .array(
      z.strictObject({ files: z.array(z.string().min(1)), when: expression }),
    )
    .default([]),
  /** Files of earlier layers that a later one replaces on purpose. */
  replaces: z.array(z.string().min(1)).default([]),
  /** Which files an update may touch, as globs. */
  managed: z.array(z.string().min(1)).default(['**']),
  /** Globs taken out of `managed`. */
  unmanaged: z.array(z.string().min(1)).default([]),
  /** What a person has to do, or to know, on the way to a version. */
  migrations: z
    .array(
      z.strictObject({
        version: z.string().regex(/^\d+\.\d+\.\d+$/),
        note: z.string().min(1),
      }),
    )
    .default([]),
});

/**
 * What `golden-path.yaml` says.
 *
 * @public
 */
export type GoldenPath = z.output<typeof goldenPathSchema>;
