import { createHash } from 'node:crypto';
import type { Entity } from '@backstage/catalog-model';
import { projectEntity } from './projectEntity';

const entity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'cards',
    annotations: {
      'pagerduty.com/integration-key': 'made-up-key',
      'pagerduty.com/account': 'acme',
    },
  },
  spec: { type: 'service' },
};

describe('projectEntity', () => {
  it('keeps the fingerprint of an annotation that holds a secret', () => {
    const { projection } = projectEntity(entity, {
      domainOf: () => undefined,
    });
    expect(projection).not.toContain('made-up-key');
    expect(JSON.parse(projection).metadata.annotations).toEqual({
      'pagerduty.com/account': 'acme',
      'pagerduty.com/integration-key': `sha256:${createHash('sha256')
        .update('made-up-key')
        .digest('hex')}`,
    });
    expect(entity.metadata.annotations).toHaveProperty(
      ['pagerduty.com/integration-key'],
      'made-up-key',
    );
  });
});
