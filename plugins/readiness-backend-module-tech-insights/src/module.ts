import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  readinessFactsExtensionPoint,
  readinessSourcesExtensionPoint,
} from '@airworthy/plugin-readiness-node';
import {
  readinessFactRetrieversExtensionPoint,
  type RegisteredFactRetriever,
} from './extensionPoint';
import { FactRetrieverSource } from './FactRetrieverSource';

/**
 * Lets fact retrievers of Tech Insights supply facts.
 *
 * @public
 */
export const readinessModuleTechInsights = createBackendModule({
  pluginId: 'readiness',
  moduleId: 'tech-insights',
  register(env) {
    const retrievers: RegisteredFactRetriever[] = [];
    env.registerExtensionPoint(readinessFactRetrieversExtensionPoint, {
      addFactRetriever: retriever => retrievers.push(retriever),
    });
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        urlReader: coreServices.urlReader,
        facts: readinessFactsExtensionPoint,
        sources: readinessSourcesExtensionPoint,
      },
      async init({ facts, sources, ...services }) {
        for (const retriever of retrievers) {
          const source = new FactRetrieverSource({ ...retriever, services });
          facts.addFacts(...source.definitions);
          sources.addSource(source);
        }
      },
    });
  },
});
