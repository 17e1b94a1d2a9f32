import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { readinessSourceRunPermission } from '@airworthy/plugin-readiness-common';

/** Whether a caller may run sources now. */
export async function mayRunSources(
  permissions: PermissionsService,
  credentials: BackstageCredentials,
): Promise<boolean> {
  const [{ result }] = await permissions.authorize(
    [{ permission: readinessSourceRunPermission }],
    { credentials },
  );
  return result === AuthorizeResult.ALLOW;
}
