import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  type EvidenceSource,
  readinessSourcesExtensionPoint,
} from '@airworthy/plugin-readiness-node';
import { readinessModuleKubernetes } from './module';

describe('readinessModuleKubernetes', () => {
  it('adds a source for each cluster', async () => {
    const sources: EvidenceSource[] = [];
    const backend = await startTestBackend({
      extensionPoints: [
        [
          readinessSourcesExtensionPoint,
          { addSource: source => sources.push(source) },
        ],
      ],
      features: [
        readinessModuleKubernetes,
        mockServices.rootConfig.factory({
          data: {
            readiness: {
              kubernetes: {
                clusters: [
                  { name: 'eu', url: 'https://eu.test' },
                  { name: 'us', url: 'https://us.test' },
                ],
              },
            },
          },
        }),
      ],
    });
    await backend.stop();
    expect(
      sources.map(({ descriptor: { id, kind, strength, title } }) => ({
        id,
        kind,
        strength,
        title,
      })),
    ).toEqual([
      {
        id: 'kubernetes:eu',
        kind: 'kubernetes',
        strength: 'observed',
        title: 'Kubernetes eu',
      },
      {
        id: 'kubernetes:us',
        kind: 'kubernetes',
        strength: 'observed',
        title: 'Kubernetes us',
      },
    ]);
    expect(sources[0].linkedBy?.[0]).toBe('backstage.io/kubernetes-id');
  });
});
