import type { SourceEntity } from '@airworthy/plugin-readiness-node';
import { dashboardFacts } from './entityFacts';

function entityWith(fields: {
  links?: Array<Record<string, string>>;
  annotations?: Record<string, string>;
}): SourceEntity {
  return {
    ref: 'component:default/shop',
    kind: 'component',
    namespace: 'default',
    name: 'shop',
    tier: 3,
    tags: [],
    entity: { metadata: { links: fields.links ?? [] } },
    annotations: fields.annotations ?? {},
  };
}

function valuesOf(entity: SourceEntity) {
  return Object.fromEntries(
    dashboardFacts(entity).map(({ name, value }) => [name, value]),
  );
}

describe('dashboardFacts', () => {
  it('takes links and annotations for dashboards', () => {
    const entity = entityWith({
      links: [
        { url: 'https://grafana.example.com/d/shop', type: 'dashboard' },
        { url: 'https://chat.example.com/shop', type: 'chat' },
      ],
      annotations: { 'grafana/dashboard-selector': 'shop' },
    });
    expect(valuesOf(entity)).toEqual({
      'dashboard.links': ['https://grafana.example.com/d/shop', 'shop'],
    });
  });

  it('reads which questions a dashboard answers off the annotation', () => {
    const entity = entityWith({
      annotations: {
        'airworthy.dev/dashboard-answers': 'Affected, healthy, weather',
      },
    });
    expect(valuesOf(entity)).toEqual({
      'dashboard.links': [],
      'dashboard.answers': ['healthy', 'affected'],
    });
  });
});
