import { NotFoundError } from '@backstage/errors';
import { defaultChecklist } from '@airworthy/plugin-readiness-common';
import { evaluatedPortal } from '../portal/evaluatedPortal';
import type { Benchmark } from './types';

/**
 * Evaluates the whole fleet anew: the portal starts with one check more, which
 * concerns every service.
 */
export const evaluate: Benchmark = {
  name: 'evaluate',
  goal: 'at most 5 s for 10,000 services, at most 6 statements a batch of 500',
  async run(options) {
    const before = await evaluatedPortal(options);
    await before.stop();
    options.progress(
      'evaluating every service after a change of the checklist',
    );
    const portal = await evaluatedPortal(options, {
      // Reconcile and collection take their own time, which is not measured.
      quiet: { hours: 1 },
      readiness: {
        checklist: {
          checks: {
            [`bench-${Date.now()}`]: {
              question: 'telemetry',
              level: 'gold',
              title: 'Runbook of the benchmark',
              rules: [{ rule: 'runbook.exists' }],
              expected: 'a runbook',
              fix: { title: 'Write one', steps: ['Write it.'] },
            },
          },
        },
      },
    });
    const cost = portal.evaluation.cost();
    const evaluated = portal.evaluation.evaluated();
    await portal.stop();
    if (evaluated < options.services) {
      throw new NotFoundError(
        `${evaluated} of ${options.services} services were evaluated anew`,
      );
    }
    return {
      services: options.services,
      checks: Object.keys(defaultChecklist.checks).length + 1,
      seconds: round(cost.seconds),
      statements: cost.statements,
      batches: cost.batches,
      cpuSeconds: round(cost.cpuSeconds),
    };
  },
};

function round(seconds: number): number {
  return Math.round(seconds * 100) / 100;
}
