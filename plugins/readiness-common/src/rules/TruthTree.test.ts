import { EvaluationError } from '@marcbachmann/cel-js';
import fc from 'fast-check';
import {
  input,
  NOW,
  record,
  registry,
  sources,
} from '../__testUtils__/harness';
import { resolveFacts } from '../facts/resolveFacts';
import type { FactRecord } from '../facts/types';
import { bindFacts } from './bindFacts';
import { MISSING } from './CompiledExpression';
import { RuleEnvironment } from './RuleEnvironment';

const environment = new RuleEnvironment(registry);

const leaf = fc.constantFrom(
  'runbook.exists',
  'traffic.encrypted',
  'has(runbook.exists)',
  'has(owner.members)',
  'owner.members > 1',
  'owner.members == 2 ',
  '"mail" in owner.contacts',
  'owner.contacts.exists(c, c.startsWith("m"))',
  '(entity.tier + owner.members) > 4',
  'entity.system == "a\\"b"',
  'true',
  'false',
);

const { expression } = fc.letrec<{ expression: string }>(tie => ({
  expression: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc
      .tuple(tie('expression'), fc.constantFrom('&&', '||'), tie('expression'))
      .map(([left, operator, right]) => `(${left} ${operator} ${right})`),
    tie('expression').map(operand => `!(${operand})`),
    fc
      .tuple(tie('expression'), tie('expression'), tie('expression'))
      .map(([condition, then, other]) => `(${condition} ? ${then} : ${other})`),
  ),
}));

const someFacts = fc.subarray<FactRecord>([
  record('repository', 'runbook.exists', true),
  record('repository', 'traffic.encrypted', false),
  record('catalog', 'owner.members', 2),
  record('catalog', 'owner.contacts', ['mail', 'chat']),
]);

describe('the truth tree', () => {
  it('means what CEL means, whatever is missing', () => {
    fc.assert(
      fc.property(
        expression,
        someFacts,
        fc.subarray(Object.keys(sources)),
        (source, facts, answering) => {
          const links = answering.map(id => ({
            source: id,
            status: 'ok' as const,
            since: '2026-11-20T00:00:00Z',
          }));
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
          const compiled = environment.compile(source, { expects: 'bool' });
          expect(compiled.evaluate(context)).toBe(
            byCelAlone(() => compiled.evaluateByCel(context)),
          );
        },
      ),
      { numRuns: 500 },
    );
  });
});

function byCelAlone(evaluate: () => unknown): unknown {
  try {
    return evaluate();
  } catch (error) {
    if (error instanceof EvaluationError) {
      return MISSING;
    }
    throw error;
  }
}
