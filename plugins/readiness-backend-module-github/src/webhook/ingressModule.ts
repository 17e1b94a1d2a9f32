import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { eventsExtensionPoint } from '@backstage/plugin-events-node/alpha';
import { createSignatureValidator } from '@airworthy/plugin-readiness-node';
import { readWebhookSecrets } from '../config';
import { GITHUB_TOPIC } from './GithubWebhook';

/**
 * Lets the events plugin take what GitHub posts and signs, at
 * `/api/events/http/github`. Only where `readiness.github.webhook` has secrets.
 */
export const eventsModuleGithubIngress = createBackendModule({
  pluginId: 'events',
  moduleId: 'airworthy-github-ingress',
  register(env) {
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        config: coreServices.rootConfig,
        events: eventsExtensionPoint,
      },
      async init({ auditor, config, events }) {
        const secrets = readWebhookSecrets(config);
        if (secrets.length > 0) {
          events.addHttpPostIngress({
            topic: GITHUB_TOPIC,
            validator: createSignatureValidator({
              vendor: 'GitHub',
              header: 'x-hub-signature-256',
              prefix: 'sha256=',
              secrets,
              auditor,
            }),
          });
        }
      },
    });
  },
});
