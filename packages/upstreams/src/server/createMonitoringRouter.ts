import express, { Router } from 'express';
import { z } from 'zod';
import type { Company } from '../model';

const eventSchema = z.object({
  event_action: z.enum(['trigger', 'acknowledge', 'resolve']),
  dedup_key: z.string().min(1),
});

/**
 * What Prometheus asks of the company's services, and what Alertmanager tells
 * about them: `/targets`, `/metrics/<service>`, `/events` (as PagerDuty's
 * events API) and `/tickets`.
 */
export function createMonitoringRouter(company: Company): Router {
  const router = Router();

  router.get('/targets', (request, response) => {
    response.json(company.monitoring.targets(request.get('host') ?? ''));
  });
  router.get('/metrics/:service', (request, response) => {
    const metrics = company.monitoring.metrics(request.params.service);
    if (metrics === undefined) {
      response.status(404).end();
    } else {
      response.type('text/plain; version=0.0.4').send(metrics);
    }
  });
  router.post('/events', express.json(), (request, response) => {
    const event = eventSchema.safeParse(request.body);
    if (event.success) {
      response.status(202).json({
        status: 'success',
        message: 'Event processed',
        dedup_key: event.data.dedup_key,
      });
    } else {
      response.status(400).json({
        status: 'invalid event',
        message: 'Event object is invalid',
        errors: event.error.issues.map(({ message }) => message),
      });
    }
  });
  router.post('/tickets', (_, response) => {
    response.status(204).end();
  });
  return router;
}
