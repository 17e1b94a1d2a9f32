import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  readinessFactsExtensionPoint,
  readinessSourcesExtensionPoint,
} from '@airworthy/plugin-readiness-node';
import { ArgoCdSource, argoCdFacts } from './collect/ArgoCdSource';
import { readArgoCdInstances } from './config';

/**
 * Adds an evidence source for each Argo CD of `readiness.argocd.instances`.
 *
 * @public
 */
export const readinessModuleArgoCd = createBackendModule({
  pluginId: 'readiness',
  moduleId: 'argocd',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        facts: readinessFactsExtensionPoint,
        logger: coreServices.logger,
        sources: readinessSourcesExtensionPoint,
      },
      async init({ config, facts, logger, sources }) {
        facts.addFacts(...argoCdFacts);
        for (const instance of readArgoCdInstances(config)) {
          sources.addSource(ArgoCdSource.create(instance, { logger }));
        }
      },
    });
  },
});
