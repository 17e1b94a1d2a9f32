import { entityEnvelopeSchemaValidator } from '@backstage/catalog-model';
import { Company } from '../model';
import { createCatalogEntities } from './createCatalogEntities';

describe('createCatalogEntities', () => {
  const entities = createCatalogEntities(Company.generate({ services: 40 }));

  it('makes valid entities with relations both ways', () => {
    const validate = entityEnvelopeSchemaValidator();
    for (const entity of entities) {
      expect(() => validate(entity)).not.toThrow();
    }
    const ofKind = (kind: string) =>
      entities.filter(entity => entity.kind === kind);
    expect(ofKind('Component')).toHaveLength(40);
    expect(ofKind('Group')).toHaveLength(2);
    expect(ofKind('User')).toHaveLength(8);
    expect(ofKind('User')[0].relations).toEqual([
      { type: 'memberOf', targetRef: 'group:default/team-0' },
    ]);
  });

  it('links services to every upstream that knows them', () => {
    expect(entities[0].metadata.annotations).toEqual({
      'github.com/project-slug': 'generated/repository-0',
      'airworthy.dev/source-path': 'services/service-00000',
      'airworthy.dev/github-environments': 'production-service-00000',
      'backstage.io/kubernetes-id': 'service-00000',
      'argocd/app-name': 'service-00000',
      'pagerduty.com/service-id': 'P0',
    });
    expect(entities[1].metadata.annotations).not.toHaveProperty(
      'argocd/app-name',
    );
  });
});
