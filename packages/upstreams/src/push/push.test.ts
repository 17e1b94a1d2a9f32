import { mockServices } from '@backstage/backend-test-utils';
import { createHmac } from 'node:crypto';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { eventually } from '../testUtils';
import { reportJobs } from './demoJobs';
import { JobReporter } from './JobReporter';

const NOW = Date.parse('2026-11-24T01:30:00Z');
const SECRET = 'a-secret-of-this-test';

describe('reportJobs', () => {
  it('dates the nightly backup by the last night that is over', () => {
    const [payments] = reportJobs(NOW);
    expect(payments).toMatchObject({
      entityRef: 'component:default/payments-api',
      idempotencyKey: 'jobs-payments-api-2026-11-23T02:00:00.000Z',
    });
    expect(payments.facts[0]).toEqual({
      name: 'backup.lastSuccessAt',
      value: '2026-11-23T02:00:00.000Z',
      url: 'https://jobs.lumenara.example/backup/payments-api',
    });
    expect(reportJobs(NOW + 3_600_000)[0].facts[0].value).toBe(
      '2026-11-24T02:00:00.000Z',
    );
  });
});

describe('JobReporter', () => {
  const server = setupServer();
  beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
  afterEach(() => server.resetHandlers());
  afterAll(() => server.close());

  it('signs what it sends, and sends it again until all is taken', async () => {
    const taken = new Map<string, number>();
    let refusals = 0;
    server.use(
      http.post(
        'http://portal/api/readiness/webhooks/evidence',
        async ({ request }) => {
          const body = await request.text();
          const expected = createHmac('sha256', SECRET)
            .update(body)
            .digest('hex');
          if (
            request.headers.get('x-airworthy-signature') !==
            `sha256=${expected}`
          ) {
            return new HttpResponse(undefined, { status: 401 });
          }
          const [{ entityRef }] = JSON.parse(body).items;
          // The portal learns of this one late.
          if (entityRef === 'component:default/inventory' && refusals < 2) {
            refusals++;
            return new HttpResponse(undefined, { status: 403 });
          }
          taken.set(entityRef, (taken.get(entityRef) ?? 0) + 1);
          return HttpResponse.json({});
        },
      ),
    );
    const reporter = JobReporter.start({
      url: async () => 'http://portal/api/readiness',
      secret: SECRET,
      logger: mockServices.logger.mock(),
      now: () => NOW,
      retryMs: 10,
    });
    await eventually(
      'all was taken',
      async () => taken.size,
      size => size === reportJobs(NOW).length,
    );
    await reporter.stop();
    expect(refusals).toBe(2);
    expect(taken.get('component:default/payments-api')).toBe(3);
  });
});
