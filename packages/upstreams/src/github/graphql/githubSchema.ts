import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { buildSchema, type GraphQLSchema } from 'graphql';

const PACKAGE = '@octokit/graphql-schema';

let schema: GraphQLSchema | undefined;

/**
 * The public schema of GitHub's GraphQL API, as `@octokit/graphql-schema` has
 * it. The package exports it to modules of ECMAScript alone, hence the file.
 */
export function githubSchema(): GraphQLSchema {
  schema ??= buildSchema(readFileSync(findSchema(), 'utf8'), {
    // It is GitHub's to be valid, and large.
    assumeValid: true,
  });
  return schema;
}

function findSchema(): string {
  const folders = createRequire(__filename).resolve.paths(PACKAGE) ?? [];
  const files = folders.map(folder => join(folder, PACKAGE, 'schema.graphql'));
  const found = files.find(file => existsSync(file));
  if (!found) {
    throw new Error(`${PACKAGE} is not installed`);
  }
  return found;
}
