import { defineFact } from '@airworthy/plugin-readiness-common';

/** Facts that this module adds to the default ones. */
export const pagerDutyFacts = [
  defineFact(
    'onCall.emptyLevels',
    'int',
    ['pagerduty'],
    'Levels of the escalation policy that reach nobody now.',
  ),
  defineFact(
    'onCall.ownerAgrees',
    'bool',
    ['pagerduty'],
    'Who is on call is the owner: its team, or one of its members.',
  ),
];
