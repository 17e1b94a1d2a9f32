import type { FilterPredicate } from '@backstage/filter-predicates';
import type { CheckConfig, ChecklistConfig, QuestionConfig } from '../types';
import { backups } from './backups';
import { capacity } from './capacity';
import { changeSafety } from './changeSafety';
import type { DefaultQuestion } from './defineQuestion';
import { design } from './design';
import { encryption } from './encryption';
import { instanceFailure } from './instanceFailure';
import { leastPrivilege } from './leastPrivilege';
import { multipleInstances } from './multipleInstances';
import { ownership } from './ownership';
import { rollback } from './rollback';
import { runbooks } from './runbooks';
import { secrets } from './secrets';
import { slowDependency } from './slowDependency';
import { supplyChain } from './supplyChain';
import { telemetry } from './telemetry';

const QUESTIONS: readonly DefaultQuestion[] = [
  multipleInstances,
  instanceFailure,
  slowDependency,
  telemetry,
  rollback,
  secrets,
  backups,
  leastPrivilege,
  encryption,
  capacity,
  runbooks,
  ownership,
  supplyChain,
  changeSafety,
  design,
];

const NOT_DEPRECATED: FilterPredicate = {
  $not: { 'spec.lifecycle': 'deprecated' },
};

function checksOf(source: DefaultQuestion): [string, CheckConfig][] {
  return Object.entries(source.checks).map(([id, check]) => [
    id,
    {
      question: source.id,
      ...(!source.asksDeprecated && { appliesTo: NOT_DEPRECATED }),
      ...check,
    },
  ]);
}

const questions: Record<string, QuestionConfig> = Object.fromEntries(
  QUESTIONS.map(({ id, question }) => [id, question]),
);

const checks: Record<string, CheckConfig> = Object.fromEntries(
  QUESTIONS.flatMap(checksOf),
);

/**
 * The checklist that ships: the twelve questions that are asked before a system
 * is called production-ready, and three more about what the same text asks for
 * elsewhere. `docs/checks.md` is generated from it.
 *
 * @public
 */
export const defaultChecklist: ChecklistConfig = {
  id: 'default',
  title: 'Default checklist',
  version: 1,
  levels: [
    { id: 'bronze', title: 'Bronze' },
    { id: 'silver', title: 'Silver' },
    { id: 'gold', title: 'Gold' },
  ],
  appliesTo: {
    kind: 'Component',
    'spec.type': { $in: ['service', 'website'] },
  },
  preview: { 'spec.lifecycle': 'experimental' },
  questions,
  checks,
};
