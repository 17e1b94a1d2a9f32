import { posix } from 'node:path';
import type { ProductionNames } from '../environment/ProductionNames';
import type { RepositoryFiles, YamlFile } from '../files/RepositoryFiles';
import {
  isTemplated,
  readManifests,
  type Manifest,
} from '../kubernetes/objects';
import { WORKLOAD_KINDS } from '../kubernetes/workloads/Workload';
import type { LocatedNode } from '../yaml';
import { stringOf } from '../yaml';
import {
  kindsInText,
  looksLikeManifest,
  type ManifestGap,
} from './ManifestGap';

/** Kubernetes objects of a repository, and what could not be read of them. */
export interface ManifestSet {
  manifests: Manifest[];
  gaps: ManifestGap[];
  /**
   * What was taken for production: a file that all of its objects come through,
   * and what to call it for people, such as `deploy/overlays/production`.
   */
  taken: Array<{ source: string; title: string }>;
  /** A file with workloads for another environment, which were left out. */
  elsewhere?: string;
}

/** Written by a package manager: large, YAML, and of no interest. */
const LOCK_FILES = new Set(['pnpm-lock.yaml', 'pnpm-lock.yml']);

/** Whether a path is that of a YAML file that a person wrote. */
export function isYamlPath(path: string): boolean {
  return /\.ya?ml$/i.test(path) && !LOCK_FILES.has(posix.basename(path));
}

/** What a file that does not parse may hide, where it was meant as manifests. */
export function gapOfBrokenFile(
  path: string,
  file: YamlFile,
): ManifestGap | undefined {
  const [error] = file.errors;
  if (!error || file.text === undefined || !looksLikeManifest(file.text)) {
    return undefined;
  }
  return { reason: error.message, path, kinds: kindsInText(file.text) };
}

/** Whether an object is a workload. */
export function isWorkloadManifest(root: LocatedNode): boolean {
  return WORKLOAD_KINDS.includes(stringOf(root, 'kind') ?? '');
}

/**
 * The Kubernetes objects of files that belong to no overlay and no chart.
 * Those of another environment, by folder, file name or namespace, are left
 * out.
 */
export async function readPlainManifests(
  files: RepositoryFiles,
  paths: readonly string[],
  names: ProductionNames,
): Promise<ManifestSet> {
  const manifests: Manifest[] = [];
  const gaps: ManifestGap[] = [];
  let elsewhere: string | undefined;
  for (const path of paths) {
    const file = await files.parse(path);
    const isElsewhere = names.ofFile(path) === 'other';
    const gap = gapOfBrokenFile(path, file);
    if (gap && !isElsewhere) {
      gaps.push(gap);
    }
    for (const root of file.documents.flatMap(({ root: node }) =>
      readManifests(node),
    )) {
      if (isTemplated(root)) {
        gaps.push(templateGap(path, root));
      } else if (
        isElsewhere ||
        names.ofNamespace(stringOf(root, 'metadata', 'namespace') ?? '') ===
          'other'
      ) {
        elsewhere ??= isWorkloadManifest(root) ? path : undefined;
      } else {
        manifests.push({ root, sources: [path] });
      }
    }
  }
  return { manifests, gaps, taken: [], ...(elsewhere && { elsewhere }) };
}

function templateGap(path: string, root: LocatedNode): ManifestGap {
  return {
    reason: `${path}:${root.place.line} is a template with {{ }} that is not rendered`,
    path,
    kinds: new Set([stringOf(root, 'kind') ?? '']),
  };
}
