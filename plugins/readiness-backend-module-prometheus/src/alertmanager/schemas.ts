import { z } from 'zod';

const labels = z.record(z.string(), z.string());

/** `/api/v2/status` */
export const statusAnswer = z.object({
  config: z.object({ original: z.string() }),
});

/** `/api/v2/alerts` */
export const alertsAnswer = z.array(
  z.object({
    labels,
    annotations: labels,
    startsAt: z.string(),
    receivers: z.array(z.object({ name: z.string() })),
    status: z.object({
      state: z.enum(['unprocessed', 'active', 'suppressed']),
      silencedBy: z.array(z.string()),
      inhibitedBy: z.array(z.string()),
    }),
  }),
);

/** `/api/v2/silences` */
export const silencesAnswer = z.array(
  z.object({
    id: z.string(),
    createdBy: z.string(),
    comment: z.string(),
    endsAt: z.string(),
    status: z.object({ state: z.enum(['active', 'pending', 'expired']) }),
  }),
);
