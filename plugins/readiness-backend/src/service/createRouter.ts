import express, { type Router } from 'express';
import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { openapiDocument } from '../schema/openapi.generated';
import { exportScorecards } from './routes/exportScorecards';
import { getBadge } from './routes/getBadge';
import { getChecklist } from './routes/getChecklist';
import { getGate } from './routes/getGate';
import { getRollup } from './routes/getRollup';
import { getScorecard } from './routes/getScorecard';
import { getTrend } from './routes/getTrend';
import { listChecks } from './routes/listChecks';
import { listEntityTransitions } from './routes/listEntityTransitions';
import { listFixes } from './routes/listFixes';
import { listScorecards } from './routes/listScorecards';
import { listSources } from './routes/listSources';
import { listTransitions } from './routes/listTransitions';
import { refreshScorecard } from './routes/refreshScorecard';
import { tryDraftCheck } from './routes/tryDraftCheck';
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
  router.post(`/refresh/${ENTITY}`, refreshScorecard(context));
  router.get('/rollups', getRollup(context));
  router.get('/fixes', listFixes(context));
  router.get('/trends', getTrend(context));
  router.get('/transitions', listTransitions(context));
  router.get('/checks', listChecks(context));
  router.post('/checks/draft', tryDraftCheck(context));
  router.get('/sources', listSources(context));
  router.get('/export.csv', exportScorecards(context));
  router.get(`/badge/${ENTITY}.svg`, getBadge(context));
  router.get(`/gate/${ENTITY}`, getGate(context));
  return router;
}
