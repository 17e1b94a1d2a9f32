import fc from 'fast-check';
import type { Deployment } from '../Deployment';
import type { Incident } from '../Incident';
import { computeDoraMetrics } from './computeDoraMetrics';

const NOW = Date.parse('2026-11-23T12:00:00Z');
const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

/** A deployment that ended so many hours ago. */
function deployed(
  hoursAgo: number,
  fields: Partial<Deployment> = {},
): Deployment {
  return {
    entityRef: 'component:default/cart',
    source: 'argocd:main',
    key: `at-${hoursAgo}`,
    environment: 'production',
    result: 'succeeded',
    rollback: false,
    finishedAt: new Date(NOW - hoursAgo * HOUR).toISOString(),
    ...fields,
  };
}

function committed(hoursAgo: number): Pick<Deployment, 'commit'> {
  return {
    commit: {
      sha: 'abc',
      committedAt: new Date(NOW - hoursAgo * HOUR).toISOString(),
    },
  };
}

function incident(
  startedHoursAgo: number,
  resolvedHoursAgo?: number,
): Incident {
  return {
    entityRef: 'component:default/cart',
    source: 'pagerduty:acme',
    key: `from-${startedHoursAgo}`,
    title: 'Slow',
    startedAt: new Date(NOW - startedHoursAgo * HOUR).toISOString(),
    ...(resolvedHoursAgo === undefined
      ? {}
      : {
          resolvedAt: new Date(NOW - resolvedHoursAgo * HOUR).toISOString(),
        }),
  };
}

function metricsOf(deployments: Deployment[], incidents: Incident[] = []) {
  return computeDoraMetrics({ deployments, incidents, now: NOW });
}

