import { z } from 'zod';
import { isCalendarDate } from './calendarDate';

const date = z
  .string()
  .refine(isCalendarDate, 'is not a day of the calendar as YYYY-MM-DD');

const people = z
  .union([z.string(), z.array(z.string())])
  .transform(value =>
    (typeof value === 'string' ? value.split(',') : value)
      .map(name => name.trim())
      .filter(Boolean),
  );

const position = z.union(
  [z.literal(-2), z.literal(-1), z.literal(0), z.literal(1), z.literal(2)],
  { error: 'is one of -2, -1, 0, 1, 2' },
);

const tradeoff = z.strictObject({
  axis: z.string().min(1),
  position,
  rationale: z.string().optional(),
  qualityAttributes: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        effect: z.enum(['improves', 'degrades', 'neutral']),
      }),
    )
    .default([]),
  scenario: z
    .strictObject({
      stimulus: z.string().optional(),
      response: z.string().optional(),
      responseMeasure: z.string().optional(),
    })
    .optional(),
  assumptions: z
    .array(
      z.strictObject({
        id: z.string().min(1),
        rule: z.string().min(1),
        for: z
          .string()
          .regex(/^\d{1,6}[smhd]$/, 'is a number and one of s, m, h, d: 24h')
          .optional(),
        claim: z.string().optional(),
      }),
    )
    .default([]),
  revisitWhen: z.array(z.string()).default([]),
  evidence: z
    .array(
      z.strictObject({
        title: z.string().min(1),
        url: z
          .string()
          .regex(
            /^(https?:\/\/|\.{0,2}\/|[\w-]+\/)/,
            'is an http(s) address or a path',
          ),
        observedAt: date.optional(),
      }),
    )
    .default([]),
});

const airworthy = z.strictObject({
  schemaVersion: z.literal(1, { error: 'is 1, the only version there is' }),
  id: z
    .string()
    .regex(/^[\w.-]{1,100}$/, 'has letters, digits, dots, dashes only')
    .optional(),
  entityRefs: z.array(z.string().min(1)).default([]),
  reversibility: z.enum(['one-way', 'two-way']).optional(),
  tradeoffs: z.array(tradeoff).default([]),
  accepts: z
    .array(z.strictObject({ check: z.string().min(1), until: date.optional() }))
    .default([]),
  design: z
    .record(
      z.string(),
      z.strictObject({
        state: z.enum(['covered', 'missing', 'not-applicable']),
        heading: z.string().optional(),
      }),
    )
    .default({}),
});

/**
 * The front matter of a record: MADR 3 and 4, and the nested key of ours. Keys
 * that it does not know are somebody else's and are left alone; inside
 * `airworthy` an unknown key is an error.
 */
export const frontMatterSchema = z.looseObject({
  title: z.string().optional(),
  status: z.string().optional(),
  date: date.optional(),
  'decision-makers': people.optional(),
  deciders: people.optional(),
  consulted: people.optional(),
  informed: people.optional(),
  last_reviewed_on: date.optional(),
  review_in: z
    .string()
    .regex(
      /^\d{1,4}\s*(day|week|month|year)s?$/i,
      'is a number and days, weeks, months or years: 6 months',
    )
    .optional(),
  links: z
    .array(z.object({ kind: z.string().min(1), target: z.string().min(1) }))
    .optional(),
  airworthy: airworthy.optional(),
});

/** @internal */
export type FrontMatter = z.output<typeof frontMatterSchema>;
