import express, { Router } from 'express';
import { z } from 'zod';
import { faults as knownFaults, type FaultSwitch } from '../faults';
import { upstreamIds } from '../standIn';

const upstreamSchema = z.enum(upstreamIds);
const bodySchema = z.object({ fault: z.enum(knownFaults) });

/**
 * The fault switch: `GET /` says what is wrong, `POST /<upstream>` with
 * `{ "fault": … }` breaks an upstream, `DELETE /` heals all.
 */
export function createFaultRouter(faults: FaultSwitch): Router {
  const router = Router();
  router.use(express.json());

  function state(): Record<string, string> {
    return Object.fromEntries(upstreamIds.map(id => [id, faults.get(id)]));
  }

  router.get('/', (_, response) => {
    response.json(state());
  });
  router.post('/:upstream', (request, response) => {
    const upstream = upstreamSchema.safeParse(request.params.upstream);
    const body = bodySchema.safeParse(request.body);
    if (!upstream.success) {
      response
        .status(404)
        .json({ error: `Upstreams are ${upstreamIds.join(', ')}` });
    } else if (!body.success) {
      response.status(400).json({
        error: `Send { "fault": … } with one of ${knownFaults.join(', ')}`,
      });
    } else {
      faults.set(upstream.data, body.data.fault);
      response.json(state());
    }
  });
  router.delete('/', (_, response) => {
    faults.heal();
    response.json(state());
  });
  return router;
}
