import { z } from 'zod';

const reference = z.object({ id: z.string() });

/** What every list has beside its items. */
const paging = z.object({ more: z.boolean() });

const service = z.object({
  id: z.string(),
  name: z.string(),
  html_url: z.string(),
  status: z.string(),
  escalation_policy: z.object({
    id: z.string(),
    html_url: z.string().nullish(),
    escalation_rules: z.array(z.object({ id: z.string() })).optional(),
  }),
  teams: z.array(reference),
  integrations: z
    .array(z.object({ integration_key: z.string().nullish() }))
    .optional(),
});

const onCall = z.object({
  escalation_policy: reference,
  escalation_level: z.number().int(),
  user: z.object({ id: z.string(), email: z.string().optional() }),
});

const incident = z.object({
  id: z.string(),
  title: z.string(),
  created_at: z.string(),
  resolved_at: z.string().nullish(),
  last_status_change_at: z.string().nullish(),
  status: z.string(),
  urgency: z.string().nullish(),
  html_url: z.string().nullish(),
  service: reference,
});

/** `GET /services` */
export const servicesAnswer = paging.extend({ services: z.array(service) });

/** `GET /teams` */
export const teamsAnswer = paging.extend({ teams: z.array(reference) });

/** `GET /oncalls` */
export const onCallsAnswer = paging.extend({ oncalls: z.array(onCall) });

/** `GET /incidents` */
export const incidentsAnswer = paging.extend({ incidents: z.array(incident) });

/** What went wrong. */
export const failedAnswer = z.object({
  error: z.object({
    message: z.string(),
    errors: z.array(z.string()).optional(),
  }),
});

export type ServiceAnswer = z.infer<typeof service>;
export type OnCallAnswer = z.infer<typeof onCall>;
export type IncidentAnswer = z.infer<typeof incident>;
