import type {
  BackstageCredentials,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import type { Request, RequestHandler } from 'express';
import type { ReadinessOperations } from '@airworthy/plugin-readiness-common';

type Operation = keyof ReadinessOperations;

type JsonOf<TResponse> = TResponse extends {
  content: { 'application/json': infer TBody };
}
  ? TBody
  : never;

type BodyOf<TOperation extends Operation> =
  ReadinessOperations[TOperation] extends {
    requestBody: { content: { 'application/json': infer TBody } };
  }
    ? TBody
    : undefined;

/** What an operation answers when all went well. */
export type AnswerOf<TOperation extends Operation> = JsonOf<
  ReadinessOperations[TOperation]['responses'][keyof ReadinessOperations[TOperation]['responses'] &
    (200 | 202)]
>;

/** The query of an operation. */
export type QueryOf<TOperation extends Operation> = NonNullable<
  ReadinessOperations[TOperation]['parameters']['query']
>;

/** A request that the OpenAPI document has let pass. */
export interface ApiRequest<TOperation extends Operation> {
  credentials: BackstageCredentials;
  path: ReadinessOperations[TOperation]['parameters'] extends {
    path: infer TPath;
  }
    ? TPath
    : Record<string, never>;
  query: QueryOf<TOperation>;
  body: BodyOf<TOperation>;
  request: Request;
}

/** The request of an operation, with who asks. */
export async function readRequest<TOperation extends Operation>(
  request: Request,
  httpAuth: HttpAuthService,
  options: { allowLimitedAccess?: boolean } = {},
): Promise<ApiRequest<TOperation>> {
  const credentials = await httpAuth.credentials(request, {
    allow: ['user', 'service'],
    ...options,
  });
  // The router has held all three against the same document that these types
  // are derived from.
  return {
    credentials,
    path: request.params as ApiRequest<TOperation>['path'],
    query: request.query as ApiRequest<TOperation>['query'],
    body: request.body as ApiRequest<TOperation>['body'],
    request,
  };
}

/** A handler that answers one operation of the document with JSON. */
export function answer<TOperation extends Operation>(
  httpAuth: HttpAuthService,
  handle: (request: ApiRequest<TOperation>) => Promise<AnswerOf<TOperation>>,
  status: 200 | 202 = 200,
): RequestHandler {
  return async (request, response) => {
    const body = await handle(await readRequest<TOperation>(request, httpAuth));
    response.status(status).json(body);
  };
}
