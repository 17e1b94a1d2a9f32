import type { JsonObject } from '@backstage/types';
import { z } from 'zod';
import { parseYaml } from '../path/parseYaml';

const json: z.ZodType<JsonObject> = z.record(z.string(), z.json());

const step = z.looseObject({
  title: z.string().optional(),
  required: z.array(z.string()).default([]),
  properties: z.record(z.string(), json).default({}),
});

const templateSchema = z.looseObject({
  metadata: z.looseObject({ name: z.string() }),
  spec: z.looseObject({
    parameters: z.union([step.transform(one => [one]), z.array(step)]),
  }),
});

/**
 * What a template asks: a JSON schema for each answer.
 *
 * @public
 */
export interface Questions {
  properties: Record<string, JsonObject>;
  required: string[];
}

/**
 * Gathers the questions from all steps of a template's form.
 *
 * @throws TemplateProblem
 */
export function readQuestions(file: string, source: string): Questions {
  const { spec } = parseYaml(file, source, templateSchema);
  return {
    properties: Object.assign(
      {},
      ...spec.parameters.map(({ properties }) => properties),
    ),
    required: spec.parameters.flatMap(({ required }) => required),
  };
}
