import { join } from 'node:path';
import { type Manifest, readManifests } from '../manifests';
import { demoServices } from './demoServices';

const WORKLOADS = new Set(['Deployment', 'Rollout', 'StatefulSet']);

/**
 * What the repositories of the demo deploy to production, by service.
 *
 * @param folder - holds the repositories by their names
 */
export async function readDemoManifests(
  folder: string,
): Promise<Map<string, Manifest[]>> {
  const manifests = new Map<string, Manifest[]>();
  for (const { name, repository, runtime } of demoServices) {
    if (repository && runtime) {
      const [, repositoryName] = repository.slug.split('/');
      const place = join(folder, repositoryName, repository.path ?? '');
      const declared = await readManifests(place);
      // A chart of Helm is not rendered here.
      if (declared.some(({ kind }) => WORKLOADS.has(kind))) {
        manifests.set(name, declared);
      }
    }
  }
  return manifests;
}
