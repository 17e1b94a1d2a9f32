import type { ProductionNames } from '../environment/ProductionNames';
import type { RepositoryFiles } from '../files/RepositoryFiles';
import type { ManifestSet } from '../manifests/readPlainManifests';
import { chooseKustomizations } from './chooseKustomizations';
import { KustomizationBuilder } from './KustomizationBuilder';
import type { KustomizationIndex } from './KustomizationIndex';

/** The objects of the kustomizations that stand for production. */
export async function readKustomizeManifests(
  files: RepositoryFiles,
  index: KustomizationIndex,
  names: ProductionNames,
): Promise<ManifestSet> {
  const builder = new KustomizationBuilder(index, files);
  const { chosen, undecided } = chooseKustomizations(index, names);
  const set: ManifestSet = {
    manifests: [],
    gaps: undecided.map(({ folder, reason }) => ({
      reason,
      path: folder,
      kinds: undefined,
    })),
    taken: [],
  };
  for (const { kustomization, title } of chosen) {
    const build = await builder.build(kustomization);
    set.manifests.push(
      ...build.resources.map(({ root, sources }) => ({ root, sources })),
    );
    set.gaps.push(...build.gaps);
    set.taken.push({ source: kustomization.file, title });
  }
  return set;
}
