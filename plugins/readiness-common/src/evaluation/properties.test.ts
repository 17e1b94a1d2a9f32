import fc from 'fast-check';
import type { CheckConfig } from '../checklist/types';
import type { FactRecord, LinkState, LinkStatus } from '../facts/types';
import { someFacts, someLinks } from '../__testUtils__/arbitraries';
import {
  check,
  compile,
  input,
  NOW,
  record,
  statuses,
  workload,
} from '../__testUtils__/harness';
import { applicableCount, standingAmong } from './aggregates';
import { evaluateScorecard } from './evaluateScorecard';
import { explainScorecard } from './explainScorecard';
import { unpackStatuses } from './packedStatuses';
import type { Status } from './types';

const EACH = { each: 'workloads' } as const;

/** Rules that say nothing of absence: no has(), no emptiness that passes over. */
const PLAIN: Record<string, CheckConfig> = {
  fact: check('runbook.exists'),
  negated: check('!traffic.encrypted', { level: 'silver' }),
  either: check('runbook.exists || owner.members > 1', { level: 'gold' }),
  both: check('traffic.encrypted && disk.ratio < 0.5'),
  chosen: check('runbook.exists ? owner.members > 0 : traffic.encrypted'),
  texts: check('owner.contacts.size() > 0 && "mail" in owner.contacts'),
  all: check([{ ...EACH, rule: 'workload.spread', whenEmpty: 'fail' }]),
  any: check([
    {
      ...EACH,
      rule: 'workload.minReplicas > 1',
      mode: 'any',
      whenEmpty: 'fail',
    },
  ]),
  several: check(
    [
      { ...EACH, rule: 'workload.graceful', whenEmpty: 'unknown' },
      { rule: 'runbook.exists' },
    ],
    { question: 'second' },
  ),
};

/** Rules of every other form. */
const OTHERS: Record<string, CheckConfig> = {
  absent: check('!has(runbook.exists) || runbook.exists', { level: 'silver' }),
  memberAbsent: check([
    { ...EACH, rule: '!has(workload.graceful)', whenEmpty: 'not-applicable' },
  ]),
  where: check([
    {
      ...EACH,
      where: 'workload.scalable',
      rule: 'workload.minReplicas > 1',
      whenEmpty: 'not-applicable',
    },
  ]),
  when: check([{ rule: 'runbook.exists', when: 'owner.members > 1' }]),
  exists: check('workloads.exists(w, w.spread)'),
  noneExists: check('!workloads.exists(w, !w.spread)'),
  every: check('workloads.size() > 0 && workloads.all(w, w.spread)'),
  counted: check('workloads.filter(w, w.spread).size() < 2'),
};

const TIMED: Record<string, CheckConfig> = {
  recent: check('now - runbook.reviewedAt < days(params.limit)', {
    params: { limit: 2 },
  }),
  backup: check('backup.lastAt >= now - duration("30h")', { level: 'gold' }),
  negatedTime: check('now - runbook.reviewedAt > days(1)'),
};

const plain = compile(PLAIN);
const everything = compile({ ...PLAIN, ...OTHERS, ...TIMED });

/** What changed to anything but unknown. */
function turned(
  before: Record<string, Status>,
  after: Record<string, Status>,
): string[] {
  return Object.entries(after).flatMap(([id, to]) =>
    to === before[id] || to === 'unknown'
      ? []
      : [`${id}: ${before[id]} became ${to}`],
  );
}

