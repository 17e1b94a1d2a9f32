import {
  http,
  HttpResponse,
  type JsonBodyType,
  type RequestHandler,
} from 'msw';
import type { Company } from '../../model';
import {
  codeScanningAlerts,
  dependabotAlerts,
  secretScanningAlerts,
} from './alertBodies';
import { GithubAnswers } from './GithubAnswers';
import { repositoryBody } from './repositoryBody';

/** The lists of an organization. */
export function createRestHandlers(
  company: Company,
  apiUrl: string,
): RequestHandler[] {
  const { github } = company;
  const answers = new GithubAnswers(company);

  function list<T>(
    path: string,
    read: (query: URLSearchParams) => readonly T[],
    bodyOf: (item: T) => JsonBodyType,
  ): RequestHandler {
    return http.get<{ organisation: string }>(
      `${apiUrl}/orgs/:organisation/${path}`,
      ({ request, params }) =>
        params.organisation.toLowerCase() === company.organisation.toLowerCase()
          ? answers.page(
              request,
              read(new URL(request.url).searchParams),
              bodyOf,
            )
          : HttpResponse.json(
              {
                message: 'Not Found',
                documentation_url: 'https://docs.github.com/rest',
                status: '404',
              },
              { status: 404 },
            ),
    );
  }

  const asItIs = (alert: JsonBodyType) => alert;
  return [
    list(
      'repos',
      () => github.slugs,
      slug => {
        const repository = github.repository(slug);
        return repository ? repositoryBody(repository, apiUrl) : null;
      },
    ),
    list(
      'secret-scanning/alerts',
      query =>
        secretScanningAlerts(github, apiUrl, {
          hideSecret: query.get('hide_secret') === 'true',
        }),
      asItIs,
    ),
    list('dependabot/alerts', () => dependabotAlerts(github, apiUrl), asItIs),
    list(
      'code-scanning/alerts',
      () => codeScanningAlerts(github, apiUrl),
      asItIs,
    ),
  ];
}
