import type { CompiledCheck } from '../checklist/CompiledCheck';
import type { CompiledChecklist } from '../checklist/CompiledChecklist';
import type { FactResolver } from '../facts/FactResolver';
import type { ResolvedFacts } from '../facts/ResolvedFacts';
import { bindFacts } from '../rules/bindFacts';
import type { RuleContext } from '../rules/RuleContext';
import { findDrifts } from './drifts';
import { judgeCheck } from './Judge';
import type { JudgeNotes, Verdict } from './Judge';
import type { Acceptance, EvaluationInput, Status } from './types';

/** One check as judged for one entity. */
export interface JudgedCheck {
  check: CompiledCheck;
  /** What the rules say. */
  verdict: Verdict;
  /** The verdict, or `accepted`. */
  status: Status;
  /** Its predicate leaves the entity out. */
  excluded: boolean;
  drifts: boolean;
  acceptance: Acceptance | undefined;
}

/**
 * One entity's facts, resolved and bound once, and the verdicts of all checks
 * upon them. Evaluation and explanation both go through here.
 */
export class EvaluationSession {
  readonly context: RuleContext;
  readonly resolved: ResolvedFacts;
  readonly preview: boolean;
  private readonly holds: (predicate: number) => boolean;

  constructor(
    readonly compiled: CompiledChecklist,
    readonly input: EvaluationInput,
    /** Of the facts that active checks read, unless told. */
    resolver: FactResolver = compiled.resolver,
  ) {
    this.resolved = resolver.resolve(input);
    this.context = bindFacts(
      compiled.environment,
      this.resolved,
      input.entity,
      input.now,
    );
    this.holds = compiled.predicates.on(input.entity.entity);
    this.preview = compiled.previewFrom(this.holds);
  }

  /**
   * Judges one check.
   *
   * @param notes - shared by the checks of one entity
   */
  judge(check: CompiledCheck, notes: JudgeNotes): JudgedCheck {
    if (check.appliesTo !== undefined && !this.holds(check.appliesTo)) {
      return {
        check,
        verdict: 'not-applicable',
        status: 'not-applicable',
        excluded: true,
        drifts: false,
        acceptance: undefined,
      };
    }
    const verdict = judgeCheck(
      check,
      this.context,
      this.input.entity.tier,
      notes,
    );
    const acceptance =
      verdict === 'fail' ? this.acceptanceOf(check) : undefined;
    return {
      check,
      verdict,
      status: acceptance ? 'accepted' : verdict,
      excluded: false,
      drifts:
        this.resolved.drifts &&
        verdict !== 'not-applicable' &&
        findDrifts(check, this.context).length > 0,
      acceptance,
    };
  }

  /**
   * The acceptance in force that lasts longest. Only a failure is accepted:
   * nobody decided about what is unknown.
   */
  private acceptanceOf(check: CompiledCheck): Acceptance | undefined {
    const { acceptances, now } = this.input;
    if (!check.acceptable || !acceptances) {
      return undefined;
    }
    let best: Acceptance | undefined;
    for (const acceptance of acceptances) {
      const until = Date.parse(acceptance.until);
      if (acceptance.check !== check.id || !(until > now)) {
        continue;
      }
      const bestUntil = best ? Date.parse(best.until) : -Infinity;
      if (
        until > bestUntil ||
        (until === bestUntil && best && acceptance.recordId < best.recordId)
      ) {
        best = acceptance;
      }
    }
    return best;
  }
}
