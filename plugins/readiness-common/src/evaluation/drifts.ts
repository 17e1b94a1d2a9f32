import type { CompiledCheck } from '../checklist/CompiledCheck';
import type { ResolvedValue } from '../facts/ResolvedFacts';
import type { RuleContext } from '../rules/RuleContext';

/** A value of a check's rules whose evidence drifts. */
export interface DriftingValue {
  /** `workload.minReplicas` or `runbook.exists`. */
  fact: string;
  member?: string;
  /** The field of the member; absent for a scalar. */
  field?: string;
  drift: NonNullable<ResolvedValue['drift']>;
}

/**
 * Where declared and observed evidence differ among what the rules of a check
 * read. Members that a rule is not about are left out.
 *
 * @param context - with the check's `params` in place
 */
export function findDrifts(
  check: CompiledCheck,
  context: RuleContext,
): DriftingValue[] {
  const found = new Map<string, DriftingValue>();
  for (const rule of check.rules) {
    for (const read of rule.rule.analysis.reads) {
      if (read.of === 'fact') {
        const drift = context.resolved.scalars.get(read.fact)?.drift;
        if (drift) {
          found.set(read.fact, { fact: read.fact, drift });
        }
      }
      const list =
        read.field === undefined
          ? undefined
          : context.resolved.lists.get(read.fact);
      if (!list || read.field === undefined) {
        continue;
      }
      const bound = context.values[read.fact];
      list.members.forEach((member, index) => {
        const drift = member.drifts && member.fields[read.field ?? '']?.drift;
        if (!drift) {
          return;
        }
        if (rule.kind === 'list' && rule.where && read.of === 'member') {
          context.values[rule.variable] = Array.isArray(bound)
            ? bound[index]
            : undefined;
          const inScope = rule.where.evaluate(context);
          context.values[rule.variable] = undefined;
          if (inScope === false) {
            return;
          }
        }
        const fact = `${list.definition.singular}.${read.field}`;
        found.set(`${fact} ${member.key}`, {
          fact,
          member: member.key,
          field: read.field,
          drift,
        });
      });
    }
  }
  return [...found.values()];
}
