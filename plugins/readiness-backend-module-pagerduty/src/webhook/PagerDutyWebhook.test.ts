import type { WebhookContext } from '@airworthy/plugin-readiness-node';
import {
  RecordingLogger,
  testEntity,
} from '@airworthy/plugin-readiness-node/testUtils';
import { ConfigReader } from '@backstage/config';
import { readAccounts } from '../config';
import { PagerDutyWebhook } from './PagerDutyWebhook';

const accounts = readAccounts(
  new ConfigReader({
    readiness: {
      pagerduty: {
        accounts: [
          { name: 'acme', token: 'made-up' },
          { name: 'eu', token: 'made-up' },
        ],
      },
    },
  }),
);

const entities = [
  testEntity('cards', {
    'pagerduty.com/service-id': 'PF9KMXH',
    'pagerduty.com/account': 'acme',
  }),
];

const context: WebhookContext = {
  findByAnnotation: async (name, value) =>
    entities.filter(({ annotations }) => annotations[name] === value),
  find: async () => [],
  logger: new RecordingLogger(),
  now: 0,
};

/** After the example of PagerDuty's documentation of webhooks, version 3. */
function eventOf(type: string, data: Record<string, unknown> = {}) {
  return {
    topic: 'pagerduty',
    eventPayload: {
      event: {
        id: '5ac64822-4adc-4fda-ade0-410becf0de4f',
        event_type: type,
        resource_type: 'incident',
        occurred_at: '2026-11-23T11:20:00.000Z',
        agent: null,
        client: null,
        data: {
          id: 'PGR0VU2',
          type: 'incident',
          self: 'https://api.pagerduty.com/incidents/PGR0VU2',
          html_url: 'https://acme.pagerduty.com/incidents/PGR0VU2',
          number: 2,
          status: 'triggered',
          incident_key: 'd3640fbd41094207a1c11e58e46b1662',
          created_at: '2026-11-23T11:00:00Z',
          title: 'A little bump in the road',
          service: { id: 'PF9KMXH', type: 'service_reference' },
          assignees: [],
          urgency: 'high',
          ...data,
        },
      },
    },
  };
}

describe('PagerDutyWebhook', () => {
  const webhook = new PagerDutyWebhook({ accounts });

  it('tells an incident at once, and its end', async () => {
    const incident = {
      entityRef: 'component:default/cards',
      key: 'PGR0VU2',
      title: 'A little bump in the road',
      startedAt: '2026-11-23T11:00:00.000Z',
      urgency: 'high',
      url: 'https://acme.pagerduty.com/incidents/PGR0VU2',
    };
    expect(
      await webhook.handle(eventOf('incident.triggered'), context),
    ).toEqual([{ source: 'pagerduty:acme', incidents: [incident] }]);
    expect(
      await webhook.handle(
        eventOf('incident.resolved', { status: 'resolved' }),
        context,
      ),
    ).toEqual([
      {
        source: 'pagerduty:acme',
        incidents: [{ ...incident, resolvedAt: '2026-11-23T11:20:00.000Z' }],
      },
    ]);
  });

  it('asks again when a service changed', async () => {
    expect(
      await webhook.handle(
        eventOf('service.updated', { id: 'PF9KMXH', type: 'service' }),
        context,
      ),
    ).toEqual([{ source: 'pagerduty:acme', recollect: true }]);
  });

  it('leaves alone what is of nobody here, and what it does not know', async () => {
    expect(
      await webhook.handle(
        eventOf('incident.triggered', { service: { id: 'POTHER' } }),
        context,
      ),
    ).toEqual([]);
    expect(
      await webhook.handle(
        eventOf('incident.annotated', { type: 'incident_note' }),
        context,
      ),
    ).toEqual([]);
  });

  it('refuses another shape', async () => {
    await expect(
      webhook.handle({ topic: 'pagerduty', eventPayload: {} }, context),
    ).rejects.toThrow('The event of PagerDuty has another shape');
    await expect(
      webhook.handle(eventOf('incident.triggered', { title: 1 }), context),
    ).rejects.toThrow('title');
  });
});
