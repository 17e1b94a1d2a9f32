import {
  allLinks,
  check,
  compile,
  input,
  links,
  record,
  sources,
  statuses,
  statusOf,
  workload,
} from '../__testUtils__/harness';
import type { FactRecord } from '../facts/types';
import type { ListRuleConfig } from '../checklist/types';
import { evaluateScorecard } from './evaluateScorecard';

function each(
  rule: string,
  more: Partial<ListRuleConfig> = {},
): ListRuleConfig {
  return { each: 'workloads', rule, whenEmpty: 'fail', ...more };
}

const good = workload('repository', 'good', { spread: true, scalable: true });
const bad = workload('repository', 'bad', { spread: false, scalable: true });
const blank = workload('repository', 'blank', {
  name: 'blank',
  scalable: true,
});
const job = workload('repository', 'job', { spread: false, scalable: false });

const SPREAD = each('workload.spread');

describe('evaluateScorecard', () => {
  describe('a rule over all members', () => {
    it.each<[string, FactRecord[], string]>([
      ['passes where all pass', [good], 'pass'],
      ['fails where one fails', [good, bad, blank], 'fail'],
      [
        'is unknown where one is unknown and none fails',
        [good, blank],
        'unknown',
      ],
      ['is what emptiness is said to mean', [], 'fail'],
    ])('%s', (_, facts, expected) => {
      expect(statusOf(SPREAD, facts)).toBe(expected);
    });
  });

  describe('a rule over any member', () => {
    const any = each('workload.spread', { mode: 'any' });
    it.each<[string, FactRecord[], string]>([
      ['passes where one passes', [good, bad, blank], 'pass'],
      [
        'is unknown where one is unknown and none passes',
        [bad, blank],
        'unknown',
      ],
      ['fails where all fail', [bad], 'fail'],
      ['is what emptiness is said to mean', [], 'fail'],
    ])('%s', (_, facts, expected) => {
      expect(statusOf(any, facts)).toBe(expected);
    });
  });

  it.each(['unknown', 'not-applicable', 'fail'] as const)(
    'says %s of an empty list where the rule says so',
    whenEmpty => {
      expect(statusOf(each('workload.spread', { whenEmpty }), [])).toBe(
        whenEmpty,
      );
    },
  );

  describe('members that where leaves out', () => {
    const where = each('workload.spread', { where: 'workload.scalable' });
    it('do not count', () => {
      expect(statusOf(where, [good, job])).toBe('pass');
      expect(statusOf(where, [bad, job])).toBe('fail');
    });
    it('leave a rule that does not apply where none is left', () => {
      expect(statusOf(where, [job])).toBe('not-applicable');
    });
    it('are unknown where it cannot be told', () => {
      const either = workload('repository', 'either', { spread: true });
      expect(statusOf(where, [good, either])).toBe('unknown');
      expect(statusOf(where, [bad, either])).toBe('fail');
    });
  });

  describe('a list from which members may be missing', () => {
    const gap = record('repository', 'workloads', undefined, {
      missing: 'deploy.yaml cannot be parsed',
    });
    const declared = {
      links: links({ repository: 'ok', kubernetes: 'not-linked' }),
    };
    it.each<[string, ListRuleConfig, FactRecord[], string]>([
      ['all: a pass becomes unknown', SPREAD, [good, gap], 'unknown'],
      ['all: a failure stays', SPREAD, [bad, gap], 'fail'],
      [
        'any: a pass stays',
        each('workload.spread', { mode: 'any' }),
        [good, gap],
        'pass',
      ],
      [
        'any: a failure becomes unknown',
        each('workload.spread', { mode: 'any' }),
        [bad, gap],
        'unknown',
      ],
      ['emptiness becomes unknown', SPREAD, [gap], 'unknown'],
      [
        'no member in scope becomes unknown',
        each('workload.spread', { where: 'workload.scalable' }),
        [job, gap],
        'unknown',
      ],
    ])('%s', (_, rule, facts, expected) => {
      expect(statusOf(rule, facts, declared)).toBe(expected);
    });
  });

  describe('when', () => {
    const facts = [record('repository', 'runbook.exists', true)];
    it.each([
      ['entity.tier == 3', 'pass'],
      ['entity.tier == 1', 'not-applicable'],
      ['owner.members > 1', 'unknown'],
    ])('%s: %s', (when, expected) => {
      expect(statusOf({ rule: 'runbook.exists', when }, facts)).toBe(expected);
      expect(statusOf(each('workload.spread', { when }), [good])).toBe(
        expected,
      );
    });
  });

  describe('several rules', () => {
    const pass = { rule: 'runbook.exists' };
    const fail = { rule: '!runbook.exists' };
    const unknown = { rule: 'owner.members > 1' };
    const none = { rule: 'runbook.exists', when: 'false' };
    it.each([
      ['fail', [pass, unknown, fail, none]],
      ['unknown', [pass, unknown, none]],
      ['pass', [none, pass]],
      ['not-applicable', [none, none]],
    ])('are %s at worst', (expected, rules) => {
      expect(
        statusOf(rules, [record('repository', 'runbook.exists', true)]),
      ).toBe(expected);
    });
  });

  describe('acceptances', () => {
    const facts = [record('repository', 'runbook.exists', false)];
    const acceptance = {
      check: 'one',
      until: '2026-12-01T00:00:00Z',
      recordId: '0001',
      recordTitle: 'We go without',
    };
    const given = (until: string, checkId = 'one') =>
      input(facts, { acceptances: [{ ...acceptance, until, check: checkId }] });
    const compiled = compile({
      one: check('runbook.exists'),
      strict: check('runbook.exists', { acceptable: false }),
      hidden: check('owner.members > 1'),
    });

    it('accept what fails, until they end', () => {
      expect(statuses(compiled, given('2026-12-01T00:00:00Z')).one).toBe(
        'accepted',
      );
      expect(statuses(compiled, given('2026-11-23T12:00:00Z')).one).toBe(
        'fail',
      );
      expect(statuses(compiled, given('never')).one).toBe('fail');
    });

    it('accept neither what may not be accepted nor what is unknown', () => {
      expect(statuses(compiled, given(acceptance.until, 'strict')).strict).toBe(
        'fail',
      );
      expect(statuses(compiled, given(acceptance.until, 'hidden')).hidden).toBe(
        'unknown',
      );
    });
  });

  it('never takes a fault of the rule for a verdict', () => {
    const compiled = compile({
      broken: check('4 / owner.members > 1'),
      fine: check('owner.members == 0'),
    });
    expect(
      evaluateScorecard(
        compiled,
        input([record('catalog', 'owner.members', 0)]),
      ),
    ).toMatchObject({
      statuses: 'up',
      ruleErrors: [
        { check: 'broken', rule: 0, message: 'column 1: division by zero' },
      ],
    });
  });

  it('gives level, score, counts and what is left to the next level', () => {
    const compiled = compile({
      b1: check('runbook.exists'),
      b2: check('entity.tier == 1', { appliesTo: { kind: 'API' } }),
      s1: check('owner.members > 1', { level: 'silver' }),
      s2: check('entity.tier == 3', { level: 'silver' }),
      g1: check('entity.tier == 1', { level: 'gold' }),
    });
    expect(
      evaluateScorecard(
        compiled,
        input([record('repository', 'runbook.exists', true)]),
      ),
    ).toEqual({
      entityRef: 'component:default/shop',
      evaluatedAt: '2026-11-23T12:00:00.000Z',
      reevaluateAt: '2026-11-24T11:00:00.000Z',
      statuses: 'pnupf',
      level: 'bronze',
      score: 0.5,
      counts: {
        pass: 2,
        fail: 1,
        unknown: 1,
        'not-applicable': 1,
        accepted: 0,
      },
      toNextLevel: 1,
      preview: false,
    });
  });

  it('marks a preview', () => {
    const given = input([]);
    given.entity.entity = { spec: { lifecycle: 'experimental' } };
    expect(evaluateScorecard(compile({}), given)).toMatchObject({
      preview: true,
      level: 'none',
      score: 0,
      toNextLevel: 0,
      statuses: '',
    });
  });

  it('marks drift of what the rule is about, and of nothing else', () => {
    const compiled = compile({
      one: check([each('workload.spread', { where: 'workload.scalable' })]),
      two: check('traffic.encrypted'),
      three: check([each('workload.minReplicas > 0')]),
    });
    const facts = [
      workload('repository', 'api', {
        spread: false,
        scalable: true,
        minReplicas: 2,
      }),
      workload('kubernetes', 'api', {
        spread: true,
        scalable: true,
        minReplicas: 2,
      }),
      record('repository', 'traffic.encrypted', true),
      record('kubernetes', 'traffic.encrypted', false),
    ];
    expect(evaluateScorecard(compiled, input(facts)).statuses).toBe('PFp');
    const away = workload('kubernetes', 'api', {
      spread: true,
      scalable: false,
    });
    expect(
      evaluateScorecard(compiled, input([facts[0], away])).statuses[0],
    ).toBe('n');
  });

  it('holds every check of a source that is down, as unknown', () => {
    const compiled = compile(
      { one: check('runbook.exists'), two: check([SPREAD]) },
      { sources: [sources.repository] },
    );
    expect(statuses(compiled, input([], { links: allLinks('error') }))).toEqual(
      {
        one: 'unknown',
        two: 'unknown',
      },
    );
  });
});
