import { InputError } from '@backstage/errors';
import type { JsonObject, JsonValue } from '@backstage/types';
import Ajv, { type ErrorObject } from 'ajv';
import addFormats from 'ajv-formats';
import type { Questions } from './readQuestions';

/**
 * Checks answers against what the template asks, and adds the defaults.
 *
 * @returns the answers, complete
 * @throws InputError that names every answer at fault and what it should be
 * @public
 */
export function checkAnswers(
  questions: Questions,
  answers: JsonObject,
): JsonObject {
  const known = Object.keys(questions.properties);
  const unknown = Object.keys(answers).filter(name => !known.includes(name));
  const ajv = new Ajv({
    allErrors: true,
    useDefaults: true,
    // Forms carry `ui:` hints and `enumNames` beside the schema's own words.
    strict: false,
  });
  addFormats(ajv);
  const validate = ajv.compile<JsonObject>({
    type: 'object',
    properties: questions.properties,
    required: questions.required,
  });
  // Answers are JSON; the validator writes defaults into its copy.
  const complete: JsonValue = JSON.parse(JSON.stringify(answers));
  const valid = validate(complete);
  const faults = [
    ...unknown.map(
      name => `${name}: not asked; the questions are ${known.join(', ')}`,
    ),
    ...(valid ? [] : (validate.errors ?? []).map(describe)),
  ];
  if (!valid || faults.length > 0) {
    throw new InputError(
      `The answers cannot be used:\n${faults
        .map(fault => `  ${fault}`)
        .join('\n')}`,
    );
  }
  return complete;
}

function describe({
  keyword,
  instancePath,
  message,
  params,
}: ErrorObject): string {
  const place = instancePath.slice(1).replaceAll('/', '.');
  if (keyword === 'required') {
    const name = String(params.missingProperty);
    return `${place ? `${place}.${name}` : name}: missing`;
  }
  if (keyword === 'enum' && Array.isArray(params.allowedValues)) {
    return `${place}: must be one of ${params.allowedValues.join(', ')}`;
  }
  if (keyword === 'additionalProperties') {
    return `${place}.${String(params.additionalProperty)}: not asked`;
  }
  return `${place}: ${message ?? 'not valid'}`;
}
