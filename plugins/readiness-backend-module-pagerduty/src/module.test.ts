import { createHmac } from 'node:crypto';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import eventsPlugin from '@backstage/plugin-events-backend';
import {
  type EvidenceSource,
  type EvidenceWebhook,
  readinessEvidenceExtensionPoint,
  readinessFactsExtensionPoint,
  readinessSourcesExtensionPoint,
} from '@airworthy/plugin-readiness-node';
import type { EventParams } from '@backstage/plugin-events-node';
import request from 'supertest';
import {
  eventsModulePagerDutyIngress,
  readinessModulePagerDuty,
} from './index';

const SECRET = 'made-up-webhook-secret';

async function start() {
  const sources: EvidenceSource[] = [];
  const webhooks: EvidenceWebhook[] = [];
  const facts: string[] = [];
  const events = mockServices.events.mock();
  const auditor = mockServices.auditor.mock();
  const failed: Error[] = [];
  auditor.createEvent.mockResolvedValue({
    success: async () => {},
    fail: async ({ error }) => {
      failed.push(error);
    },
  });
  const backend = await startTestBackend({
    extensionPoints: [
      [
        readinessSourcesExtensionPoint,
        { addSource: source => sources.push(source) },
      ],
      [
        readinessEvidenceExtensionPoint,
        { addWebhook: webhook => webhooks.push(webhook) },
      ],
      [
        readinessFactsExtensionPoint,
        { addFacts: (...added) => facts.push(...added.map(f => f.name)) },
      ],
    ],
    features: [
      readinessModulePagerDuty,
      eventsModulePagerDutyIngress,
      eventsPlugin,
      events.factory,
      auditor.factory,
      mockServices.rootConfig.factory({
        data: {
          readiness: {
            pagerduty: {
              webhook: { secrets: ['made-up-older-secret', SECRET] },
              accounts: [
                { name: 'acme', token: 'made-up' },
                {
                  name: 'eu',
                  token: 'made-up',
                  url: 'https://api.eu.pagerduty.com/',
                  receivers: { 'shop.pager': 'PSHOP' },
                },
              ],
            },
          },
        },
      }),
    ],
  });
  return { backend, sources, webhooks, facts, events, auditor, failed };
}

describe('readinessModulePagerDuty', () => {
  it('adds a source for each account, its facts and the webhook', async () => {
    const { backend, sources, webhooks, facts } = await start();
    await backend.stop();
    expect(sources.map(({ descriptor }) => descriptor.id)).toEqual([
      'pagerduty:acme',
      'pagerduty:eu',
    ]);
    expect(webhooks.map(({ id }) => id)).toEqual(['pagerduty']);
    expect(facts).toContain('onCall.emptyLevels');
  });

  it('takes what PagerDuty signed, and refuses the rest with an audit event', async () => {
    const { backend, events, auditor, failed } = await start();
    const published: EventParams[] = [];
    events.publish.mockImplementation(async event => {
      published.push(event);
    });
    const body = JSON.stringify({ event: { event_type: 'pagey.ping' } });
    const post = (signature?: string) => {
      const sent = request(backend.server)
        .post('/api/events/http/pagerduty')
        .set('content-type', 'application/json');
      return (
        signature ? sent.set('x-pagerduty-signature', signature) : sent
      ).send(body);
    };
    const sign = (secret: string) =>
      `v1=${createHmac('sha256', secret).update(body).digest('hex')}`;

    expect((await post(`${sign('another')},${sign(SECRET)}`)).status).toBe(202);
    expect(published).toHaveLength(1);
    expect(published[0]).toMatchObject({ topic: 'pagerduty' });

    for (const forged of [sign('guessed'), 'v1=', undefined]) {
      const refused = await post(forged);
      expect(refused.status).toBe(401);
      expect(JSON.stringify(refused.body)).toContain('not valid');
    }
    await backend.stop();
    expect(published).toHaveLength(1);
    expect(auditor.createEvent).toHaveBeenCalledTimes(3);
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({ eventId: 'webhook-signature' }),
    );
    expect(failed.map(({ name }) => name)).toEqual(
      Array(3).fill('AuthenticationError'),
    );
  });
});
