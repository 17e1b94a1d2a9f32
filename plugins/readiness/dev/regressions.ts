import type { FleetTransition } from '@airworthy/plugin-readiness-common';
import { ago } from './fleet';

const lines: Array<[string, string, 'fail' | 'unknown', number, string]> = [
  [
    'devices-ingest',
    'disruption-budget',
    'fail',
    3,
    'Autoscaler minimum went from 4 to 3; the budget keeps 3.',
  ],
  [
    'telemetry-writer',
    'traces',
    'fail',
    4,
    'The OpenTelemetry SDK was removed in 4c1e9aa.',
  ],
  [
    'recommendations',
    'timeouts',
    'fail',
    5,
    'Lost Bronze. The statement timeout left src/db.ts.',
  ],
  [
    'product-search',
    'autoscaling',
    'fail',
    6,
    'The autoscaler targets a deployment that was renamed.',
  ],
  [
    'device-console',
    'logs',
    'fail',
    6,
    'The log shipper left the image in 77d02ce.',
  ],
  [
    'payments-api',
    'dependency-alert',
    'unknown',
    6,
    'Evidence went stale; Prometheus data-eu denies us.',
  ],
];

/** What changed this week. */
export function regressions(
  direction: 'regression' | 'improvement',
): FleetTransition[] {
  return lines.map(([name, check, to, days, why]) => ({
    ref: `component:default/${name}`,
    title: name,
    check,
    from: direction === 'regression' ? 'pass' : to,
    to: direction === 'regression' ? to : 'pass',
    at: ago({ days }),
    why: direction === 'regression' ? why : 'It was put right.',
  }));
}
