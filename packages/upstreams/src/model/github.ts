import type { Company } from './Company';

/** The company at GitHub: repositories, reviews, code owners and findings. */
export class GithubModel {
  constructor(readonly company: Company) {}
}
