import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { eventsExtensionPoint } from '@backstage/plugin-events-node/alpha';
import { createSignatureValidator } from '@airworthy/plugin-readiness-node';
import { readWebhookSecrets } from '../config';
import { PAGERDUTY_TOPIC } from './PagerDutyWebhook';

/**
 * Lets the events plugin take what PagerDuty posts and signs, at
 * `/api/events/http/pagerduty`. Only where `readiness.pagerduty.webhook` has
 * secrets.
 */
export const eventsModulePagerDutyIngress = createBackendModule({
  pluginId: 'events',
  moduleId: 'airworthy-pagerduty-ingress',
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
            topic: PAGERDUTY_TOPIC,
            validator: createSignatureValidator({
              vendor: 'PagerDuty',
              header: 'x-pagerduty-signature',
              prefix: 'v1=',
              secrets,
              auditor,
            }),
          });
        }
      },
    });
  },
});
