import { createBackend } from '@backstage/backend-defaults';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';

/**
 * The plugin alone, with a catalog of two services, for `yarn start` in this
 * folder. No token is needed:
 *
 *   curl http://localhost:7007/api/readiness/scorecards
 */
const backend = createBackend();

backend.add(mockServices.auth.factory());
backend.add(mockServices.httpAuth.factory());
backend.add(
  mockServices.permissions.factory({ result: AuthorizeResult.ALLOW }),
);
backend.add(
  catalogServiceMock.factory({
    entities: [
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Group',
        metadata: {
          name: 'payments-core',
          namespace: 'default',
          uid: 'b9c1a8f0-0000-4000-8000-000000000001',
        },
        spec: {
          type: 'team',
          children: [],
          profile: { email: 'payments-core@example.com' },
        },
      },
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: {
          name: 'payments-api',
          namespace: 'default',
          uid: 'b9c1a8f0-0000-4000-8000-000000000002',
        },
        spec: {
          type: 'service',
          lifecycle: 'production',
          owner: 'group:default/payments-core',
        },
      },
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: {
          name: 'orphan',
          namespace: 'default',
          uid: 'b9c1a8f0-0000-4000-8000-000000000003',
        },
        spec: { type: 'service', lifecycle: 'production', owner: 'nobody' },
      },
    ],
  }),
);
backend.add(import('../src'));

backend.start();
