import type { HttpHandler } from 'msw';
import type { Company } from '../model';
import { guardStandIn, type StandInOptions } from '../standIn';
import { kubernetesVendor } from './kubernetesVendor';

/** The company's Kubernetes clusters, as msw handlers. */
export function createKubernetesHandlers(
  company: Company,
  options: StandInOptions,
): HttpHandler[] {
  return guardStandIn(kubernetesVendor, company, options);
}
