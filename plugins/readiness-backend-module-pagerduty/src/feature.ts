import { createBackendFeatureLoader } from '@backstage/backend-plugin-api';
import { readinessModulePagerDuty } from './module';
import { eventsModulePagerDutyIngress } from './webhook/ingressModule';

/**
 * All that PagerDuty needs: the sources, and the ingress for what it posts.
 *
 * @public
 */
export const pagerDutyFeature = createBackendFeatureLoader({
  loader: () => [readinessModulePagerDuty, eventsModulePagerDutyIngress],
});
