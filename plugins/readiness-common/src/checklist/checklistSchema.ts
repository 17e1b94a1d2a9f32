import { createZodV4FilterPredicateSchema } from '@backstage/filter-predicates';
import { z } from 'zod';
import { nearestName } from '../rules/nearestName';
import {
  CHECKLIST_CONFIG_PATH,
  ChecklistError,
  joinPath,
} from './ChecklistError';
import type {
  ChecklistConfig,
  ChecklistOverrides,
  ListRuleConfig,
  RuleConfig,
  ScalarRuleConfig,
} from './types';

const text = z.string().min(1);
const id = z
  .string()
  .regex(
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    'an id is of lower case words joined by dashes',
  );
const word = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*$/, 'a name is one camelCase word');
const predicate = createZodV4FilterPredicateSchema();
const parameterValue = z.union([z.number(), z.string(), z.boolean()]);

const parameter = z.union(
  [
    parameterValue,
    z.strictObject({
      default: parameterValue,
      byTier: z.record(
        z.string().regex(/^[1-9]\d*$/, 'a tier is a number from 1'),
        parameterValue,
      ),
    }),
  ],
  'expected a number, a text, a boolean, or { default, byTier } of them',
);

const scalarRuleShape = {
  rule: text,
  when: text.optional(),
  found: text.optional(),
};
const scalarRule: z.ZodType<ScalarRuleConfig> = z.strictObject(scalarRuleShape);

const listRuleShape = {
  each: text,
  as: word.optional(),
  mode: z.enum(['all', 'any']).optional(),
  rule: text,
  where: text.optional(),
  when: text.optional(),
  whenEmpty: z.enum(['unknown', 'not-applicable', 'fail']),
  found: text.optional(),
  faultOn: z.string().optional(),
};
const listRule: z.ZodType<ListRuleConfig> = z.strictObject(listRuleShape);

/** A union would blame both shapes; `each` tells which one was meant. */
const rule = z.unknown().transform((value, context): RuleConfig => {
  const isList = typeof value === 'object' && value !== null && 'each' in value;
  const parsed = (isList ? listRule : scalarRule).safeParse(value, {
    reportInput: true,
  });
  if (parsed.success) {
    return parsed.data;
  }
  const known = Object.keys(isList ? listRuleShape : scalarRuleShape);
  for (const issue of parsed.error.issues) {
    for (const { keys, message } of explainIssue(issue, known)) {
      const key = keys[keys.length - 1];
      const misplaced =
        !isList &&
        issue.code === 'unrecognized_keys' &&
        typeof key === 'string' &&
        Object.hasOwn(listRuleShape, key);
      context.addIssue({
        code: 'custom',
        path: keys,
        message: misplaced ? 'belongs to a rule with "each"' : message,
      });
    }
  }
  return z.NEVER;
});

const fixShape = {
  title: text,
  steps: z.array(text),
  template: text.optional(),
  url: z.url().optional(),
};

const checkShape = {
  question: text,
  level: text,
  title: text,
  appliesTo: predicate.optional(),
  rules: z.array(rule).min(1, 'a check has one rule at least'),
  params: z.record(word, parameter).optional(),
  found: text.optional(),
  expected: text,
  fix: z.strictObject(fixShape),
  ruleOwner: text.optional(),
  sameAs: z.array(text).optional(),
  acceptable: z.boolean().optional(),
  evidence: z.array(text).optional(),
};

const questionShape = {
  title: text,
  shortTitle: text,
  quality: z.enum([
    'availability',
    'performance',
    'security',
    'maintainability',
  ]),
  number: z.int().positive().optional(),
};

const levels = z
  .array(z.strictObject({ id, title: text }))
  .min(1, 'a checklist has one level at least');

const checklistShape = {
  id,
  title: text,
  version: z.int().positive(),
  levels,
  appliesTo: predicate,
  preview: predicate.optional(),
  ruleOwner: text.optional(),
  questions: z.record(id, z.strictObject(questionShape)),
  checks: z.record(id, z.strictObject(checkShape)),
};

