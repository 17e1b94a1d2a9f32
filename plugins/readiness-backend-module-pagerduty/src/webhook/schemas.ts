import { z } from 'zod';

/** What a subscription of version 3 posts. */
export const webhookPayload = z.object({
  event: z.object({
    event_type: z.string(),
    resource_type: z.string(),
    occurred_at: z.string(),
    data: z.object({ id: z.string(), type: z.string() }).loose(),
  }),
});

/** `data` of an event about an incident. */
export const incidentData = z.object({
  id: z.string(),
  title: z.string(),
  created_at: z.string(),
  status: z.string(),
  urgency: z.string().nullish(),
  html_url: z.string().nullish(),
  service: z.object({ id: z.string() }),
});
