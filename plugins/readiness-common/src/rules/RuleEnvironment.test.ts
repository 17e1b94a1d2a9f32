import {
  allLinks,
  input,
  NOW,
  record,
  registry,
  sources,
  workload,
} from '../__testUtils__/harness';
import { resolveFacts } from '../facts/resolveFacts';
import type { FactRecord, LinkState } from '../facts/types';
import { bindFacts } from './bindFacts';
import { MISSING, RuleFailure } from './CompiledExpression';
import { ExpressionError } from './ExpressionError';
import { RuleEnvironment } from './RuleEnvironment';
import type { ExpressionOptions } from './RuleEnvironment';

const environment = new RuleEnvironment(registry);
const OF_WORKLOAD = { variable: 'workload', list: 'workloads' };

function reasonOf(
  source: string,
  options: Partial<ExpressionOptions> = {},
): string {
  try {
    environment.compile(source, { expects: 'bool', ...options });
  } catch (error) {
    if (error instanceof ExpressionError) {
      return error.message;
    }
    throw error;
  }
  return 'accepted';
}

function evaluate(
  source: string,
  facts: readonly FactRecord[] = [],
  options: { params?: Record<string, number>; links?: LinkState[] } = {},
): unknown {
  const { params = {}, links = allLinks() } = options;
  const parameters = Object.fromEntries(
    Object.keys(params).map(name => [name, 'int' as const]),
  );
  const context = bindFacts(
    environment,
    resolveFacts({
      registry,
      sources: Object.values(sources),
      facts,
      links,
      now: NOW,
    }),
    input([]).entity,
    NOW,
  );
  const ParametersClass = environment.parameterClass(parameters);
  context.values.params = Object.assign(
    new ParametersClass(),
    Object.fromEntries(
      Object.entries(params).map(([name, value]) => [name, BigInt(value)]),
    ),
  );
  return environment
    .compile(source, { expects: 'any', parameters })
    .evaluate(context);
}