const overridesShape = {
  replace: z.boolean().optional(),
  title: text.optional(),
  version: z.int().positive().optional(),
  levels: levels.optional(),
  appliesTo: predicate.optional(),
  preview: predicate.optional(),
  ruleOwner: text.optional(),
  questions: z.record(id, z.strictObject(questionShape).partial()).optional(),
  checks: z
    .record(
      id,
      z
        .strictObject({
          ...checkShape,
          fix: z.strictObject(fixShape).partial(),
          enabled: z.boolean(),
        })
        .partial(),
    )
    .optional(),
};

const checklistSchema: z.ZodType<ChecklistConfig> =
  z.strictObject(checklistShape);
const overridesSchema = z.strictObject(overridesShape);

/** Keys that are known at a place, for suggestions. */
const KNOWN_KEYS: Array<[RegExp, readonly string[]]> = [
  [/^$/, Object.keys({ ...checklistShape, ...overridesShape })],
  [/^questions\.[^.]+$/, Object.keys(questionShape)],
  [/^checks\.[^.]+$/, [...Object.keys(checkShape), 'enabled']],
  [/^checks\.[^.]+\.fix$/, Object.keys(fixShape)],
  [/^checks\.[^.]+\.params\.[^.]+$/, ['default', 'byTier']],
  [/^levels\.\d+$/, ['id', 'title']],
];

/**
 * What a user wrote as overrides of a checklist, validated.
 *
 * @param value - the config below `path`
 * @param path - the config key, for messages
 * @throws ChecklistError naming every key that is at fault
 *
 * @public
 */
export function parseChecklistOverrides(
  value: unknown,
  path: string = CHECKLIST_CONFIG_PATH,
): ChecklistOverrides {
  return parseWith<ChecklistOverrides>(overridesSchema, value, path);
}

/**
 * A whole checklist, validated.
 *
 * @param value - JSON or YAML in the shape of `ChecklistConfig`
 * @param path - what to call it in messages
 * @throws ChecklistError naming every key that is at fault
 *
 * @public
 */
export function parseChecklist(
  value: unknown,
  path: string = CHECKLIST_CONFIG_PATH,
): ChecklistConfig {
  return parseWith(checklistSchema, value, path);
}

function parseWith<T>(schema: z.ZodType<T>, value: unknown, path: string): T {
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) {
    return parsed.data;
  }
  throw new ChecklistError(
    parsed.error.issues.flatMap(issue => {
      const place = issue.path.join('.');
      const known = KNOWN_KEYS.find(([pattern]) => pattern.test(place))?.[1];
      return explainIssue(issue, known ?? []).map(({ keys, message }) => ({
        path: joinPath(path, keys),
        message,
      }));
    }),
  );
}

/** One issue for each unknown key, so that each is named with its own path. */
function explainIssue(
  issue: z.core.$ZodIssue,
  known: readonly string[],
): Array<{ keys: PropertyKey[]; message: string }> {
  if (issue.code !== 'unrecognized_keys') {
    return [{ keys: issue.path, message: messageOf(issue) }];
  }
  return issue.keys.map(key => {
    const nearest = nearestName(key, known);
    return {
      keys: [...issue.path, key],
      message: nearest
        ? `unknown key; did you mean "${nearest}"?`
        : `unknown key; there are ${known.join(', ')}`,
    };
  });
}

function messageOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? 'is required'
        : `expected ${article(issue.expected)}, found ${describe(issue.input)}`;
    case 'invalid_value':
      return issue.input === undefined
        ? `is required: one of ${issue.values.map(String).join(', ')}`
        : `expected one of ${issue.values
            .map(String)
            .join(', ')}, found ${describe(issue.input)}`;
    case 'too_small':
      return issue.origin === 'string' ? 'must not be empty' : issue.message;
    case 'invalid_key':
      return issue.issues[0]?.message ?? issue.message;
    default:
      return issue.message;
  }
}

function article(type: string): string {
  const name = type === 'string' ? 'text' : type;
  return `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`;
}

function describe(value: unknown): string {
  const shown = JSON.stringify(value) ?? String(value);
  return shown.length > 40 ? `${shown.slice(0, 40)}…` : shown;
}
