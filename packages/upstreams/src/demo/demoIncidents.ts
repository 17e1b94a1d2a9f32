import type { CompanyIncident } from '../model';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Days ago, service, what happened, hours until it was over (open without). */
const HISTORY: Array<
  [number, string, string, number | undefined, CompanyIncident['urgency']]
> = [
  [83, 'inventory', 'Reservations time out', 1.2, 'high'],
  [71, 'telemetry-writer', 'Writers fall behind', 5.5, 'high'],
  [64, 'checkout-api', 'Orders are confirmed twice', 2.1, 'high'],
  [52, 'streaming-origin', 'Segments are served cold', 0.7, 'low'],
  [41, 'payments-api', 'Captures wait in the queue', 0.6, 'high'],
  [33, 'telemetry-writer', 'Partition of the day is missing', 3.4, 'high'],
  [24, 'product-search', 'Index is a day old', 9.0, 'low'],
  [16, 'devices-ingest', 'Readings are refused', 0.9, 'high'],
  [9, 'payments-ledger', 'Postings pile up', 1.5, 'high'],
  [1, 'checkout-api', 'Carts cannot be paid', 0.5, 'high'],
  [0.1, 'payments-ledger', 'Headroom of the ledger is low', undefined, 'low'],
];

/** What Lumenara was called for lately, oldest first. */
export function createDemoIncidents(now: Date): CompanyIncident[] {
  return HISTORY.map(([daysAgo, service, title, hours, urgency], index) => {
    // Whole days: the past stays the same when the company starts again today.
    const today = Math.floor(now.getTime() / DAY) * DAY;
    const start =
      daysAgo < 1
        ? Math.floor(now.getTime() / HOUR) * HOUR - 2 * HOUR
        : today - daysAgo * DAY + (9 + (index % 7)) * HOUR;
    return {
      id: `Q${String(index + 1).padStart(4, '0')}`,
      number: index + 1,
      service,
      title,
      urgency,
      startedAt: new Date(start).toISOString(),
      acknowledgedAt: new Date(start + HOUR / 12).toISOString(),
      resolvedAt:
        hours === undefined
          ? undefined
          : new Date(start + hours * HOUR).toISOString(),
    };
  });
}
