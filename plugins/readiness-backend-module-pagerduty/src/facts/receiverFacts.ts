import type { FactRecord } from '@airworthy/plugin-readiness-common';
import type { FactFrame } from '@airworthy/plugin-readiness-node';
import type { ServiceIndex } from '../collect/linkService';
import type { OnCallTable } from '../collect/OnCallTable';

/** The fact whose members say where alerts go. */
export const ALERTS_FACT = 'alerts';

/**
 * The field `someoneOnCall` of the alerts of an entity, by the receivers that
 * another source found for them. Of an alert that goes to a receiver which
 * nobody mapped to a service nothing is stated, unless another of its receivers
 * reaches somebody.
 *
 * @param stated - what other sources state of the alerts
 */
export function receiverFacts(
  stated: readonly FactRecord[],
  options: {
    frame: FactFrame;
    receivers: ReadonlyMap<string, string>;
    index: ServiceIndex;
    onCalls: OnCallTable;
    /** Milliseconds since the epoch. */
    now: number;
  },
): FactRecord[] {
  const { frame, receivers, index, onCalls, now } = options;
  const facts = new Map<string, FactRecord>();
  for (const fact of stated) {
    const names = receiversOf(fact);
    const counts =
      fact.environment === frame.environment &&
      !(fact.expiresAt && Date.parse(fact.expiresAt) <= now);
    if (!counts || names.length === 0) {
      continue;
    }
    const services = names.map(name => index.get(receivers.get(name) ?? ''));
    const reached = services.find(
      service =>
        service &&
        !service.disabled &&
        onCalls.of(service.policy).people.size > 0,
    );
    if (!reached && services.includes(undefined)) {
      continue;
    }
    facts.set(fact.member, {
      ...frame,
      name: ALERTS_FACT,
      member: fact.member,
      value: { someoneOnCall: reached !== undefined },
      origins: {
        someoneOnCall: { url: (reached ?? services[0])?.policyUrl },
      },
    });
  }
  return [...facts.values()];
}

/** A gap, or an alert that reaches nobody, names none. */
function receiversOf({ member, value }: FactRecord): string[] {
  if (!member || typeof value !== 'object' || Array.isArray(value)) {
    return [];
  }
  const { receiver } = value;
  return typeof receiver === 'string'
    ? receiver
        .split(',')
        .map(name => name.trim())
        .filter(Boolean)
    : [];
}
