export {
  EntityAlertsCard,
  EntityDeploymentsCard,
  EntityReadinessCard,
  EntityReadinessContent,
  ReadinessPage,
  readinessPlugin,
} from './plugin';
export { readinessApiRef } from './api/readinessApiRef';
export { readinessTranslationRef } from './translation';
