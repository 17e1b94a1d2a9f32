import type { Company } from './Company';

/** The company at PagerDuty: services, escalation policies, who is on call. */
export class PagerDutyModel {
  constructor(readonly company: Company) {}
}
