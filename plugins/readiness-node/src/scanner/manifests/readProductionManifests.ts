import type { ProductionNames } from '../environment/ProductionNames';
import type { RepositoryFiles } from '../files/RepositoryFiles';
import {
  isYamlPath,
  readPlainManifests,
  type ManifestSet,
} from './readPlainManifests';

/**
 * The Kubernetes objects of a repository as they stand in production.
 */
export async function readProductionManifests(
  files: RepositoryFiles,
  names: ProductionNames,
): Promise<ManifestSet> {
  // A single file that somebody asks about is YAML whatever it is called.
  const paths =
    files.paths.length === 1 ? files.paths : files.paths.filter(isYamlPath);
  return await readPlainManifests(files, paths, names);
}
