import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  type EvidenceSource,
  readinessSourcesExtensionPoint,
} from '@airworthy/plugin-readiness-node';
import { readinessModulePrometheus } from './module';

describe('readinessModulePrometheus', () => {
  it('adds the sources of each server', async () => {
    const sources: EvidenceSource[] = [];
    const backend = await startTestBackend({
      extensionPoints: [
        [
          readinessSourcesExtensionPoint,
          { addSource: source => sources.push(source) },
        ],
      ],
      features: [
        readinessModulePrometheus,
        mockServices.rootConfig.factory({
          data: {
            readiness: {
              prometheus: {
                servers: [
                  {
                    name: 'eu',
                    url: 'http://prometheus.test',
                    alertmanager: { url: 'http://alertmanager.test' },
                  },
                  {
                    name: 'us',
                    url: 'http://prometheus-us.test',
                    requestToUse: { enabled: false },
                  },
                ],
              },
            },
          },
        }),
      ],
    });
    await backend.stop();

    expect(
      sources.map(({ descriptor: { id, kind, supplies } }) => [
        id,
        kind,
        supplies,
      ]),
    ).toEqual([
      ['prometheus:eu', 'prometheus', ['alerts', 'slos', 'metrics.scraped']],
      ['prometheus:eu:use', 'prometheus', ['workloads.requestToUse']],
      ['alertmanager:eu', 'alertmanager', ['alerts.receiver']],
      ['prometheus:us', 'prometheus', ['alerts', 'slos', 'metrics.scraped']],
    ]);
  });
});
