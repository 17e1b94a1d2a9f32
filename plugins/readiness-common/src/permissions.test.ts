import { isResourcePermission } from '@backstage/plugin-permission-common';
import {
  readinessPermissions,
  RESOURCE_TYPE_READINESS_SCORECARD,
} from './permissions';

describe('readinessPermissions', () => {
  it('name what may be decided per scorecard', () => {
    expect(
      readinessPermissions.map(permission => [
        permission.name,
        permission.attributes.action,
        isResourcePermission(permission, RESOURCE_TYPE_READINESS_SCORECARD),
      ]),
    ).toEqual([
      ['readiness.scorecard.read', 'read', true],
      ['readiness.scorecard.refresh', 'update', true],
      ['readiness.attestation.create', 'create', true],
      ['readiness.ownership.confirm', 'update', true],
      ['readiness.evidence.push', 'create', false],
      ['readiness.source.run', 'update', false],
    ]);
  });
});
