// Writes what is derived from src/schema/openapi.yaml: the document as a module
// for the router, and the types for the client. With --check it writes nothing
// and fails where a file is not current.
import { readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';
import prettier from 'prettier';
import { parse } from 'yaml';

const source = new URL('../src/schema/openapi.yaml', import.meta.url);
const documentTarget = new URL(
  '../src/schema/openapi.generated.ts',
  import.meta.url,
);
const typesTarget = new URL(
  '../../tradeoffs-common/src/client/schema.ts',
  import.meta.url,
);
const notice =
  '// Derived from openapi.yaml of tradeoffs-backend: `yarn generate:api` writes it.\n';

async function format(text, target) {
  const options = await prettier.resolveConfig(target.pathname);
  return prettier.format(text, { ...options, parser: 'typescript' });
}

async function derive() {
  const text = await readFile(source, 'utf8');
  const document = parse(text);
  const types = astToString(
    await openapiTS(structuredClone(document), { alphabetize: false }),
  );
  return [
    {
      target: documentTarget,
      text: await format(
        `${notice}import type { internal } from '@backstage/backend-openapi-utils';\n\nexport const openapiDocument: internal.ImmutableOpenAPIObject = ${JSON.stringify(
          document,
        )};\n`,
        documentTarget,
      ),
    },
    { target: typesTarget, text: await format(notice + types, typesTarget) },
  ];
}

const check = process.argv.includes('--check');
const stale = [];
for (const { target, text } of await derive()) {
  if (!check) {
    await writeFile(target, text);
  } else if ((await readFile(target, 'utf8').catch(() => '')) !== text) {
    stale.push(target.pathname);
  }
}
if (stale.length > 0) {
  console.error(`Not current, run yarn generate:api: ${stale.join(', ')}`);
  process.exitCode = 1;
}
