import { http, HttpResponse, type HttpHandler } from 'msw';
import type { Company } from '../model';
import { failureAnswer } from './failureAnswer';
import { selectFields } from './selectFields';

/** The list of applications, single ones, and the commits that they deployed. */
export function createApplicationHandlers(
  company: Company,
  { baseUrl }: { baseUrl: string },
): HttpHandler[] {
  const model = company.argocd;
  // Of an application that is not there Argo CD says no more than of one that
  // must not be seen.
  const denied = () => failureAnswer(403, 7, 'permission denied');
  return [
    http.get(`${baseUrl}/api/v1/applications`, ({ request }) => {
      const list = {
        metadata: { resourceVersion: String(company.version) },
        items: model.applications,
      };
      const fields = new URL(request.url).searchParams.get('fields');
      const answer = fields ? selectFields(list, fields) : list;
      return HttpResponse.json(answer as typeof list);
    }),
    http.get(`${baseUrl}/api/v1/applications/:name`, ({ params }) => {
      const found = model.application(String(params.name));
      return found ? HttpResponse.json(found) : denied();
    }),
    http.get(
      `${baseUrl}/api/v1/applications/:name/revisions/:revision/metadata`,
      ({ params }) => {
        const found = model.revision(
          String(params.name),
          String(params.revision),
        );
        return found ? HttpResponse.json(found) : denied();
      },
    ),
    http.get(`${baseUrl}/api/version`, () =>
      HttpResponse.json({ Version: 'v3.1.0' }),
    ),
  ];
}
