import type { CompiledChecklist } from '../checklist/CompiledChecklist';
import { CheckWords } from './CheckWords';
import { EvaluationSession } from './EvaluationSession';
import { faultOf } from './explainCheck';
import type { RuleDetail } from './Judge';
import type { EvaluationInput } from './types';

/**
 * One member that makes a check fail.
 *
 * @public
 */
export interface MemberFault {
  check: string;
  /** The member's key: `Deployment/payments/payments-api`. */
  member: string;
  /**
   * Key of the object that has to change, where it is not the member; empty
   * where no object is wrong and one has to be added.
   */
  faultOn?: string;
  message: string;
}

/**
 * The members that fail a check, for each check over a list. A member on which
 * nobody can decide is not at fault. Acceptances are left out: an accepted fault
 * is one all the same.
 *
 * @public
 */
export function judgeMembers(
  compiled: CompiledChecklist,
  input: EvaluationInput,
): MemberFault[] {
  const session = new EvaluationSession(compiled, input);
  return compiled.columns.flatMap(check => {
    const details: RuleDetail[] = [];
    const judged = session.judge(check, { details });
    const spoken = new CheckWords(session, judged, details);
    return details
      .filter(({ verdict }) => verdict === 'fail')
      .flatMap(detail =>
        detail.members
          .filter(({ verdict }) => verdict === 'fail')
          .map(member => {
            const faultOn = faultOf(detail, member);
            return {
              check: check.id,
              member: member.member.key,
              ...(faultOn === undefined ? {} : { faultOn }),
              message: spoken.messageOfMember(detail, member),
            };
          }),
      );
  });
}
