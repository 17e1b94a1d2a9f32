import type {
  BackstageCredentials,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import type { Request, RequestHandler } from 'express';
import type { TradeoffsOperations } from '@airworthy/plugin-tradeoffs-common';

type Operation = keyof TradeoffsOperations;

type JsonOf<TResponse> = TResponse extends {
  content: { 'application/json': infer TBody };
}
  ? TBody
  : never;

type BodyOf<TOperation extends Operation> =
  TradeoffsOperations[TOperation] extends {
    requestBody: { content: { 'application/json': infer TBody } };
  }
    ? TBody
    : undefined;

/** What an operation answers when all went well. */
export type AnswerOf<TOperation extends Operation> = JsonOf<
  TradeoffsOperations[TOperation]['responses'][keyof TradeoffsOperations[TOperation]['responses'] &
    (200 | 201)]
>;

/** A request that the OpenAPI document has let pass. */
export interface ApiRequest<TOperation extends Operation> {
  credentials: BackstageCredentials;
  path: TradeoffsOperations[TOperation]['parameters'] extends {
    path: infer TPath;
  }
    ? TPath
    : Record<string, never>;
  query: NonNullable<TradeoffsOperations[TOperation]['parameters']['query']>;
  body: BodyOf<TOperation>;
  request: Request;
}

/** Who may call an operation. */
export type Callers = 'anyone' | 'users' | 'services';

const ALLOW: Record<Callers, Array<'user' | 'service'>> = {
  anyone: ['user', 'service'],
  users: ['user'],
  services: ['service'],
};

/** The request of an operation, with who asks. */
export async function readRequest<TOperation extends Operation>(
  request: Request,
  httpAuth: HttpAuthService,
  callers: Callers = 'anyone',
): Promise<ApiRequest<TOperation>> {
  const credentials = await httpAuth.credentials(request, {
    allow: ALLOW[callers],
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
  options: { status?: 200 | 201; callers?: Callers } = {},
): RequestHandler {
  return async (request, response) => {
    const body = await handle(
      await readRequest<TOperation>(request, httpAuth, options.callers),
    );
    response.status(options.status ?? 200).json(body);
  };
}
