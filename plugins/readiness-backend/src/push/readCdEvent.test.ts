import { CloudEvent, HTTP } from 'cloudevents';
import { readCdEvent } from './readCdEvent';

/** An event as the examples of the specification have it. */
function eventOf(action: string, changes: object = {}) {
  return new CloudEvent({
    id: 'ce-1',
    source: '/cd/argo',
    type: `dev.cdevents.service.${action}.0.2.0`,
    data: {
      context: {
        version: '0.4.1',
        id: '271069a8-fc18-44f1-b38f-9d70a1695819',
        source: '/cd/argo',
        type: `dev.cdevents.service.${action}.0.2.0`,
        timestamp: '2026-11-02T08:10:00Z',
      },
      subject: {
        id: 'cart',
        source: '/cluster/eu',
        type: 'service',
        content: {
          environment: { id: 'production', source: '/cluster/eu' },
          artifactId: 'pkg:oci/cart@sha256%3A0b31b1c02ff?tag=2026.11.2',
        },
      },
      ...changes,
    },
  });
}

describe('readCdEvent', () => {
  it.each(['structured', 'binary'] as const)(
    'reads a deployment in %s mode',
    mode => {
      expect(readCdEvent(HTTP[mode](eventOf('deployed')))).toEqual({
        deployments: [
          {
            entityRef: 'cart',
            key: '271069a8-fc18-44f1-b38f-9d70a1695819',
            environment: 'production',
            version: '2026.11.2',
            finishedAt: '2026-11-02T08:10:00Z',
            result: 'succeeded',
            rollback: false,
            rework: false,
          },
        ],
      });
    },
  );

  it.each([
    ['upgraded', false],
    ['rolledback', true],
  ])('knows by %s whether it went back', (action, rollback) => {
    const push = readCdEvent(HTTP.structured(eventOf(action)));
    expect(push?.deployments[0].rollback).toBe(rollback);
  });

  it('understands a removal, which deploys nothing', () => {
    expect(readCdEvent(HTTP.structured(eventOf('removed')))).toBeUndefined();
  });

  it('prefers the entity that custom data names', () => {
    const push = readCdEvent(
      HTTP.structured(
        eventOf('deployed', {
          customData: {
            entityRef: 'component:shop/cart',
            url: 'https://cd.test/1',
            other: { of: ['any', 'shape'] },
          },
        }),
      ),
    );
    expect(push?.deployments[0]).toMatchObject({
      entityRef: 'component:shop/cart',
      url: 'https://cd.test/1',
    });
  });

  it.each([
    [
      'another type',
      HTTP.structured(eventOf('published')),
      /^type: expected dev\.cdevents\.service\.deployed/,
    ],
    [
      'no CloudEvent',
      { headers: { 'content-type': 'application/json' }, body: '{}' },
      /is no CloudEvent/,
    ],
    [
      'another shape',
      HTTP.structured(eventOf('deployed', { subject: { id: 'cart' } })),
      /^data\.subject\.content: /,
    ],
  ])('refuses %s', (_, message, expected) => {
    expect(() => readCdEvent(message)).toThrow(expected);
  });
});
