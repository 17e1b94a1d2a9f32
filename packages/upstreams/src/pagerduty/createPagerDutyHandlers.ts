import type { HttpHandler } from 'msw';
import type { Company } from '../model';
import { guardStandIn, type StandInOptions } from '../standIn';
import { pagerdutyVendor } from './pagerdutyVendor';

/** The company's PagerDuty, as msw handlers. */
export function createPagerDutyHandlers(
  company: Company,
  options: StandInOptions,
): HttpHandler[] {
  return guardStandIn(pagerdutyVendor, company, options);
}
