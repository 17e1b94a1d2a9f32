import { createBackendModule } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  readinessFactsExtensionPoint,
  readinessSourcesExtensionPoint,
} from '@airworthy/plugin-readiness-node';
import { readinessFactRetrieversExtensionPoint } from './extensionPoint';
import { readinessModuleTechInsights } from './module';

describe('readinessModuleTechInsights', () => {
  it('adds a source and its facts for each retriever of other modules', async () => {
    const addSource = jest.fn();
    const addFacts = jest.fn();
    await startTestBackend({
      extensionPoints: [
        [readinessSourcesExtensionPoint, { addSource }],
        [readinessFactsExtensionPoint, { addFacts }],
      ],
      features: [
        readinessModuleTechInsights,
        mockServices.urlReader.mock().factory,
        createBackendModule({
          pluginId: 'readiness',
          moduleId: 'our-retrievers',
          register(env) {
            env.registerInit({
              deps: { retrievers: readinessFactRetrieversExtensionPoint },
              async init({ retrievers }) {
                retrievers.addFactRetriever({
                  factRetriever: {
                    id: 'quality',
                    version: '1.0.0',
                    schema: {
                      hasTests: { type: 'boolean', description: 'Has tests' },
                    },
                    handler: async () => [],
                  },
                });
              },
            });
          },
        }),
      ],
    });
    expect(addSource.mock.calls).toMatchObject([
      [{ descriptor: { id: 'tech-insights:quality' } }],
    ]);
    expect(addFacts.mock.calls).toMatchObject([
      [{ name: 'quality.hasTests', type: 'bool' }],
    ]);
  });
});
