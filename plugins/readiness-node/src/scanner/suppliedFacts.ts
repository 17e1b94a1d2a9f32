import { detectors } from './detectors';
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
    ...detectors.flatMap(detector => detector.facts),
  ]),
].sort();
