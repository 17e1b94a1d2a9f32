import { createBackendFeatureLoader } from '@backstage/backend-plugin-api';
import { readinessModuleGithub } from './module';
import { eventsModuleGithubIngress } from './webhook/ingressModule';

/**
 * All that GitHub needs: the sources, and the ingress for what it posts.
 *
 * @public
 */
export const githubFeature = createBackendFeatureLoader({
  loader: () => [readinessModuleGithub, eventsModuleGithubIngress],
});
