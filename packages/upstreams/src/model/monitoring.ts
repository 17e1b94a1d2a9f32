import type { Company } from './Company';

/** What Prometheus scrapes of the company, and what it is told to watch. */
export class MonitoringModel {
  constructor(readonly company: Company) {}
}
