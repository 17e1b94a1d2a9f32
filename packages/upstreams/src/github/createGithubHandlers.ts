import type { HttpHandler } from 'msw';
import type { Company } from '../model';
import { guardStandIn, type StandInOptions } from '../standIn';
import { githubVendor } from './githubVendor';

/** The company's GitHub, as msw handlers. */
export function createGithubHandlers(
  company: Company,
  options: StandInOptions,
): HttpHandler[] {
  return guardStandIn(githubVendor, company, options);
}
