import type { HttpHandler } from 'msw';
import type { Company } from '../model';
import { guardStandIn, type StandInOptions } from '../standIn';
import { argocdVendor } from './argocdVendor';

/** The company's Argo CD, as msw handlers. */
export function createArgoCdHandlers(
  company: Company,
  options: StandInOptions,
): HttpHandler[] {
  return guardStandIn(argocdVendor, company, options);
}
