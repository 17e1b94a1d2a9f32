import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonObject } from '@backstage/types';
import { readinessPlugin } from './plugin';

jest.setTimeout(120_000);

describe('the plugin', () => {
  const start = (readiness: JsonObject) =>
    startTestBackend({
      features: [
        readinessPlugin,
        catalogServiceMock.factory({ entities: [] }),
        mockServices.rootConfig.factory({
          data: { app: { baseUrl: 'https://portal.example.com' }, readiness },
        }),
      ],
    });

  it.each<[string, JsonObject, RegExp]>([
    [
      'a rule that cannot be parsed',
      {
        checklist: {
          checks: {
            'owner-resolves': { rules: [{ rule: 'owner.exists &&' }] },
          },
        },
      },
      /readiness\.checklist\.checks\.owner-resolves\.rules\[0\]\.rule: .*column 16/,
    ],
    [
      'a rule over a fact that there is not',
      {
        checklist: {
          checks: { 'owner-resolves': { rules: [{ rule: 'owner.exist' }] } },
        },
      },
      /readiness\.checklist\.checks\.owner-resolves\.rules\[0\]\.rule: column 7: no such key: exist; did you mean "exists"/,
    ],
    [
      'an unknown key',
      { checklist: { checks: { 'owner-resolves': { rule: 'true' } } } },
      /readiness\.checklist\.checks\.owner-resolves/,
    ],
    [
      'a fact without a place',
      {
        facts: { 'costs.centre': { type: 'string', description: 'Who pays.' } },
      },
      /readiness\.facts\.costs\.centre/,
    ],
    [
      'a fact whose name is taken',
      {
        facts: {
          'owner.exists': {
            type: 'bool',
            description: 'Taken.',
            entityField: 'spec.owner',
          },
        },
      },
      /owner\.exists.*registered already/,
    ],
    ['no environment', { environments: [] }, /readiness\.environments/],
  ])('does not start with %s', async (_, readiness, message) => {
    await expect(start(readiness)).rejects.toThrow(message);
  });

  it('starts with a check that config alone adds over a fact of config', async () => {
    const backend = await start({
      facts: {
        'costs.centre': {
          type: 'string',
          description: 'Who pays.',
          entityField: 'metadata.annotations.example.com/cost-centre',
        },
      },
      checklist: {
        checks: {
          'cost-centre': {
            question: 'ownership',
            level: 'bronze',
            title: 'Somebody pays',
            rules: [{ rule: "costs.centre != ''" }],
            expected: 'a cost centre',
            fix: { title: 'Name one', steps: ['Ask finance.'] },
          },
          'owner-contact': { enabled: false },
        },
      },
    });
    expect(backend.server.listening).toBe(true);
    await backend.stop();
  });
});
