import type { ProductionNames } from '../environment/ProductionNames';
import type { RepositoryFiles } from '../files/RepositoryFiles';
import { readHelmManifests } from '../helm/readHelmManifests';
import { KustomizationIndex } from '../kustomize/KustomizationIndex';
import { readKustomizeManifests } from '../kustomize/readKustomizeManifests';
import { looksLikeManifest } from './ManifestGap';
import {
  isWorkloadManifest,
  isYamlPath,
  readPlainManifests,
  type ManifestSet,
} from './readPlainManifests';

/**
 * The Kubernetes objects of a repository as they stand in production: overlays
 * resolved, charts rendered, and files that belong to one not counted again.
 */
export async function readProductionManifests(
  files: RepositoryFiles,
  names: ProductionNames,
): Promise<ManifestSet> {
  const index = await KustomizationIndex.read(files);
  const helm = await readHelmManifests(files, names);
  const owned = new Set([...index.ownedFiles(), ...helm.ownedFiles]);
  const paths = await manifestPaths(files);
  const plain = paths.filter(path => !owned.has(path));
  const sets = [
    await readKustomizeManifests(files, index, names),
    helm,
    await readPlainManifests(files, plain, names),
  ];
  // What stands in overlays that were not taken is broken all the same.
  for (const path of paths.filter(each => !helm.ownedFiles.has(each))) {
    await files.parse(path);
  }
  const manifests = sets.flatMap(set => set.manifests);
  const gaps = sets.flatMap(set => set.gaps);
  const elsewhere = sets.find(set => set.elsewhere)?.elsewhere;
  if (
    elsewhere !== undefined &&
    gaps.length === 0 &&
    !manifests.some(({ root }) => isWorkloadManifest(root))
  ) {
    gaps.push({
      reason: `${elsewhere} is for another environment, and nothing here is for production (${names.describe()})`,
      path: '',
      kinds: undefined,
    });
  }
  return { manifests, gaps, taken: sets.flatMap(set => set.taken) };
}

/** Files that may hold manifests. */
async function manifestPaths(
  files: RepositoryFiles,
): Promise<readonly string[]> {
  const [only, ...others] = files.paths;
  // A single file that somebody asks about may be called anything.
  if (only !== undefined && others.length === 0 && !isYamlPath(only)) {
    const text = await files.text(only);
    return text !== undefined && looksLikeManifest(text) ? [only] : [];
  }
  return files.paths.filter(isYamlPath);
}
