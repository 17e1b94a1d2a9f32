import { createPermission } from '@backstage/plugin-permission-common';

/**
 * The resource type of scorecards, for conditional decisions.
 *
 * @public
 */
export const RESOURCE_TYPE_READINESS_SCORECARD = 'readiness-scorecard';

/**
 * Seeing a scorecard, and everything counted from it. Conditions see the owner.
 *
 * @public
 */
export const readinessScorecardReadPermission = createPermission({
  name: 'readiness.scorecard.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_READINESS_SCORECARD,
});

/**
 * Asking the evidence sources again for one entity.
 *
 * @public
 */
export const readinessScorecardRefreshPermission = createPermission({
  name: 'readiness.scorecard.refresh',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_READINESS_SCORECARD,
});

/**
 * All permissions of the readiness plugin.
 *
 * @public
 */
export const readinessPermissions = [
  readinessScorecardReadPermission,
  readinessScorecardRefreshPermission,
];
