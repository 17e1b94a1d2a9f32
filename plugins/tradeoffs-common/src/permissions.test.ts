import { isResourcePermission } from '@backstage/plugin-permission-common';
import {
  RESOURCE_TYPE_TRADEOFF_RECORD,
  tradeoffsPermissions,
} from './permissions';

describe('tradeoffsPermissions', () => {
  it('name what may be decided per record', () => {
    expect(
      tradeoffsPermissions.map(permission => [
        permission.name,
        permission.attributes.action,
        isResourcePermission(permission, RESOURCE_TYPE_TRADEOFF_RECORD),
      ]),
    ).toEqual([
      ['tradeoffs.record.read', 'read', true],
      ['tradeoffs.record.create', 'create', true],
      ['tradeoffs.record.accept', 'update', true],
    ]);
  });
});
