import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  type EvidenceSource,
  readinessFactsExtensionPoint,
  readinessSourcesExtensionPoint,
} from '@airworthy/plugin-readiness-node';
import type { FactDefinition } from '@airworthy/plugin-readiness-common';
import { readinessModuleArgoCd } from './module';

describe('readinessModuleArgoCd', () => {
  it('adds a source for each instance, and the fact that it brings', async () => {
    const sources: EvidenceSource[] = [];
    const facts: FactDefinition[] = [];
    const backend = await startTestBackend({
      extensionPoints: [
        [
          readinessSourcesExtensionPoint,
          { addSource: source => sources.push(source) },
        ],
        [
          readinessFactsExtensionPoint,
          { addFacts: (...added) => facts.push(...added) },
        ],
      ],
      features: [
        readinessModuleArgoCd,
        mockServices.rootConfig.factory({
          data: {
            readiness: {
              argocd: {
                instances: [
                  { name: 'main', url: 'https://argo.test', token: 't' },
                ],
              },
            },
          },
        }),
      ],
    });
    await backend.stop();
    expect(sources.map(({ descriptor, emits }) => [descriptor, emits])).toEqual(
      [
        [
          {
            id: 'argocd:main',
            kind: 'argocd',
            title: 'Argo CD main',
            strength: 'observed',
            supplies: ['applications', 'workloads.revisionHistoryLimit'],
          },
          ['deployments'],
        ],
      ],
    );
    expect(facts.map(({ name }) => name)).toEqual(['applications']);
  });
});
