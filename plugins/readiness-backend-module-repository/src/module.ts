import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import {
  readConfigFacts,
  readinessSourcesExtensionPoint,
  RepositoryLocator,
  RepositoryReader,
} from '@airworthy/plugin-readiness-node';
import { readRepositoryConfig } from './config/readRepositoryConfig';
import { RepositorySource } from './source/RepositorySource';

/**
 * Brings evidence that the repository of each service declares.
 *
 * @public
 */
export const readinessModuleRepository = createBackendModule({
  pluginId: 'readiness',
  moduleId: 'repository',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        sources: readinessSourcesExtensionPoint,
        urlReader: coreServices.urlReader,
      },
      async init({ config, sources, urlReader }) {
        const repositoryConfig = readRepositoryConfig(config);
        const integrations = ScmIntegrations.fromConfig(config);
        sources.addSource(
          new RepositorySource({
            config: repositoryConfig,
            locator: new RepositoryLocator({
              integrations,
              localRoots: repositoryConfig.localRoots,
            }),
            reader: new RepositoryReader({
              urlReader,
              limits: repositoryConfig.limits,
            }),
            integrations,
            fileFacts: readConfigFacts(config).filter(
              fact => fact.from === 'file',
            ),
          }),
        );
      },
    });
  },
});
