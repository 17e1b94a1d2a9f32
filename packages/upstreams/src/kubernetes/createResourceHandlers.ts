import { http, HttpResponse, type HttpHandler } from 'msw';
import type { Company } from '../model';
import type { KubernetesObject } from '../model/kubernetes/ObjectMeta';
import { coreVersions, groupList, groupNamed, resourceList } from './discovery';
import { listObjects } from './listObjects';
import {
  apiVersionOf,
  servedResources,
  type ServedResource,
} from './servedResources';
import { notFoundAnswer, statusAnswer } from './statusAnswer';

type Params = Record<string, string | readonly string[] | undefined>;

/** Discovery, lists and single objects of every cluster; nothing is watched or written. */
export function createResourceHandlers(
  company: Company,
  { baseUrl }: { baseUrl: string },
): HttpHandler[] {
  const model = company.kubernetes;

  function answer(
    path: string,
    handle: (params: Params, request: Request) => Response | undefined,
  ): HttpHandler {
    return http.get(`${baseUrl}/:cluster${path}`, ({ params, request }) => {
      const known = model.cluster(String(params.cluster)) !== undefined;
      return (known ? handle(params, request) : undefined) ?? notFoundAnswer();
    });
  }

  function objects(params: Params, request: Request): Response | undefined {
    const resource = findResource(params);
    const { cluster, namespace, name } = params;
    if (!resource || (namespace !== undefined && !resource.namespaced)) {
      return undefined;
    }
    const fullName = `${resource.plural}${resource.group && '.'}${
      resource.group
    }`;
    if (model.isDenied(String(cluster), fullName)) {
      return forbidden(resource);
    }
    const inside = model
      .list(String(cluster), `${resource.group}/${resource.kind}`)
      .filter(
        ({ metadata }) =>
          namespace === undefined || metadata.namespace === namespace,
      );
    if (name !== undefined) {
      const found = inside.find(({ metadata }) => metadata.name === name);
      return (
        found &&
        HttpResponse.json({ ...found, apiVersion: apiVersionOf(resource) })
      );
    }
    return listAnswer(resource, inside, request, model.resourceVersion);
  }

  const objectPaths = ['/api/:version', '/apis/:group/:version'].flatMap(
    root => [
      // The longer path goes first: `namespaces` is a kind as well.
      `${root}/namespaces/:namespace/:plural/:name`,
      `${root}/namespaces/:namespace/:plural`,
      `${root}/:plural/:name`,
      `${root}/:plural`,
    ],
  );
  return [
    answer('/version', () =>
      HttpResponse.json({
        major: '1',
        minor: '34',
        gitVersion: 'v1.34.0',
        gitCommit: '0000000000000000000000000000000000000000',
        gitTreeState: 'clean',
        buildDate: '2025-08-27T10:00:00Z',
        goVersion: 'go1.24.6',
        compiler: 'gc',
        platform: 'linux/amd64',
      }),
    ),
    answer('/api', () => HttpResponse.json(coreVersions())),
    answer('/apis', () => HttpResponse.json(groupList())),
    answer('/api/:version', ({ version }) =>
      jsonOf(resourceList(`${version}`)),
    ),
    answer('/apis/:group', ({ group }) => jsonOf(groupNamed(`${group}`))),
    answer('/apis/:group/:version', ({ group, version }) =>
      jsonOf(resourceList(`${group}/${version}`)),
    ),
    ...objectPaths.map(path => answer(path, objects)),
  ];
}

function jsonOf(body: object | undefined): Response | undefined {
  return body && HttpResponse.json(body);
}

function findResource({
  group = '',
  version,
  plural,
}: Params): ServedResource | undefined {
  return servedResources.find(
    resource =>
      resource.group === group &&
      resource.version === version &&
      resource.plural === plural,
  );
}

function forbidden({ plural, group }: ServedResource): Response {
  return statusAnswer(
    403,
    'Forbidden',
    `${plural}${
      group && `.${group}`
    } is forbidden: User "system:serviceaccount:backstage:airworthy" cannot list resource "${plural}" in API group "${group}" at the cluster scope`,
  );
}

function listAnswer(
  resource: ServedResource,
  all: readonly KubernetesObject[],
  request: Request,
  version: string,
): Response {
  const query = new URL(request.url).searchParams;
  const selected = select(all, query.get('labelSelector') ?? '');
  const page =
    selected &&
    listObjects(selected, {
      limit: Number(query.get('limit') ?? 0),
      token: query.get('continue') ?? '',
      version,
    });
  if (page === undefined || page === 'invalid') {
    return statusAnswer(
      400,
      'BadRequest',
      'the continue token or the selector is not valid',
    );
  }
  if (page === 'expired') {
    return statusAnswer(
      410,
      'Expired',
      'The provided continue parameter is too old to display a consistent list result.',
    );
  }
  const isMetadataOnly = (request.headers.get('accept') ?? '').includes(
    'as=PartialObjectMetadataList',
  );
  return HttpResponse.json({
    kind: isMetadataOnly ? 'PartialObjectMetadataList' : `${resource.kind}List`,
    apiVersion: isMetadataOnly ? 'meta.k8s.io/v1' : apiVersionOf(resource),
    metadata: {
      resourceVersion: version,
      ...(page.continue
        ? { continue: page.continue, remainingItemCount: page.remaining }
        : {}),
    },
    items: page.items.map(({ apiVersion: _, kind: __, ...item }) =>
      isMetadataOnly ? { metadata: item.metadata } : item,
    ),
  });
}

/** Selectors of equality, which is what clients here send; undefined for others. */
function select(
  all: readonly KubernetesObject[],
  selector: string,
): readonly KubernetesObject[] | undefined {
  const wanted = selector
    .split(',')
    .filter(Boolean)
    .map(part => /^([\w./-]+)={1,2}([\w.-]*)$/.exec(part));
  if (wanted.includes(null)) {
    return undefined;
  }
  return all.filter(({ metadata }) =>
    wanted.every(part => {
      const labels = metadata.labels;
      return (
        part !== null &&
        typeof labels === 'object' &&
        !Array.isArray(labels) &&
        labels[part[1]] === part[2]
      );
    }),
  );
}
