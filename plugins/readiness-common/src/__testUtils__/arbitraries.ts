import fc from 'fast-check';
import type {
  FactRecord,
  FactValue,
  LinkState,
  LinkStatus,
} from '../facts/types';
import { links, NOW, record, sources, workload } from './harness';
import type { SourceName } from './harness';

const DAY = 86_400_000;

const NAMES: SourceName[] = [
  'kubernetes',
  'monitor',
  'repository',
  'catalog',
  'attestation',
];

const time = fc
  .integer({ min: -60, max: -1 })
  .map(hours => new Date(NOW + hours * 3_600_000).toISOString());

const expiry = fc.option(
  fc
    .integer({ min: -3 * DAY, max: 3 * DAY })
    .map(offset => new Date(NOW + offset).toISOString()),
  { nil: undefined },
);

const freshness = fc
  .tuple(time, expiry)
  .map(([observedAt, expiresAt]) => ({ observedAt, expiresAt }));

const VALUES: Record<string, fc.Arbitrary<FactValue>> = {
  'runbook.exists': fc.boolean(),
  'runbook.reviewedAt': time,
  'backup.lastAt': time,
  'owner.members': fc.integer({ min: 0, max: 3 }),
  'owner.contacts': fc.subarray(['mail', 'chat']),
  'disk.ratio': fc.constantFrom(0.2, 0.9),
  'traffic.encrypted': fc.boolean(),
};

const SCALARS = Object.keys(VALUES);

const scalarRecord: fc.Arbitrary<FactRecord[]> = fc
  .constantFrom(...SCALARS)
  .chain(name =>
    fc
      .tuple(
        fc.constantFrom(
          ...NAMES.filter(id => sources[id].supplies.includes(name)),
        ),
        fc.option(VALUES[name], { nil: undefined, freq: 6 }),
        freshness,
      )
      .map(([from, value, more]) => [
        record(from, name, value, {
          ...more,
          ...(value === undefined ? { missing: 'it could not be read' } : {}),
        }),
      ]),
  );

const fields = fc.record(
  {
    minReplicas: fc.integer({ min: 0, max: 3 }),
    scalable: fc.boolean(),
    spread: fc.boolean(),
    volumes: fc.subarray(['data', 'cache']),
    graceful: fc.boolean(),
  },
  { requiredKeys: [] },
);

const workloadRecord: fc.Arbitrary<FactRecord[]> = fc
  .tuple(
    fc.constantFrom<SourceName>('kubernetes', 'repository', 'attestation'),
    fc.constantFrom(
      'Deployment//a',
      'Deployment/ns/a',
      'Deployment/ns/b',
      'Deployment//c',
    ),
    fields,
    freshness,
  )
  .map(([from, key, stated, more]) => [workload(from, key, stated, more)]);

const listGap: fc.Arbitrary<FactRecord[]> = fc
  .constantFrom<SourceName>('kubernetes', 'repository')
  .map(from => [
    record(from, 'workloads', undefined, { missing: 'a file is broken' }),
  ]);

/** Facts of any source about anything, one for each key as they are stored. */
export const someFacts: fc.Arbitrary<FactRecord[]> = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: scalarRecord },
      { weight: 6, arbitrary: workloadRecord },
      { weight: 1, arbitrary: listGap },
    ),
    { maxLength: 14 },
  )
  .map(groups => {
    const byKey = new Map<string, FactRecord>();
    for (const fact of groups.flat()) {
      byKey.set(`${fact.name}|${fact.member}|${fact.source}`, fact);
    }
    return [...byKey.values()];
  });

/** Every source in some state, or in none. */
export const someLinks: fc.Arbitrary<LinkState[]> = fc
  .record(
    Object.fromEntries(
      NAMES.map(id => [
        id,
        fc.constantFrom<LinkStatus>(
          'ok',
          'ok',
          'ok',
          'not-linked',
          'not-found',
          'disabled',
          'denied',
          'stale',
          'error',
        ),
      ]),
    ),
    { requiredKeys: [] },
  )
  .map(states => links(states));
