import type { FactFrame } from '@airworthy/plugin-readiness-node';
import type { FactRecord } from '@airworthy/plugin-readiness-common';
import type { KeyedRule } from '../join';
import type { AlertLabels } from '../alerts/knownLabels';
import { resolveRoutesPartly, type RouteTree } from '../routing';

/**
 * The field `receiver` of the fact `alerts`: the names of the receivers joined
 * by a comma, empty where none of them notifies anybody.
 *
 * @param labelsOf - what is known of the labels that alerts of a rule will have
 * @param receiversNow - where firing alerts of a rule go at this moment
 */
export function receiverFacts(
  rules: readonly KeyedRule[],
  options: {
    frame: FactFrame;
    tree: RouteTree;
    labelsOf: (rule: KeyedRule['rule']) => AlertLabels;
    receiversNow: (rule: KeyedRule['rule']) => string[];
    publicUrl: string;
  },
): FactRecord[] {
  const { frame, tree, labelsOf, receiversNow, publicUrl } = options;
  return rules.map(({ key, rule }): FactRecord => {
    const fact = {
      ...frame,
      name: 'alerts',
      member: key,
      origins: {
        receiver: {
          url: `${publicUrl}/#/alerts?filter=${encodeURIComponent(
            `{alertname="${rule.name}"}`,
          )}`,
        },
      },
    };
    const routing = resolveRoutesPartly(tree.root, labelsOf(rule));
    const receivers =
      'receivers' in routing ? routing.receivers : receiversNow(rule);
    if ('dependsOn' in routing && receivers.length === 0) {
      return {
        ...fact,
        value: {},
        missing: `its route depends on the label ${routing.dependsOn}, which the rule does not set and which is known once it fires`,
      };
    }
    const notified = [...new Set(receivers)].filter(name =>
      tree.notifying.has(name),
    );
    return { ...fact, value: { receiver: notified.join(', ') } };
  });
}
