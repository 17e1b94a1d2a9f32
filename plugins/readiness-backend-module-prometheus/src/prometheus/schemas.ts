import { z } from 'zod';

const labels = z.record(z.string(), z.string());

/** Every answer of the API is wrapped so. */
function answer<T extends z.ZodType>(data: T) {
  return z.object({ status: z.literal('success'), data });
}

const rule = z.object({
  type: z.string(),
  name: z.string(),
  query: z.string(),
  health: z.string().optional(),
  lastError: z.string().optional(),
  lastEvaluation: z.string().optional(),
  labels: labels.nullish(),
  annotations: labels.nullish(),
});

/** `/api/v1/rules` */
export const rulesAnswer = answer(
  z.object({
    groups: z.array(z.object({ rules: z.array(rule) })),
    groupNextToken: z.string().optional(),
  }),
);

/** `/api/v1/targets` */
export const targetsAnswer = answer(
  z.object({
    activeTargets: z.array(z.object({ labels, health: z.string() })),
  }),
);

/** `/api/v1/alerts` */
export const alertsAnswer = answer(
  z.object({
    alerts: z.array(
      z.object({
        labels,
        annotations: labels,
        state: z.string(),
        activeAt: z.string().optional(),
      }),
    ),
  }),
);

/** `/api/v1/query` of an instant vector */
export const vectorAnswer = answer(
  z.object({
    resultType: z.literal('vector'),
    result: z.array(
      z.object({ metric: labels, value: z.tuple([z.number(), z.string()]) }),
    ),
  }),
);

/** `/api/v1/status/config` */
export const configAnswer = answer(z.object({ yaml: z.string() }));

/** What the API says about a request that failed. */
export const failedAnswer = z.object({
  errorType: z.string(),
  error: z.string(),
});
