import type { OnCallAnswer } from '../api/schemas';

/** Who is on call now for one escalation policy. */
export interface OnCallNow {
  /** Ids of people. */
  people: ReadonlySet<string>;
  emails: readonly string[];
  /** Levels that reach somebody. */
  levels: ReadonlySet<number>;
}

const NOBODY: OnCallNow = { people: new Set(), emails: [], levels: new Set() };

/** Who is on call now, by escalation policy. */
export class OnCallTable {
  readonly #byPolicy = new Map<
    string,
    { people: Set<string>; emails: string[]; levels: Set<number> }
  >();

  constructor(onCalls: readonly OnCallAnswer[]) {
    for (const {
      escalation_policy: policy,
      escalation_level,
      user,
    } of onCalls) {
      const known = this.#byPolicy.get(policy.id) ?? {
        people: new Set<string>(),
        emails: [],
        levels: new Set<number>(),
      };
      known.people.add(user.id);
      known.levels.add(escalation_level);
      if (user.email) {
        known.emails.push(user.email);
      }
      this.#byPolicy.set(policy.id, known);
    }
  }

  of(policy: string): OnCallNow {
    return this.#byPolicy.get(policy) ?? NOBODY;
  }
}
