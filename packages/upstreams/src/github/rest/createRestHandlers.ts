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

  function list(
    path: string,
    read: (query: URLSearchParams) => JsonBodyType[],
  ): RequestHandler {
    return http.get<{ organisation: string }>(
      `${apiUrl}/orgs/:organisation/${path}`,
      ({ request, params }) =>
        params.organisation.toLowerCase() === company.organisation.toLowerCase()
          ? answers.page(request, read(new URL(request.url).searchParams))
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

  return [
    list('repos', () =>
      github.repositories.map(repository => repositoryBody(repository, apiUrl)),
    ),
    list('secret-scanning/alerts', query =>
      secretScanningAlerts(github, apiUrl, {
        hideSecret: query.get('hide_secret') === 'true',
      }),
    ),
    list('dependabot/alerts', () => dependabotAlerts(github, apiUrl)),
    list('code-scanning/alerts', () => codeScanningAlerts(github, apiUrl)),
  ];
}
