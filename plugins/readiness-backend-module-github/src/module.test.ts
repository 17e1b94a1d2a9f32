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
import { eventsModuleGithubIngress, readinessModuleGithub } from './index';

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
      readinessModuleGithub,
      eventsModuleGithubIngress,
      eventsPlugin,
      events.factory,
      auditor.factory,
      mockServices.rootConfig.factory({
        data: {
          integrations: {
            github: [
              { host: 'github.com', token: 'made-up' },
              {
                host: 'ghe.test',
                apiBaseUrl: 'https://ghe.test/api/v3',
                token: 'made-up',
              },
            ],
          },
          readiness: {
            github: {
              webhook: { secrets: [SECRET] },
              accounts: [
                { name: 'acme' },
                {
                  name: 'inner',
                  organization: 'acme',
                  host: 'ghe.test',
                  alerts: { codeScanning: false },
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

describe('readinessModuleGithub', () => {
  it('adds a source for each account, its facts and the webhook', async () => {
    const { backend, sources, webhooks, facts } = await start();
    await backend.stop();
    expect(sources.map(({ descriptor }) => descriptor.id)).toEqual([
      'github:acme',
      'github:inner',
    ]);
    expect(sources[0].descriptor.supplies).toContain('codeScanning.openAlerts');
    expect(sources[1].descriptor.supplies).not.toContain(
      'codeScanning.openAlerts',
    );
    expect(webhooks.map(({ id }) => id)).toEqual(['github']);
    expect(facts).toContain('codeScanning.openAlerts');
  });

  it('takes what GitHub signed, and refuses the rest with an audit event', async () => {
    const { backend, events, auditor, failed } = await start();
    const published: EventParams[] = [];
    events.publish.mockImplementation(async event => {
      published.push(event);
    });
    const body = JSON.stringify({ zen: 'Keep it logically awesome.' });
    const post = (signature?: string) => {
      const sent = request(backend.server)
        .post('/api/events/http/github')
        .set('content-type', 'application/json')
        .set('x-github-event', 'ping');
      return (
        signature ? sent.set('x-hub-signature-256', signature) : sent
      ).send(body);
    };
    const sign = (secret: string) =>
      `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

    expect((await post(sign(SECRET))).status).toBe(202);
    expect(published).toHaveLength(1);
    expect(published[0]).toMatchObject({
      topic: 'github',
      metadata: { 'x-github-event': 'ping' },
    });

    for (const forged of [sign('guessed'), 'sha256=', undefined]) {
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
