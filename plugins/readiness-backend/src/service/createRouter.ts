import express, { type Router } from 'express';
import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { openapiDocument } from '../schema/openapi.generated';
import { getChecklist } from './routes/getChecklist';
import { getScorecard } from './routes/getScorecard';
import { listEntityTransitions } from './routes/listEntityTransitions';
import { listScorecards } from './routes/listScorecards';
import type { RouterContext } from './RouterContext';

/** A draft check is the largest body there is. */
const BODY_LIMIT = '256kb';

const ENTITY = ':kind/:namespace/:name';

/** The API: every request is held against the committed document first. */
export function createRouter(context: RouterContext): Router {
  const router: Router = createValidatedOpenApiRouter(openapiDocument, {
    middleware: [express.json({ limit: BODY_LIMIT })],
  });
  router.get('/checklist', getChecklist(context));
  router.get('/scorecards', listScorecards(context));
  router.get(`/scorecards/${ENTITY}`, getScorecard(context));
  router.get(
    `/scorecards/${ENTITY}/transitions`,
    listEntityTransitions(context),
  );
  return router;
}
