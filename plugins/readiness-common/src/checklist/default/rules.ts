import type { ListRuleConfig, ScalarRuleConfig } from '../types';

/**
 * A rule that every workload has to keep, or every one that `where` picks.
 *
 * That no workload is known at all is a hole in the evidence.
 */
export function everyWorkload(
  options: Pick<ListRuleConfig, 'rule' | 'where' | 'found' | 'faultOn'>,
): ListRuleConfig {
  return { each: 'workloads', whenEmpty: 'unknown', ...options };
}

/** Runs until stopped: Jobs and CronJobs are left out. */
export const LONG_RUNNING = 'workload.longRunning';

/** Has a number of replicas, and runs until stopped. */
export const SCALABLE = 'workload.scalable && workload.longRunning';

/** Runs more than one instance at all times. */
export const SEVERAL_INSTANCES = `${SCALABLE} && workload.minReplicas > 1`;

/**
 * A rule about objects that a service may well do without: roles, bindings,
 * ingresses.
 *
 * That there are none means something only where a workload of the service is
 * known: where none is, the objects may merely be unseen.
 */
export function everyObject(
  options: Pick<ListRuleConfig, 'each' | 'rule' | 'found'> & {
    /** What the list calls one of its members. */
    singular: string;
  },
): ListRuleConfig {
  const { singular, ...rule } = options;
  return {
    // `exists` is decided by the members that are known, where others may be
    // missing; `size` is not.
    when: `${rule.each}.exists(${singular}, true) || !workloads.exists(workload, true)`,
    whenEmpty: 'unknown',
    ...rule,
  };
}

/**
 * A rule that at least one alert watches that. Which alerts exist is known or it
 * is not; that none does is a failure.
 */
export function anyAlertAbout(
  topic: string,
  options: Pick<ListRuleConfig, 'when'> = {},
): ListRuleConfig {
  return {
    each: 'alerts',
    mode: 'any',
    ...options,
    whenEmpty: 'fail',
    rule: `'${topic}' in alert.about`,
    // The other alerts are not wrong: one has to be added.
    faultOn: '',
    found:
      "{{ alert.about.size() == 0 ? 'an alert about something else' : 'an alert about ' + alert.about.join(', ') }}",
  };
}

/**
 * A rule that something was done within the last `params.withinDays` days. A
 * moment in the future is a plan or a mistake, and nothing that was done.
 */
export function doneRecently(
  fact: string,
  options: Pick<ScalarRuleConfig, 'when'> & {
    /** CEL that has to hold besides. */
    and?: string;
  } = {},
): ScalarRuleConfig {
  const { and, when } = options;
  const recent = `${fact} >= now - days(params.withinDays) && ${fact} <= now`;
  return {
    rule: and ? `${recent} && ${and}` : recent,
    found: `{{ ${fact} > now ? 'dated in the future' : string((now - ${fact}).getHours() / 24) + ' days ago' }}`,
    ...(when && { when }),
  };
}
