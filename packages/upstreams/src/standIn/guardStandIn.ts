import { delay, getResponse, http, HttpResponse, type HttpHandler } from 'msw';
import type { Company } from '../model';
import { cutResponse } from './cutResponse';
import type { StandInOptions, Vendor } from './types';

const SLOW_BY = 45_000;
const RETRY_AFTER = 120;

/**
 * A vendor's stand-in: checks the token, counts the call, and has the fault
 * that the switch names.
 */
export function guardStandIn(
  vendor: Vendor,
  company: Company,
  options: StandInOptions,
): HttpHandler[] {
  const { baseUrl, faults, calls } = options;
  const handlers = vendor.createHandlers(company, { baseUrl });
  const basePath = new URL(baseUrl).pathname.replace(/\/$/, '');

  async function answer(request: Request): Promise<Response> {
    const fault = faults?.get(vendor.id) ?? 'none';
    if (fault === 'expiredToken' || !vendor.accepts(request, company.tokens)) {
      return vendor.answers.unauthorized();
    }
    if (fault === 'tooManyRequests') {
      return vendor.answers.tooManyRequests(options.retryAfter ?? RETRY_AFTER);
    }
    if (fault === 'serverError') {
      return vendor.answers.serverError();
    }
    if (fault === 'slow') {
      await delay(options.slowBy ?? SLOW_BY);
    }
    const response =
      (await getResponse(handlers, request)) ?? vendor.answers.notFound();
    if (fault === 'cutBody') {
      return cutResponse(response, options.cut ?? 'abort');
    }
    if (fault === 'wrongSchema') {
      // A list where an object is due, and the other way round, fits nothing.
      return HttpResponse.json([{ data: 'moved', items: 7 }]);
    }
    return response;
  }

  return [
    http.all(`${baseUrl}/*`, async ({ request }) => {
      const url = new URL(request.url);
      const { method } = request;
      const response = await answer(request);
      calls?.record({
        upstream: vendor.id,
        method,
        path: `${url.pathname.slice(basePath.length)}${url.search}`,
        status: response.status,
      });
      return response;
    }),
  ];
}