describe('whatever is known', () => {
  it('the order of facts and of links never matters', () => {
    fc.assert(
      fc.property(someFacts, someLinks, fc.integer(), (facts, links, seed) => {
        const shuffle = <T>(items: readonly T[]) =>
          fc.sample(
            fc.shuffledSubarray([...items], { minLength: items.length }),
            {
              seed,
              numRuns: 1,
            },
          )[0];
        const expected = explainScorecard(everything, input(facts, { links }));
        const shuffled = input(shuffle(facts), { links: shuffle(links) });
        expect({
          ...explainScorecard(everything, shuffled),
          links: expected.links,
        }).toEqual(expected);
        expect(evaluateScorecard(everything, shuffled)).toEqual(
          evaluateScorecard(everything, input(facts, { links })),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('words and statuses agree', () => {
    fc.assert(
      fc.property(someFacts, someLinks, (facts, links) => {
        const given = input(facts, { links });
        const evaluation = evaluateScorecard(everything, given);
        const scorecard = explainScorecard(everything, given);
        const explained = new Map(
          scorecard.questions.flatMap(({ checks }) =>
            checks.map(explanation => [explanation.id, explanation] as const),
          ),
        );
        unpackStatuses(evaluation.statuses).forEach(
          ({ status, drift }, index) => {
            const explanation = explained.get(everything.columns[index].id);
            expect(explanation?.status).toBe(status);
            expect((explanation?.drift.length ?? 0) > 0).toBe(drift);
            expect(explanation?.message).toMatch(/^[A-Z].*\.$/);
            expect(explanation?.message).not.toContain('undefined');
          },
        );
        expect(scorecard).toMatchObject({
          level: evaluation.level,
          score: evaluation.score,
          counts: evaluation.counts,
          preview: evaluation.preview,
        });
        expect(scorecard.next?.checks.length ?? 0).toBe(evaluation.toNextLevel);
        expect(evaluation.ruleErrors).toBeUndefined();
      }),
    );
  });

  it('a source that goes down turns nothing but to unknown', () => {
    fc.assert(
      fc.property(
        someFacts,
        someLinks,
        fc.nat(),
        fc.constantFrom<LinkStatus | 'never answered'>(
          'error',
          'denied',
          'stale',
          'never answered',
        ),
        (facts, links, which, outage) => {
          const answering = links.filter(({ status }) => status === 'ok');
          fc.pre(answering.length > 0);
          const { source } = answering[which % answering.length];
          const down: LinkState[] = links.flatMap(link => {
            if (link.source !== source) {
              return [link];
            }
            return outage === 'never answered'
              ? []
              : [{ ...link, status: outage }];
          });
          const before = input(facts, { links });
          const after = input(facts, { links: down });
          expect(
            turned(statuses(everything, before), statuses(everything, after)),
          ).toEqual([]);
          const counts = [before, after].map(given =>
            applicableCount(evaluateScorecard(everything, given).counts),
          );
          // What cannot be told to apply counts as applying.
          expect(counts[1]).toBeGreaterThanOrEqual(counts[0]);
        },
      ),
      { numRuns: 600 },
    );
  });

  it('time alone turns what does not read the time to unknown at most', () => {
    const timeless = compile({ ...PLAIN, ...OTHERS });
    fc.assert(
      fc.property(
        someFacts,
        someLinks,
        fc.integer({ min: 1, max: 400_000_000 }),
        (facts, links, later) => {
          expect(
            turned(
              statuses(timeless, input(facts, { links })),
              statuses(timeless, input(facts, { links, now: NOW + later })),
            ),
          ).toEqual([]);
        },
      ),
      { numRuns: 600 },
    );
  });

  it('no status changes before the moment that was announced', () => {
    fc.assert(
      fc.property(
        someFacts,
        someLinks,
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (facts, links, part) => {
          const given = input(facts, { links });
          const { statuses: before, reevaluateAt } = evaluateScorecard(
            everything,
            given,
          );
          const due = Date.parse(reevaluateAt ?? '');
          expect(due).toBeGreaterThan(NOW);
          const earlier = NOW + Math.floor((due - NOW) * part);
          expect(
            evaluateScorecard(everything, { ...given, now: earlier }).statuses,
          ).toBe(before);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('taking all evidence of a fact away turns nothing but to unknown', () => {
    const taken = [
      'runbook.exists',
      'traffic.encrypted',
      'owner.members',
      'owner.contacts',
      'disk.ratio',
    ];
    fc.assert(
      fc.property(
        someFacts,
        someLinks,
        fc.constantFrom(...taken),
        (facts, links, name) => {
          expect(
            turned(
              statuses(plain, input(facts, { links })),
              statuses(
                plain,
                input(
                  facts.filter(fact => fact.name !== name),
                  { links },
                ),
              ),
            ),
          ).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('taking a field of all members away turns nothing but to unknown', () => {
    const without = (fact: FactRecord, field: string): FactRecord => {
      if (typeof fact.value !== 'object' || Array.isArray(fact.value)) {
        return fact;
      }
      const { [field]: _, ...rest } = fact.value;
      return { ...fact, value: rest };
    };
    fc.assert(
      fc.property(
        someFacts,
        someLinks,
        fc.constantFrom('spread', 'minReplicas', 'graceful'),
        (facts, links, field) => {
          expect(
            turned(
              statuses(plain, input(facts, { links })),
              statuses(
                plain,
                input(
                  facts.map(fact => without(fact, field)),
                  { links },
                ),
              ),
            ),
          ).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('a weaker source never overrides a stronger one', () => {
    const compiled = compile({
      scalar: check('traffic.encrypted'),
      member: check([{ ...EACH, rule: 'workload.spread', whenEmpty: 'fail' }]),
    });
    const weaker = fc.constantFrom(
      'repository' as const,
      'attestation' as const,
    );
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.boolean(),
        weaker,
        fc.constantFrom<LinkStatus>('ok', 'error', 'denied', 'stale'),
        someLinks,
        (strong, weak, from, status, links) => {
          const observed = [
            record('kubernetes', 'traffic.encrypted', strong),
            workload('kubernetes', 'Deployment/ns/a', { spread: strong }),
          ];
          const states = [
            ...links.filter(({ source }) => source !== 'kubernetes'),
            { source: 'kubernetes', status, since: '2026-11-20T00:00:00Z' },
          ];
          const later = { observedAt: '2026-11-23T11:59:00Z' };
          const added = [
            record(from, 'traffic.encrypted', weak, later),
            workload(from, 'a', { spread: weak }, later),
          ];
          expect(
            statuses(
              compiled,
              input([...added, ...observed], { links: states }),
            ),
          ).toEqual(statuses(compiled, input(observed, { links: states })));
        },
      ),
    );
  });

  it('adding a pass never lowers a level', () => {
    const someStatus = fc.constantFrom<Status>(
      'pass',
      'fail',
      'unknown',
      'not-applicable',
      'accepted',
    );
    const someCheck = fc.record({
      status: someStatus,
      check: fc.record({ levelIndex: fc.integer({ min: 0, max: 2 }) }),
    });
    fc.assert(
      fc.property(
        fc.array(someCheck),
        someCheck,
        fc.nat(),
        (checks, more, at) => {
          const { held } = standingAmong(3, checks);
          const pass = { ...more, status: 'pass' as const };
          expect(
            standingAmong(3, [...checks, pass]).held,
          ).toBeGreaterThanOrEqual(held);
          const improved = checks.map((one, index) =>
            index === at % checks.length
              ? { ...one, status: 'pass' as const }
              : one,
          );
          expect(standingAmong(3, improved).held).toBeGreaterThanOrEqual(held);
        },
      ),
    );
  });
});
