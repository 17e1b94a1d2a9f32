import { LabelIndex, type EntitySelector, type KeyedRule } from '../join';
import { belongsToRule } from './belongsToRule';

/** Alerts by what they may be found by. */
export class AlertIndex<T extends { labels: Record<string, string> }> {
  readonly #labels: LabelIndex<T>;

  constructor(alerts: readonly T[]) {
    this.#labels = new LabelIndex(alerts, ({ labels }) =>
      Object.entries(labels),
    );
  }

  named(name: string): T[] {
    return this.#labels.find([['alertname', name]]);
  }

  /** Those that bear the labels, and those that the rules made. */
  find({ labels }: EntitySelector, rules: readonly KeyedRule[]): T[] {
    return [
      ...new Set([
        ...this.#labels.find(labels),
        ...rules.flatMap(({ rule }) =>
          this.named(rule.name).filter(alert =>
            belongsToRule(alert.labels, rule),
          ),
        ),
      ]),
    ];
  }
}
