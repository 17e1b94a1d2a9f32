import { createPermission } from '@backstage/plugin-permission-common';

/**
 * The resource type of tradeoff records, for conditional decisions.
 *
 * @public
 */
export const RESOURCE_TYPE_TRADEOFF_RECORD = 'tradeoff-record';

/**
 * Seeing a record, and everything counted from it. The catalog's own permission
 * on the first entity of the record has to allow it, too.
 *
 * @public
 */
export const tradeoffsRecordReadPermission = createPermission({
  name: 'tradeoffs.record.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_TRADEOFF_RECORD,
});

/**
 * Writing and changing records in the portal.
 *
 * @public
 */
export const tradeoffsRecordCreatePermission = createPermission({
  name: 'tradeoffs.record.create',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_TRADEOFF_RECORD,
});

/**
 * Accepting a record, moving it on from there, and confirming the checks that
 * it accepts. Whatever a policy allows, only a decision maker of the record or
 * the owner of its first entity may.
 *
 * @public
 */
export const tradeoffsRecordAcceptPermission = createPermission({
  name: 'tradeoffs.record.accept',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_TRADEOFF_RECORD,
});

/**
 * All permissions of the tradeoffs plugin.
 *
 * @public
 */
export const tradeoffsPermissions = [
  tradeoffsRecordReadPermission,
  tradeoffsRecordCreatePermission,
  tradeoffsRecordAcceptPermission,
];
