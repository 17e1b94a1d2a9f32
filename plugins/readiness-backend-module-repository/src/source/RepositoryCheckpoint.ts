import { hashJson, type ScanEntity } from '@airworthy/plugin-readiness-node';
import { z } from 'zod';

/**
 * Raised with every change of what a scan finds, so that repositories that did
 * not change are scanned again.
 */
export const SCANNER_VERSION = 1;

const strings = z.record(z.string(), z.string());

const schema = z.object({
  /** Of the tree as it was read last. */
  etag: z.string(),
  /** Of all else that the result depends on. */
  fingerprint: z.string(),
  /** ISO 8601. */
  scannedAt: z.string(),
  entities: z.array(
    z.object({
      entityRef: z.string(),
      name: z.string(),
      namespace: z.string(),
      annotations: strings,
      labels: strings,
      sourcePath: z.string().optional(),
      homePath: z.string().optional(),
      entity: z.record(z.string(), z.json()),
    }),
  ),
});

/** What is kept of the last scan of a repository. */
export type RepositoryCheckpoint = z.infer<typeof schema>;

/** Reads a checkpoint; undefined where it is another version's. */
export function parseCheckpoint(
  value: unknown,
): RepositoryCheckpoint | undefined {
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

/** A checkpoint's key for a repository: short, whatever its URL. */
export function checkpointKey(repository: string): string {
  return `repository:${hashJson(repository)}`;
}

/** What, besides the files, the result of a scan depends on. */
export function fingerprintOf(
  entities: readonly ScanEntity[],
  settings: unknown,
): string {
  return hashJson({ version: SCANNER_VERSION, entities, settings });
}
