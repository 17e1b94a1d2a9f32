import type { FactRecord, FactValue } from '@airworthy/plugin-readiness-common';
import type { FactFrame } from '@airworthy/plugin-readiness-node';
import type { OnCallNow } from '../collect/OnCallTable';
import type { OwnerAgreement } from '../collect/OwnerBook';
import type { PagerService } from '../collect/PagerService';

/**
 * Who is on call for a service. A level that reaches nobody now is no level:
 * whoever is behind it waits until it has timed out.
 */
export function onCallFacts(
  service: PagerService,
  options: {
    frame: FactFrame;
    onCall: OnCallNow;
    owner: OwnerAgreement;
  },
): FactRecord[] {
  const { frame, onCall, owner } = options;
  const say = (
    name: string,
    said: { value: FactValue } | { missing: string },
    url = service.policyUrl,
  ): FactRecord => ({
    ...frame,
    name,
    member: '',
    ...said,
    origins: { '': { url } },
  });
  const reached = [...onCall.levels].filter(level => level <= service.levels);
  return [
    say('onCall.people', { value: onCall.people.size }),
    say('onCall.levels', { value: reached.length }),
    say('onCall.emptyLevels', { value: service.levels - reached.length }),
    say('onCall.ownerAgrees', owner, service.url),
  ];
}
