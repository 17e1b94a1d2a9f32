import fc from 'fast-check';
import {
  allLinks,
  links,
  NOW,
  record,
  registry,
  sources,
  workload,
} from '../__testUtils__/harness';
import { FactRegistry } from './FactRegistry';
import { FactResolver } from './FactResolver';
import type { FactInput } from './FactResolver';
import { resolveFacts } from './resolveFacts';
import type { ResolvedFacts } from './ResolvedFacts';
import type { FactRecord, SourceDescriptor } from './types';

const STALE = { expiresAt: '2026-11-22T00:00:00Z' };

function resolve(
  facts: readonly FactRecord[],
  more: Partial<FactInput> = {},
): ResolvedFacts {
  return resolveFacts({
    registry,
    sources: Object.values(sources),
    facts,
    links: allLinks(),
    now: NOW,
    ...more,
  });
}

function scalar(name: string, ...args: Parameters<typeof resolve>) {
  return resolve(...args).scalars.get(name);
}

function member(key: string, ...args: Parameters<typeof resolve>) {
  return resolve(...args)
    .lists.get('workloads')
    ?.members.find(candidate => candidate.key === key);
}

describe('resolveFacts', () => {
  const encrypted = 'traffic.encrypted';
  const seen = record('kubernetes', encrypted, false);
  const written = record('repository', encrypted, true);
  const said = record('attestation', encrypted, true);

  describe('a scalar', () => {
    it('is what the strongest source says, however old', () => {
      const older = { ...seen, observedAt: '2026-11-01T00:00:00Z' };
      expect(scalar(encrypted, [written, said, older])).toMatchObject({
        state: 'known',
        value: false,
        decidedBy: { source: { id: 'kubernetes' } },
      });
    });

    it('adds up what equals name, where each sees but a part', () => {
      const name = 'recovery.objectives';
      const records: SourceDescriptor = {
        id: 'tradeoffs',
        kind: 'tradeoffs',
        title: 'Tradeoff records',
        strength: 'declared',
        supplies: [name],
      };
      const repository = { ...sources.repository, supplies: [name] };
      const ofRepository = record('repository', name, ['RPO']);
      const ofRecords = { ...ofRepository, source: records.id, value: ['RTO'] };
      const valueOf = (...facts: FactRecord[]) =>
        resolveFacts({
          registry: FactRegistry.create(),
          sources: [records, repository],
          facts,
          links: [
            ...allLinks(),
            { source: records.id, status: 'ok', since: '2026-11-20' },
          ],
          now: NOW,
        }).scalars.get(name)?.value;
      expect(valueOf(ofRepository, ofRecords)).toEqual(['RPO', 'RTO']);
      expect(valueOf(ofRepository, { ...ofRecords, value: [] })).toEqual([
        'RPO',
      ]);
      // Neither what is stale nor what only a person says is added.
      const newer = { observedAt: '2026-11-23T11:30:00Z' };
      expect(
        valueOf(
          { ...ofRepository, ...newer },
          { ...ofRecords, ...STALE, observedAt: '2026-11-20T00:00:00Z' },
        ),
      ).toEqual(['RPO']);
      expect(
        valueOf(ofRepository, { ...ofRecords, strength: 'attested' }),
      ).toEqual(['RPO']);
    });

    it('is the newest among equals, then that of the first source id', () => {
      const other = { ...sources.kubernetes, id: 'kubernetes:b' };
      const all = [...Object.values(sources), other];
      const newer = {
        ...record('kubernetes', encrypted, true),
        source: other.id,
        observedAt: '2026-11-23T11:30:00Z',
      };
      const both = { sources: all, registry, now: NOW };
      const states = [
        ...allLinks(),
        { source: other.id, status: 'ok' as const, since: '2026-11-20' },
      ];
      const valueOf = (facts: FactRecord[]) =>
        resolveFacts({ ...both, facts, links: states }).scalars.get(encrypted)
          ?.value;
      expect(valueOf([seen, newer])).toBe(true);
      expect(valueOf([seen, { ...newer, observedAt: seen.observedAt }])).toBe(
        false,
      );
    });

    it.each(['disabled', 'not-linked', 'not-found'] as const)(
      'is left to a weaker source where the stronger is %s',
      status => {
        expect(
          scalar(encrypted, [seen, written], {
            links: links({ kubernetes: status, repository: 'ok' }),
          }),
        ).toMatchObject({ state: 'known', value: true });
      },
    );

    it('is left to a weaker source where the stronger answers and states nothing', () => {
      expect(scalar(encrypted, [written])).toMatchObject({ value: true });
    });

    it.each(['denied', 'stale', 'error'] as const)(
      'is undecided where a stronger source is %s and left no value',
      status => {
        expect(
          scalar(encrypted, [written], {
            links: links({ kubernetes: status, repository: 'ok' }),
          }),
        ).toMatchObject({
          state: 'undecided',
          cause: { kind: 'outage', source: { id: 'kubernetes' } },
          statements: [{ source: { id: 'repository' } }],
        });
      },
    );

    it('is undecided where a stronger source has never answered', () => {
      expect(
        scalar(encrypted, [written], { links: links({ repository: 'ok' }) }),
      ).toMatchObject({ state: 'undecided', cause: { kind: 'outage' } });
    });

    it('keeps the last value through an outage until its freshness limit', () => {
      const outage = {
        links: links({ kubernetes: 'error', repository: 'ok' }),
      };
      expect(scalar(encrypted, [seen, written], outage)).toMatchObject({
        state: 'known',
        value: false,
      });
      expect(
        scalar(encrypted, [{ ...seen, ...STALE }, written], outage),
      ).toMatchObject({
        state: 'undecided',
        cause: { kind: 'stale', statement: { source: { id: 'kubernetes' } } },
        statements: [{ expired: true }, { expired: false }],
      });
    });

    it('takes a freshness limit that cannot be read for past', () => {
      expect(scalar(encrypted, [{ ...seen, expiresAt: 'soon' }])).toMatchObject(
        { state: 'undecided', cause: { kind: 'stale' } },
      );
    });

    it('is undecided where the strongest source could not tell', () => {
      const gap = record('kubernetes', encrypted, undefined, {
        missing: 'listing policies is forbidden',
      });
      expect(scalar(encrypted, [gap, written])).toMatchObject({
        state: 'undecided',
        cause: { kind: 'gap', reason: 'listing policies is forbidden' },
      });
    });

    it('may be attested where a look at the repository could not tell', () => {
      const gap = record('repository', encrypted, undefined, {
        missing: 'the chart was not rendered',
      });
      expect(scalar(encrypted, [gap, said])).toMatchObject({
        state: 'known',
        value: true,
      });
      const observed = record('kubernetes', encrypted, undefined, {
        missing: 'forbidden',
      });
      expect(scalar(encrypted, [observed, said])?.state).toBe('undecided');
    });

    it.each([
      ['runbook.exists', 'repository', 'yes', 'where a bool belongs'],
      ['owner.members', 'catalog', 1.5, 'where a whole number belongs'],
      ['disk.ratio', 'repository', 'half', 'where a number belongs'],
      ['git.host.name', 'repository', 7, 'where a text belongs'],
      ['runbook.reviewedAt', 'repository', 'May', 'where a time in ISO 8601'],
      ['owner.contacts', 'catalog', 'mail', 'where a list of texts belongs'],
      [
        'owner.contacts',
        'catalog',
        new Array<string>(1001).fill('x'),
        'more than 1000 entries',
      ],
      ['git.host.name', 'repository', 'x'.repeat(10_001), 'is longer than'],
    ] as const)(
      'is undecided where %s of %s is %p',
      (name, from, value, reason) => {
        const resolved = scalar(name, [
          record(from, name, Array.isArray(value) ? [...value] : value),
        ]);
        expect(resolved).toMatchObject({
          state: 'undecided',
          cause: { kind: 'gap', reason: expect.stringContaining(reason) },
        });
      },
    );

    it('is absent for a reason where no source is in an outage', () => {
      expect(scalar('runbook.exists', [])).toMatchObject({
        state: 'absent',
        cause: { kind: 'silent' },
      });
      expect(
        scalar('runbook.exists', [], {
          links: links({ repository: 'not-linked' }),
        }),
      ).toMatchObject({ state: 'absent', cause: { kind: 'unlinked' } });
      expect(
        resolveFacts({
          registry,
          sources: [],
          facts: [],
          links: [],
          now: NOW,
        }).scalars.get('runbook.exists'),
      ).toMatchObject({ state: 'absent', cause: { kind: 'unsupplied' } });
    });

    it('holds in its environment alone, or in all', () => {
      const staging = { ...seen, environment: 'staging' };
      expect(scalar(encrypted, [staging])?.state).toBe('absent');
      expect(
        scalar(encrypted, [staging], { environment: 'staging' })?.value,
      ).toBe(false);
      expect(scalar(encrypted, [{ ...seen, environment: '' }])?.value).toBe(
        false,
      );
    });

    it('leaves out sources that are not configured', () => {
      expect(scalar(encrypted, [{ ...seen, source: 'gone' }])?.state).toBe(
        'absent',
      );
    });

    it('drifts where fresh declared and observed values differ', () => {
      expect(scalar(encrypted, [seen, written])?.drift).toMatchObject({
        declared: { source: { id: 'repository' } },
        observed: { source: { id: 'kubernetes' } },
      });
      expect(
        scalar(encrypted, [seen, { ...written, ...STALE }])?.drift,
      ).toBeUndefined();
      expect(
        scalar(encrypted, [seen, { ...written, value: false }])?.drift,
      ).toBeUndefined();
    });
  });

  describe('a list', () => {
    it('merges members field by field', () => {
      const resolved = member('Deployment/shop/api', [
        workload('repository', 'api', { minReplicas: 3, budget: 'b' }),
        workload('kubernetes', 'Deployment/shop/api', { minReplicas: 2 }),
      ]);
      expect(resolved?.name).toBe('api');
      expect(resolved?.fields.minReplicas).toMatchObject({
        value: 2,
        decidedBy: { source: { id: 'kubernetes' } },
        drift: expect.anything(),
      });
      expect(resolved?.fields.budget).toMatchObject({
        value: 'b',
        decidedBy: { source: { id: 'repository' } },
      });
    });

    it('takes a key without namespace for the one that has it', () => {
      const keysOf = (...keys: string[]) =>
        resolve(keys.map(key => workload('repository', key, { name: 'x' })))
          .lists.get('workloads')
          ?.members.map(({ key }) => key);
      expect(keysOf('Deployment//api', 'Deployment/a/api')).toEqual([
        'Deployment/a/api',
      ]);
      expect(
        keysOf('Deployment//api', 'Deployment/a/api', 'Deployment/b/api'),
      ).toEqual(['Deployment//api', 'Deployment/a/api', 'Deployment/b/api']);
      expect(keysOf('Deployment//api', 'StatefulSet/a/api')).toHaveLength(2);
    });

    it('lets a source that knows single fields bring no member', () => {
      const fields = { useRatio: 0.5 };
      expect(
        resolve([workload('monitor', 'Deployment/a/api', fields)]).lists.get(
          'workloads',
        )?.members,
      ).toEqual([]);
      expect(
        member('Deployment//api', [
          workload('repository', 'api', { name: 'api' }),
          workload('monitor', 'Deployment/a/api', fields),
        ])?.fields.useRatio,
      ).toMatchObject({ value: 0.5 });
    });

    it('is known without members where a source answers', () => {
      expect(resolve([]).lists.get('workloads')).toMatchObject({
        state: 'known',
        members: [],
      });
    });

    it('is not known where no source answers', () => {
      expect(
        resolve([], { links: allLinks('error') }).lists.get('workloads'),
      ).toMatchObject({ state: 'undecided', cause: { kind: 'outage' } });
      expect(
        resolve([], { links: allLinks('not-found') }).lists.get('workloads'),
      ).toMatchObject({ state: 'absent', cause: { kind: 'unlinked' } });
    });

    it('may lack members where a stronger source is in an outage', () => {
      const list = resolve([workload('repository', 'api', { spread: true })], {
        links: links({ kubernetes: 'denied', repository: 'ok' }),
      }).lists.get('workloads');
      expect(list?.incomplete).toMatchObject({
        kind: 'outage',
        source: { id: 'kubernetes' },
      });
      expect(list?.members[0].fields.spread.state).toBe('undecided');
    });

    it('is whole where only a weaker source is in an outage', () => {
      const list = resolve([workload('kubernetes', 'api', { spread: true })], {
        links: links({ kubernetes: 'ok', repository: 'error' }),
      }).lists.get('workloads');
      expect(list?.incomplete).toBeUndefined();
      expect(list?.members[0].fields).toMatchObject({
        spread: { state: 'known' },
        // Only the repository could tell.
        graceful: { state: 'undecided', cause: { kind: 'outage' } },
      });
    });

    it('may lack members where a source says so', () => {
      const gap = record('repository', 'workloads', undefined, {
        missing: 'deploy.yaml cannot be parsed',
      });
      const declared = {
        links: links({ repository: 'ok', kubernetes: 'not-linked' }),
      };
      expect(
        resolve([gap], declared).lists.get('workloads')?.incomplete,
      ).toMatchObject({ kind: 'gap', reason: 'deploy.yaml cannot be parsed' });
      // The cluster knows better what runs.
      expect(resolve([gap]).lists.get('workloads')?.incomplete).toBeUndefined();
    });

    it('keeps members of whom a source could not tell the rest', () => {
      const partial = workload(
        'repository',
        'api',
        { minReplicas: 2 },
        { missing: 'the chart was not rendered' },
      );
      expect(member('Deployment//api', [partial])?.fields).toMatchObject({
        minReplicas: { state: 'known' },
        spread: { state: 'undecided', cause: { kind: 'gap' } },
      });
      const whole = workload(
        'repository',
        'api',
        {},
        { missing: 'unreadable' },
      );
      delete whole.value;
      expect(member('Deployment//api', [whole])?.fields.spread).toMatchObject({
        state: 'undecided',
        cause: { kind: 'gap', reason: 'unreadable' },
      });
    });

    it('looks at 1,000 members and counts those beyond', () => {
      const many = Array.from({ length: 1003 }, (_, index) =>
        workload('repository', `w${index}`, { spread: true }),
      );
      const list = resolve(many).lists.get('workloads');
      expect(list?.members).toHaveLength(1000);
      expect(list?.beyondLimit).toBe(3);
    });
  });

  it('tells when the first fresh fact expires', () => {
    expect(
      resolve([
        seen,
        { ...written, expiresAt: '2026-11-23T18:00:00Z' },
        record('catalog', 'owner.members', 1, STALE),
      ]).nextExpiry,
    ).toBe(Date.parse('2026-11-23T18:00:00Z'));
    expect(resolve([]).nextExpiry).toBeUndefined();
  });

  it('resolves only what is asked for', () => {
    const resolver = new FactResolver({
      registry,
      sources: Object.values(sources),
      only: new Set(['runbook.exists']),
    });
    const resolved = resolver.resolve({
      facts: [seen],
      links: allLinks(),
      now: NOW,
    });
    expect([...resolved.scalars.keys()]).toEqual(['runbook.exists']);
    expect(resolved.lists.size).toBe(0);
  });

  it('gives the same answer whatever the order of the facts', () => {
    const facts = [
      seen,
      written,
      said,
      { ...seen, value: true, environment: '' },
      { ...written, value: false },
      workload('repository', 'api', { minReplicas: 3 }),
      workload('repository', 'Deployment/a/api', { minReplicas: 4 }),
      workload('kubernetes', 'Deployment/a/api', { minReplicas: 2 }),
      workload('kubernetes', 'Deployment/b/web', { minReplicas: 1 }),
      record('repository', 'workloads', undefined, { missing: 'broken' }),
      record('repository', 'alerts', undefined, { missing: 'broken' }),
    ];
    const expected = resolve(facts);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(facts, { minLength: facts.length }),
        shuffled => {
          expect(resolve(shuffled)).toEqual(expected);
        },
      ),
    );
  });
});
