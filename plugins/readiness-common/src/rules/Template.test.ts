import { resolveFacts } from '../facts/resolveFacts';
import type { FactRecord } from '../facts/types';
import {
  allLinks,
  input,
  NOW,
  record,
  registry,
  sources,
} from '../__testUtils__/harness';
import { bindFacts } from './bindFacts';
import { RuleEnvironment } from './RuleEnvironment';
import { Template } from './Template';

const environment = new RuleEnvironment(registry);

function render(source: string, facts: readonly FactRecord[] = []): string {
  const context = bindFacts(
    environment,
    resolveFacts({
      registry,
      sources: Object.values(sources),
      facts,
      links: allLinks(),
      now: NOW,
    }),
    input([]).entity,
    NOW,
  );
  context.values.failing = ['api', 'worker'];
  return Template.compile(source, environment, { names: true }).render(context);
}

describe('Template', () => {
  it('shows values as people read them', () => {
    const facts = [
      record('catalog', 'owner.members', 2),
      record('catalog', 'owner.contacts', ['mail', 'chat']),
      record('repository', 'disk.ratio', 1 / 3),
      record('repository', 'runbook.reviewedAt', '2026-11-20T10:00:00Z'),
      record('repository', 'runbook.exists', true),
    ];
    expect(render('no expression')).toBe('no expression');
    expect(render('{{owner.members}} of {{ owner.members + 1 }}', facts)).toBe(
      '2 of 3',
    );
    expect(render('{{ owner.contacts }}', facts)).toBe('mail, chat');
    expect(render('{{ disk.ratio }}', facts)).toBe('0.33');
    expect(render('{{ runbook.reviewedAt }}', facts)).toBe('2026-11-20');
    expect(render('{{ now - runbook.reviewedAt }} ago', facts)).toBe(
      '3 days ago',
    );
    expect(render('{{ runbook.exists }}', facts)).toBe('true');
    expect(render("{{ failing.join(' and ') }}")).toBe('api and worker');
  });

  it('shows the first of many entries and counts the rest', () => {
    const contacts = Array.from({ length: 12 }, (_, index) => `c${index}`);
    expect(
      render('{{ owner.contacts }}', [
        record('catalog', 'owner.contacts', contacts),
      ]),
    ).toBe('c0, c1, c2, c3, c4, c5, c6, c7, c8, c9 and 2 more');
  });

  it('shows what is missing or fails as unknown', () => {
    expect(render('{{ owner.members }} people')).toBe('unknown people');
    expect(
      render('{{ 1 / owner.members }}', [
        record('catalog', 'owner.members', 0),
      ]),
    ).toBe('unknown');
  });

  it('finds the end of an expression beside braces in texts', () => {
    expect(render('{{ "}}" + entity.name }}!')).toBe('}}shop!');
    expect(render("{{ 'it\\'s }}' }}")).toBe("it's }}");
  });

  it.each([
    ['{{ owner.members', 'column 1: {{ is not closed'],
    [
      'At least {{ owner.membrs }}',
      'column 19: no such key: membrs; did you mean "members"?',
    ],
    [
      'One\n{{ owner.members +\n "x" }}',
      'line 2, column 4: no such overload: int + string',
    ],
    ['{{ }}', 'the expression is empty'],
  ])('refuses %s', (source, reason) => {
    expect(() => Template.compile(source, environment, {})).toThrow(reason);
  });
});
