const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** What a job of Lumenara reports of a service. */
export interface JobReport {
  entityRef: string;
  /** The same for the same report, sent again. */
  idempotencyKey: string;
  facts: Array<{ name: string; value: string | number; url?: string }>;
}

interface Rehearsals {
  /** Days since the last backup: 0 where the nightly one succeeds. */
  backup?: number;
  /** Days since the last restore. */
  restore?: number;
  /** Days since the last load test, and the limit that it found. */
  loadTest?: { ago: number; limit: number };
  /** Days since the loss of an instance or a zone was rehearsed. */
  failure?: number;
  /** Days since latency was injected. */
  latency?: number;
  /** Days since a rollback was rehearsed. */
  rollback?: number;
}

/**
 * What the backup, load and drill jobs of the company know. Some services do
 * everything, some forgot for too long, most rehearse nothing.
 */
const SERVICES: Record<string, Rehearsals> = {
  'payments-api': {
    backup: 0,
    restore: 34,
    loadTest: { ago: 49, limit: 640 },
    failure: 61,
    latency: 61,
    rollback: 20,
  },
  'payments-ledger': { backup: 0, restore: 214 },
  'fraud-scoring': {
    backup: 0,
    restore: 90,
    loadTest: { ago: 75, limit: 220 },
  },
  'checkout-api': {
    backup: 0,
    restore: 120,
    loadTest: { ago: 33, limit: 410 },
    failure: 88,
  },
  'devices-ingest': {
    backup: 0,
    restore: 15,
    loadTest: { ago: 12, limit: 2_900 },
  },
  inventory: { backup: 0, restore: 60 },
  reviews: { backup: 0, restore: 60 },
  pricing: { backup: 0, restore: 60 },
  wishlist: { backup: 0, restore: 60 },
  subtitles: { backup: 0 },
  'product-search': { backup: 0 },
  // The nightly job has failed for three days, and nobody has noticed.
  'tenant-api': { backup: 3, restore: 12 },
};

/** What the jobs report at a moment, in milliseconds since the epoch. */
export function reportJobs(now: number): JobReport[] {
  // The nightly backup ends at 02:00 UTC.
  const night = Math.floor((now - 2 * HOUR) / DAY) * DAY + 2 * HOUR;
  const before = (days: number) => new Date(night - days * DAY).toISOString();
  return Object.entries(SERVICES).map(([name, known]) => {
    const { backup, restore, loadTest, failure, latency, rollback } = known;
    const report = (job: string) =>
      `https://jobs.lumenara.example/${job}/${name}`;
    const facts = [
      { name: 'backup.lastSuccessAt', days: backup, job: 'backup' },
      { name: 'restore.lastSuccessAt', days: restore, job: 'restore' },
      { name: 'loadTest.performedAt', days: loadTest?.ago, job: 'load' },
      { name: 'drill.failureAt', days: failure, job: 'drill' },
      { name: 'drill.latencyAt', days: latency, job: 'drill' },
      { name: 'rollback.provenAt', days: rollback, job: 'drill' },
    ].flatMap(({ name: fact, days, job }) =>
      days === undefined
        ? []
        : [{ name: fact, value: before(days), url: report(job) }],
    );
    return {
      entityRef: `component:default/${name}`,
      idempotencyKey: `jobs-${name}-${new Date(night).toISOString()}`,
      facts: loadTest
        ? [
            ...facts,
            {
              name: 'loadTest.limit',
              value: loadTest.limit,
              url: report('load'),
            },
          ]
        : facts,
    };
  });
}
