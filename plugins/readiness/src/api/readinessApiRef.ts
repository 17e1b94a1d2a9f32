import { createApiRef } from '@backstage/core-plugin-api';
import type { ReadinessApi } from '@airworthy/plugin-readiness-common';

/**
 * Reads of the readiness back end.
 *
 * @public
 */
export const readinessApiRef = createApiRef<ReadinessApi>({
  id: 'plugin.readiness.service',
});
