/**
 * Extracts from `@octokit/openapi` what GitHub says of the answers that the
 * stand-in gives. The package is hundreds of megabytes, so it is not installed
 * with the others; to follow GitHub, add it, run this, and remove it again:
 *
 *   yarn workspace @airworthy/upstreams add --dev @octokit/openapi
 *   node packages/upstreams/scripts/extractGithubOperations.mjs
 *   yarn workspace @airworthy/upstreams remove @octokit/openapi
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PATHS = [
  '/orgs/{org}/repos',
  '/orgs/{org}/secret-scanning/alerts',
  '/orgs/{org}/dependabot/alerts',
  '/orgs/{org}/code-scanning/alerts',
];

const require = createRequire(import.meta.url);
const root = dirname(require.resolve('@octokit/openapi/package.json'));
const { version } = JSON.parse(
  readFileSync(join(root, 'package.json'), 'utf8'),
);
const document = JSON.parse(
  readFileSync(join(root, 'generated/api.github.com.json'), 'utf8'),
);

/** JSON Schema of a schema of OpenAPI 3.0, with its references put in place. */
function toJsonSchema(schema) {
  if (Array.isArray(schema)) {
    return schema.map(toJsonSchema);
  }
  if (typeof schema !== 'object' || schema === null) {
    return schema;
  }
  if (schema.$ref) {
    const path = schema.$ref.replace('#/', '').split('/');
    return toJsonSchema(path.reduce((value, key) => value[key], document));
  }
  const { nullable, description, example, title, readOnly, ...rest } = schema;
  const converted = Object.fromEntries(
    Object.entries(rest).map(([key, value]) => [
      key,
      key === 'properties'
        ? Object.fromEntries(
            Object.entries(value).map(([name, field]) => [
              name,
              toJsonSchema(field),
            ]),
          )
        : toJsonSchema(value),
    ]),
  );
  return nullable ? { anyOf: [converted, { type: 'null' }] } : converted;
}

const schemas = Object.fromEntries(
  PATHS.map(path => [
    path,
    toJsonSchema(
      document.paths[path].get.responses['200'].content['application/json']
        .schema,
    ),
  ]),
);

const target = fileURLToPath(
  new URL('../src/github/operations.json', import.meta.url),
);
writeFileSync(
  target,
  `${JSON.stringify(
    { source: `@octokit/openapi ${version}, api.github.com`, schemas },
    undefined,
    1,
  )}\n`,
);
