import {
  type DocumentNode,
  execute,
  GraphQLError,
  parse,
  validate,
} from 'graphql';
import type { GithubModel } from '../../model';
import { githubSchema } from './githubSchema';
import { NotFoundError, rootOf } from './resolvers';

/** What a client posts. */
export interface GithubQuery {
  query: string;
  variables?: Record<string, unknown>;
}

const documents = new Map<string, DocumentNode | readonly GraphQLError[]>();

/**
 * Answers a query as GitHub does: what its schema does not allow is refused, and
 * what is not there is null with an error beside it.
 */
export async function executeGithubQuery(
  github: GithubModel,
  { query, variables }: GithubQuery,
) {
  const document = read(query);
  if ('length' in document) {
    return { errors: document.map(describe) };
  }
  const { data, errors } = await execute({
    schema: githubSchema(),
    document,
    rootValue: rootOf(github),
    variableValues: variables,
  });
  return {
    ...(data === undefined ? {} : { data }),
    ...(errors ? { errors: errors.map(describe) } : {}),
  };
}

/** Reads and checks a query once. */
function read(query: string): DocumentNode | readonly GraphQLError[] {
  const known = documents.get(query);
  if (known) {
    return known;
  }
  let document: DocumentNode | readonly GraphQLError[];
  try {
    const parsed = parse(query);
    const refused = validate(githubSchema(), parsed);
    document = refused.length > 0 ? refused : parsed;
  } catch (error) {
    if (!(error instanceof GraphQLError)) {
      throw error;
    }
    document = [error];
  }
  documents.set(query, document);
  return document;
}

function describe({ message, path, locations, originalError }: GraphQLError) {
  return {
    ...(originalError instanceof NotFoundError ? { type: 'NOT_FOUND' } : {}),
    ...(path ? { path } : {}),
    locations,
    message,
  };
}
