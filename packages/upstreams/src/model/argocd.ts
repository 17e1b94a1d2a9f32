import type { Company } from './Company';

/** The company in Argo CD: applications, their health and their history. */
export class ArgoCdModel {
  constructor(readonly company: Company) {}
}
