import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  DefaultGithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import {
  readinessEvidenceExtensionPoint,
  readinessFactsExtensionPoint,
  readinessSourcesExtensionPoint,
} from '@airworthy/plugin-readiness-node';
import { GithubSource } from './collect/GithubSource';
import { readAccounts } from './config';
import { githubFacts } from './facts/factDefinitions';
import { GithubWebhook } from './webhook/GithubWebhook';

/**
 * Adds an evidence source for each organization of `readiness.github.accounts`,
 * and reads what GitHub posts.
 *
 * @public
 */
export const readinessModuleGithub = createBackendModule({
  pluginId: 'readiness',
  moduleId: 'github',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        evidence: readinessEvidenceExtensionPoint,
        facts: readinessFactsExtensionPoint,
        logger: coreServices.logger,
        sources: readinessSourcesExtensionPoint,
      },
      async init({ config, evidence, facts, logger, sources }) {
        const integrations = ScmIntegrations.fromConfig(config);
        const credentials =
          DefaultGithubCredentialsProvider.fromIntegrations(integrations);
        const accounts = readAccounts(config, integrations);
        facts.addFacts(...githubFacts);
        for (const account of accounts) {
          sources.addSource(
            GithubSource.create(account, { credentials, logger }),
          );
        }
        if (accounts.length > 0) {
          evidence.addWebhook(new GithubWebhook({ accounts }));
        }
      },
    });
  },
});