describe('RuleEnvironment', () => {
  describe('refuses when a rule is loaded', () => {
    it.each([
      ['runbook.exist', 'column 9: no such key: exist; did you mean "exists"?'],
      [
        'runbok.exists',
        'column 1: unknown variable: runbok; did you mean "runbook"?',
      ],
      ['owner.members >= "2"', 'column 1: no such overload: int >= string'],
      ['entity.tier == "1"', 'column 1: no such overload: int == string'],
      ['owner.members >', 'column 16: unexpected token: EOF'],
      [
        'owner.members',
        'column 1: a rule is true or false, this is of type int',
      ],
      ['', 'column 1: the expression is empty'],
      [
        'has(git.host) && runbook.exists',
        'column 5: "git.host" is a group of facts: name one of them',
      ],
      [
        'now - backup.lastAt < 30',
        'column 1: no such overload: duration < int',
      ],
      [
        'runbook.exists &&\n  owner.members > "x"',
        'line 2, column 3: no such overload: int > string',
      ],
      ['params.minimum > 1', 'column 8: no such key: minimum'],
      ['{"a": 1}.size() > 0', 'maps are not offered'],
      ['alerts.map(a, a.name)[0] == "x"', 'only lists of texts have an index'],
    ])('%s', (source, reason) => {
      expect(reasonOf(source).toLocaleLowerCase('en-US')).toContain(
        reason.toLocaleLowerCase('en-US'),
      );
    });
  });

  describe('bounds what a rule may cost', () => {
    it.each([
      [
        'git.host.name.matches("a+b")',
        'use contains, startsWith, endsWith or in',
      ],
      ['cel.bind(x, 1, x > 0)', 'cel.bind is not offered'],
      ['dyn(entity.tier) == dyn("1")', 'dyn is not offered'],
      ['size(bytes("x")) > 0', 'bytes is not offered'],
      ['backup.lastAt.getHours("Europe/Berlin") > 3', 'takes no time zone'],
      [
        'workloads.exists(a, workloads.exists(b, alerts.exists(c, c.healthy)))',
        'loops nest 2 deep at most',
      ],
      [
        'workloads.exists(a, workloads.exists(b, a.name in b.volumes))',
        'loops nest 2 deep at most',
      ],
      [
        'workloads.map(a, a.name).exists(n, n == "x")',
        'a computed list could grow',
      ],
      [
        'workloads.all(a, a.spread)',
        'workloads.all(…) is true of an empty list',
      ],
      [`${'owner.members > 0 && '.repeat(120)}true`, 'more than 400 parts'],
      [`${'('.repeat(50)}true${')'.repeat(50)}`, 'nested more than 40 deep'],
      [`"${'x'.repeat(4000)}" == "x"`, '4000 characters at most'],
    ])('%.60s', (source, reason) => {
      expect(reasonOf(source, { refuseVacuous: true })).toContain(reason);
    });

    it('counts each as one loop', () => {
      const source = 'workloads.exists(b, workload.name in b.volumes)';
      expect(reasonOf(source, { member: OF_WORKLOAD })).toContain(
        'nest 2 deep',
      );
    });

    it.each([
      'workloads.exists(a, alerts.exists(b, b.name == a.name))',
      'workloads.exists(a, "data" in a.volumes)',
      'workloads.filter(a, a.spread).size() > 1',
      'workloads.size() > 0 && workloads.all(a, a.spread)',
      'entity.tags.exists(tag, tag in ["web", "api"])',
      'owner.contacts[0].startsWith("mailto:")',
      'git.host.name.split(".")[0] == "forge"',
    ])('offers %s', source => {
      expect(reasonOf(source, { refuseVacuous: true })).toBe('accepted');
    });
  });

  it('binds ints as ints, times as times and texts in lists', () => {
    const facts = [
      record('catalog', 'owner.members', 2),
      record('catalog', 'owner.contacts', ['mail', 'chat']),
      record('repository', 'disk.ratio', 0.25),
      record('repository', 'git.host.name', 'forge'),
      record('repository', 'runbook.reviewedAt', '2026-11-22T12:00:00Z'),
    ];
    expect(evaluate('owner.members + 1', facts)).toBe(BigInt(3));
    expect(evaluate('disk.ratio * 2.0 == 0.5', facts)).toBe(true);
    expect(evaluate('git.host.name + "!"', facts)).toBe('forge!');
    expect(evaluate('"mail" in owner.contacts', facts)).toBe(true);
    expect(evaluate('now - runbook.reviewedAt == days(1)', facts)).toBe(true);
    expect(
      evaluate('now - runbook.reviewedAt > days(params.limit)', facts, {
        params: { limit: 2 },
      }),
    ).toBe(false);
    expect(evaluate('entity.tier == 3 && "web" in entity.tags')).toBe(true);
  });

  describe('what is absent', () => {
    it('is missing, and absorbed by a side that decides', () => {
      const facts = [record('catalog', 'owner.members', 2)];
      expect(evaluate('runbook.exists', facts)).toBe(MISSING);
      expect(evaluate('!runbook.exists', facts)).toBe(MISSING);
      expect(evaluate('runbook.exists || owner.members == 2', facts)).toBe(
        true,
      );
      expect(evaluate('owner.members == 2 || runbook.exists', facts)).toBe(
        true,
      );
      expect(evaluate('owner.members == 3 && runbook.exists', facts)).toBe(
        false,
      );
      expect(evaluate('owner.members == 3 || runbook.exists', facts)).toBe(
        MISSING,
      );
      expect(evaluate('entity.system == "x"')).toBe(MISSING);
    });

    it('is false to has()', () => {
      expect(evaluate('has(runbook.exists)')).toBe(false);
      expect(evaluate('has(entity.system) || has(entity.owner)')).toBe(true);
      expect(
        evaluate('has(runbook.exists)', [
          record('repository', 'runbook.exists', false),
        ]),
      ).toBe(true);
    });
  });

  describe('has() where a source could know and does not answer', () => {
    it.each([
      ['is denied', allLinks('denied'), []],
      ['is in error', allLinks('error'), []],
      ['has not answered lately', allLinks('stale'), []],
      ['has never answered', [], []],
      [
        'left a value that is past its limit',
        allLinks('error'),
        [
          record('repository', 'runbook.exists', true, {
            expiresAt: '2026-11-22T00:00:00Z',
          }),
        ],
      ],
      [
        'could not tell',
        allLinks(),
        [
          record('repository', 'runbook.exists', undefined, {
            missing: 'unreadable',
          }),
        ],
      ],
    ])('is missing: the source %s', (_, links, facts) => {
      expect(evaluate('has(runbook.exists)', facts, { links })).toBe(MISSING);
      expect(evaluate('!has(runbook.exists)', facts, { links })).toBe(MISSING);
      expect(
        evaluate('has(runbook.exists) || entity.tier == 3', facts, { links }),
      ).toBe(true);
    });

    it('is missing for a member too', () => {
      const facts = [workload('repository', 'api', { name: 'api' })];
      const rule = 'workloads.exists(w, has(w.graceful))';
      expect(evaluate(rule, facts)).toBe(false);
      const links = allLinks().map(link =>
        link.source === 'attestation'
          ? { ...link, status: 'error' as const }
          : link,
      );
      expect(evaluate(rule, facts, { links })).toBe(MISSING);
    });
  });

  describe('a list that may lack members', () => {
    const facts = [
      record('repository', 'alerts', { healthy: true }, { member: 'a' }),
    ];
    const links = allLinks().map(link =>
      link.source === 'monitor' ? { ...link, status: 'error' as const } : link,
    );
    const stated = [
      ...facts,
      record('monitor', 'alerts', undefined, { missing: 'one shard is down' }),
      record('monitor', 'alerts', { healthy: true }, { member: 'b' }),
    ];

    it('still passes by a member that is known', () => {
      expect(evaluate('alerts.exists(a, a.healthy)', stated)).toBe(true);
      expect(evaluate('alerts.all(a, !a.healthy)', stated)).toBe(false);
    });

    it('neither passes nor fails by one that is not', () => {
      expect(evaluate('alerts.exists(a, !a.healthy)', stated)).toBe(MISSING);
      expect(evaluate('alerts.all(a, a.healthy)', stated)).toBe(MISSING);
      expect(evaluate('alerts.size() == 2', stated)).toBe(MISSING);
      expect(evaluate('alerts.filter(a, a.healthy).size() > 0', stated)).toBe(
        MISSING,
      );
      expect(evaluate('alerts.exists(a, a.healthy)', facts, { links })).toBe(
        MISSING,
      );
    });
  });

  it('tells a fault of the rule from a missing fact', () => {
    const facts = [record('catalog', 'owner.members', 0)];
    const failure = evaluate('entity.tier > 5 || 4 / owner.members > 1', facts);
    expect(failure).toBeInstanceOf(RuleFailure);
    expect(failure).toMatchObject({
      reason: 'column 20: division by zero',
    });
    expect(evaluate('entity.tier == 3 || 4 / owner.members > 1', facts)).toBe(
      true,
    );
  });

  it('reads all facts off the syntax tree', () => {
    const { reads } = environment.compile(
      'has(runbook.reviewedAt) && (runbook.exists || workloads.exists(w, w.spread)) && workload.minReplicas > 1',
      { expects: 'bool', member: OF_WORKLOAD },
    ).analysis;
    expect(reads).toEqual([
      { fact: 'runbook.reviewedAt', of: 'fact', guarded: true, strict: false },
      { fact: 'runbook.exists', of: 'fact', guarded: false, strict: false },
      { fact: 'workloads', of: 'fact', guarded: false, strict: false },
      {
        fact: 'workloads',
        field: 'spread',
        of: 'quantified',
        guarded: false,
        strict: false,
      },
      {
        fact: 'workloads',
        field: 'minReplicas',
        of: 'member',
        guarded: false,
        strict: false,
      },
    ]);
  });
});
