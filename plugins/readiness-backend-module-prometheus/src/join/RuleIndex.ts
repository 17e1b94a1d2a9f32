import type { PromqlExpression } from '@airworthy/plugin-readiness-node';
import type { AlertingRule } from '../prometheus/types';
import type { EntitySelector } from './EntitySelector';
import { LabelIndex, type LabelPair } from './LabelIndex';

/** A rule and what its expression asks for. */
export interface ReadRule {
  rule: AlertingRule;
  expression: PromqlExpression;
}

/** A rule under the key by which lists from several sources merge. */
export interface KeyedRule extends ReadRule {
  key: string;
}

/**
 * Finds the alerting rules of an entity. A rule has the labels it sets, and
 * those that its expression selects by `=`: `up{service="cards"}` speaks of
 * `cards`.
 */
export class RuleIndex {
  readonly #byLabel: LabelIndex<ReadRule>;
  readonly #byName: LabelIndex<ReadRule>;

  constructor(rules: readonly ReadRule[]) {
    this.#byLabel = new LabelIndex(rules, labelsOf);
    this.#byName = new LabelIndex(rules, ({ rule }) => [['', rule.name]]);
  }

  /**
   * The rules of an entity. The key of a member is the name of the alert; a
   * further rule of that name has its severity beside it, as where the
   * repository declares them.
   */
  find(selector: EntitySelector): KeyedRule[] {
    const rules = new Set([
      ...this.#byLabel.find(selector.labels),
      ...selector.ruleNames.flatMap(name => this.#byName.find([['', name]])),
    ]);
    const keyed = new Map<string, ReadRule>();
    for (const read of rules) {
      keyed.set(freeKey(read.rule, keyed), read);
    }
    return [...keyed].map(([key, read]) => ({ key, ...read }));
  }
}

function labelsOf({ rule, expression }: ReadRule): LabelPair[] {
  return [
    ...Object.entries(rule.labels),
    ...expression.matchers
      .filter(({ operator }) => operator === '=')
      .map(({ label, value }): LabelPair => [label, value]),
  ];
}

function freeKey(
  { name, labels }: AlertingRule,
  taken: ReadonlyMap<string, unknown>,
): string {
  const withSeverity = `${name} (${labels.severity ?? 'again'})`;
  for (let copy = 1; ; copy += 1) {
    const key = [name, withSeverity][copy - 1] ?? `${name} (${copy - 1})`;
    if (!taken.has(key)) {
      return key;
    }
  }
}
