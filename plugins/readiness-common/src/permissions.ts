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
 * Vouching for a fact of an entity, until a date; taking it back.
 *
 * @public
 */
export const readinessAttestationCreatePermission = createPermission({
  name: 'readiness.attestation.create',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_READINESS_SCORECARD,
});

/**
 * Pushing evidence and deployments. Services pass every permission: which of
 * them may push for which entities is `readiness.push.callers` of the config.
 *
 * @public
 */
export const readinessEvidencePushPermission = createPermission({
  name: 'readiness.evidence.push',
  attributes: { action: 'create' },
});

/**
 * Running an evidence source now, for all entities.
 *
 * @public
 */
export const readinessSourceRunPermission = createPermission({
  name: 'readiness.source.run',
  attributes: { action: 'update' },
});

/**
 * Saying that the owner of an entity is the right one, until a day.
 *
 * @public
 */
export const readinessOwnershipConfirmPermission = createPermission({
  name: 'readiness.ownership.confirm',
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
  readinessAttestationCreatePermission,
  readinessOwnershipConfirmPermission,
  readinessEvidencePushPermission,
  readinessSourceRunPermission,
];
