import { allDetectors } from './allDetectors';
import { SERVICE_SCALARS } from './kubernetes/facts/serviceFacts';
import { KUBERNETES_LISTS } from './manifests/ManifestGap';

/**
 * Names of the facts that a repository scan can state.
 *
 * @public
 */
export const repositoryFacts: readonly string[] = [
  ...new Set([
    ...KUBERNETES_LISTS,
    ...SERVICE_SCALARS,
    ...allDetectors.flatMap(detector => detector.facts),
  ]),
].sort();
