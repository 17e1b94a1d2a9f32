import Ajv2020 from 'ajv/dist/2020';
import type { Response } from 'supertest';
import { z } from 'zod';
import { openapiDocument } from '../schema/openapi.generated';

const BASE = '/api/readiness';

const methodSchema = z.enum(['get', 'post', 'delete']);
const requestSchema = z.object({ method: z.string(), url: z.string() });

const ajv = new Ajv2020({ strict: false, allErrors: true });
ajv.addFormat('date-time', text => !Number.isNaN(Date.parse(text)));
ajv.addSchema(openapiDocument, 'openapi');

/** What the API answered must be what its document says that it answers. */
export function expectDocumented(response: Response): void {
  const { method, path } = requestOf(response);
  const template = Object.keys(openapiDocument.paths).find(candidate =>
    patternOf(candidate).test(path),
  );
  if (template === undefined) {
    throw new Error(`${path} is not in the document`);
  }
  const operation = openapiDocument.paths[template]?.[method];
  const documented = operation?.responses[String(response.status)];
  const pointer = documented
    ? [
        'paths',
        template,
        method,
        'responses',
        String(response.status),
        'content',
        response.type,
        'schema',
      ]
    : ['components', 'schemas', 'Error'];
  if (response.type !== 'application/json') {
    return;
  }
  const reference = `openapi#/${pointer
    .map(part => part.replace(/~/g, '~0').replace(/\//g, '~1'))
    .map(encodeURIComponent)
    .join('/')}`;
  const validate = ajv.getSchema(reference) ?? ajv.compile({ $ref: reference });
  if (!validate(response.body)) {
    throw new Error(
      `${method} ${path} answers otherwise than documented: ${ajv.errorsText(
        validate.errors,
      )}`,
    );
  }
}

function requestOf(response: Response): {
  method: 'get' | 'post' | 'delete';
  path: string;
} {
  // Supertest keeps the request there, which its types leave out.
  const { method, url } = requestSchema.parse(response.request);
  return {
    method: methodSchema.parse(method.toLowerCase()),
    path: new URL(url).pathname.slice(BASE.length),
  };
}

function patternOf(template: string): RegExp {
  return new RegExp(
    `^${template.replace(/\./g, '\\.').replace(/\{\w+\}/g, '[^/]+')}$`,
  );
}
