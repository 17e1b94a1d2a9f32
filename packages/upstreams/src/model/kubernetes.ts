import type { Company } from './Company';

/** The company's clusters: workloads and what belongs to them. */
export class KubernetesModel {
  constructor(readonly company: Company) {}
}