describe('computeDoraMetrics', () => {
  it('says why nothing is known', () => {
    const metrics = metricsOf([
      deployed(91 * 24 + 1),
      deployed(1, { result: 'in-progress' }),
    ]);
    for (const metric of Object.values(metrics)) {
      expect(metric).toMatchObject({
        words: 'not known',
        missing: 'no deployment ended in the last three months',
        from: {
          deployments: 0,
          incidents: 0,
          since: '2026-08-24T12:00:00.000Z',
          until: '2026-11-23T12:00:00.000Z',
        },
      });
      expect(metric.value).toBeUndefined();
    }
  });

  describe('lead time', () => {
    it('is the median from commit to end, without zero and less', () => {
      const { leadTime } = metricsOf([
        deployed(10, committed(12)),
        deployed(8, committed(12)),
        deployed(6, committed(16)),
        deployed(4, committed(4)),
        deployed(3, committed(2)),
        deployed(2),
      ]);
      expect(leadTime).toMatchObject({
        value: 4 * 60 * 60,
        unit: 'seconds',
        words: '4 hours',
        from: { deployments: 3 },
      });
    });

    it('leaves out what failed and what went back', () => {
      const { leadTime } = metricsOf([
        deployed(5, { ...committed(6), result: 'failed' }),
        deployed(4, { ...committed(500), rollback: true }),
      ]);
      expect(leadTime.missing).toBe(
        'no deployment that succeeded tells when its commit was made',
      );
    });
  });

  describe('frequency', () => {
    const everyDays = (days: number) =>
      Array.from({ length: Math.floor(90 / days) }, (_, index) =>
        deployed((index * days + 0.5) * 24),
      );

    it.each<[string, Deployment[]]>([
      ['daily', everyDays(2)],
      ['weekly', everyDays(7)],
      // Many on one day of the week are still one day.
      ['weekly', everyDays(7).flatMap(one => [one, one, one, one])],
      ['monthly', everyDays(28)],
      ['less than monthly', [deployed(24), deployed(25)]],
    ])('is %s', (words, deployments) => {
      expect(metricsOf(deployments).deploymentFrequency).toMatchObject({
        words,
        value: deployments.length / 91,
        from: { deployments: deployments.length },
      });
    });

    it('counts what succeeded alone', () => {
      const { deploymentFrequency } = metricsOf([
        deployed(1, { result: 'failed' }),
      ]);
      expect(deploymentFrequency.missing).toBeDefined();
    });
  });

  describe('failures', () => {
    it.each<[string, Deployment[], Incident[], string, number | undefined]>([
      [
        'a deployment that failed, until the next succeeded',
        [deployed(10, { result: 'failed' }), deployed(7)],
        [],
        '1 of 2',
        3,
      ],
      [
        'several attempts, each until one succeeded',
        [
          deployed(10, { result: 'failed' }),
          deployed(8, { result: 'failed' }),
          deployed(6),
        ],
        [],
        '2 of 3',
        3,
      ],
      [
        'one that was undone; the rollback itself is no change',
        [deployed(10), deployed(9, { rollback: true }), deployed(2)],
        [],
        '1 of 2',
        1,
      ],
      [
        'one that was repaired',
        [deployed(10), deployed(8, { rework: true })],
        [],
        '1 of 2',
        2,
      ],
      [
        'one that an incident followed, until that was resolved',
        [deployed(20), deployed(2)],
        [incident(18, 15)],
        '1 of 2',
        5,
      ],
      [
        'none where the incident came a day later',
        [deployed(60), deployed(2)],
        [incident(30, 29)],
        '0 of 2',
        undefined,
      ],
      [
        'none where the incident was before',
        [deployed(10)],
        [incident(11, 9)],
        '0 of 1',
        undefined,
      ],
      [
        'one whose incident lasts',
        [deployed(10)],
        [incident(9)],
        '1 of 1',
        undefined,
      ],
    ])('are %s', (_, deployments, incidents, words, hours) => {
      const metrics = metricsOf(deployments, incidents);
      expect(metrics.changeFailRate.words).toBe(words);
      expect(metrics.failedDeploymentRecoveryTime.value).toBe(
        hours === undefined ? undefined : hours * 60 * 60,
      );
    });

    it('says which incidents went in', () => {
      const metrics = metricsOf(
        [deployed(60), deployed(2)],
        [incident(59, 58), incident(59.5, 57), incident(30)],
      );
      expect(metrics.changeFailRate.from).toMatchObject({
        deployments: 2,
        incidents: 2,
      });
    });
  });

  it('counts as rework what went back, repaired, or came during an incident', () => {
    const { deploymentReworkRate } = metricsOf(
      [
        deployed(50),
        deployed(40, { rollback: true }),
        deployed(30, { rework: true }),
        deployed(20),
        deployed(10),
      ],
      [incident(21, 19)],
    );
    expect(deploymentReworkRate).toMatchObject({
      words: '3 of 5',
      value: 0.6,
      from: { deployments: 5, incidents: 1 },
    });
  });

  it('holds whatever the order, and stays within its bounds', () => {
    const anyDeployment = fc.record({
      hours: fc.integer({ min: 1, max: 90 * 24 }),
      lead: fc.integer({ min: -5, max: 500 }),
      result: fc.constantFrom<Deployment['result']>(
        'succeeded',
        'failed',
        'in-progress',
      ),
      rollback: fc.boolean(),
      rework: fc.boolean(),
    });
    const anyIncident = fc.tuple(
      fc.integer({ min: 1, max: 90 * 24 }),
      fc.integer({ min: 0, max: 100 }),
    );
    fc.assert(
      fc.property(
        fc.uniqueArray(anyDeployment, { selector: one => one.hours }),
        fc.array(anyIncident),
        (told, happened) => {
          const deployments = told.map(({ hours, lead, ...fields }) =>
            deployed(hours, { ...fields, ...committed(hours + lead) }),
          );
          const incidents = happened.map(([start, length]) =>
            incident(start, Math.max(0, start - length)),
          );
          const metrics = metricsOf(deployments, incidents);
          expect(metricsOf([...deployments].reverse(), incidents)).toEqual(
            metrics,
          );
          for (const { value, missing, unit, from } of Object.values(metrics)) {
            expect((value === undefined) !== (missing === undefined)).toBe(
              true,
            );
            expect(value ?? 0).toBeGreaterThanOrEqual(0);
            expect(value ?? 0).toBeLessThanOrEqual(
              unit === 'ratio' ? 1 : Infinity,
            );
            expect(from.deployments).toBeLessThanOrEqual(deployments.length);
            expect(from.incidents).toBeLessThanOrEqual(incidents.length);
          }
        },
      ),
    );
  });

  it('knows a window of exactly three months', () => {
    expect(
      metricsOf([deployed(91 * 24)]).deploymentFrequency.from.deployments,
    ).toBe(1);
    expect(DAY * 91).toBe(NOW - Date.parse(metricsOf([]).leadTime.from.since));
  });
});
