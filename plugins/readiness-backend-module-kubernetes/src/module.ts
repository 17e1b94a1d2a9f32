import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { readinessSourcesExtensionPoint } from '@airworthy/plugin-readiness-node';
import { KubernetesSource } from './collect/KubernetesSource';
import { readClusters } from './config';

/**
 * Adds an evidence source for each cluster of `readiness.kubernetes.clusters`.
 *
 * @public
 */
export const readinessModuleKubernetes = createBackendModule({
  pluginId: 'readiness',
  moduleId: 'kubernetes',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        sources: readinessSourcesExtensionPoint,
      },
      async init({ config, logger, sources }) {
        for (const cluster of readClusters(config)) {
          sources.addSource(KubernetesSource.create(cluster, { logger }));
        }
      },
    });
  },
});
