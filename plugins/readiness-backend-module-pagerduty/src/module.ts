import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  readinessEvidenceExtensionPoint,
  readinessFactsExtensionPoint,
  readinessSourcesExtensionPoint,
} from '@airworthy/plugin-readiness-node';
import { PagerDutySource } from './collect/PagerDutySource';
import { readAccounts } from './config';
import { pagerDutyFacts } from './facts/factDefinitions';
import { PagerDutyWebhook } from './webhook/PagerDutyWebhook';

/**
 * Adds an evidence source for each account of `readiness.pagerduty.accounts`, and
 * reads what PagerDuty posts.
 *
 * @public
 */
export const readinessModulePagerDuty = createBackendModule({
  pluginId: 'readiness',
  moduleId: 'pagerduty',
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
        const accounts = readAccounts(config);
        facts.addFacts(...pagerDutyFacts);
        for (const account of accounts) {
          sources.addSource(PagerDutySource.create(account, { logger }));
        }
        if (accounts.length > 0) {
          evidence.addWebhook(new PagerDutyWebhook({ accounts }));
        }
      },
    });
  },
});
