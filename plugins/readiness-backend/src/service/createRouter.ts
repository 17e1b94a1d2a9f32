import express, { type Router } from 'express';
import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { openapiDocument } from '../schema/openapi.generated';
import { SIGNED_PATH } from '../push';
import {
  createAttestation,
  deleteAttestation,
  listAttestations,
} from './routes/attestations';
import { confirmOwnership } from './routes/confirmOwnership';
import { exportOwnershipFindings } from './routes/exportOwnershipFindings';
import { exportScorecards } from './routes/exportScorecards';
import { getBadge } from './routes/getBadge';
import { getChecklist } from './routes/getChecklist';
import { getGate } from './routes/getGate';
import { getRollup } from './routes/getRollup';
import { getScorecard } from './routes/getScorecard';
import { getTrend } from './routes/getTrend';
import { listAlerts } from './routes/listAlerts';
import { listChecks } from './routes/listChecks';
import { listDeployments } from './routes/listDeployments';
import { listEntityTransitions } from './routes/listEntityTransitions';
import { listFixes } from './routes/listFixes';
import { listScorecards } from './routes/listScorecards';
import { listSources } from './routes/listSources';
import { listTransitions } from './routes/listTransitions';
import { listUnlinkedEntities } from './routes/listUnlinkedEntities';
import {
  getOwnershipSummary,
  getOwnershipTrend,
  groupOwnershipFindings,
  listOwnershipFindings,
} from './routes/ownership';
import { push, pushSigned } from './routes/push';
import { refreshScorecard } from './routes/refreshScorecard';
import { runSource } from './routes/runSource';
import { tryDraftCheck } from './routes/tryDraftCheck';
import type { RouterContext } from './RouterContext';

/** A push of a thousand items is the largest body there is. */
const BODY_LIMIT = '1mb';

const ENTITY = ':kind/:namespace/:name';

/** The API: every request is held against the committed document first. */
export function createRouter(context: RouterContext): Router {
  const router: Router = createValidatedOpenApiRouter(openapiDocument, {
    middleware: [
      express.json({
        limit: BODY_LIMIT,
        type: ['application/json', 'application/cloudevents+json'],
      }),
    ],
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
  router.get('/sources/:id/unlinked', listUnlinkedEntities(context));
  router.post('/sources/:id/run', runSource(context));
  router.get(`/deployments/${ENTITY}`, listDeployments(context));
  router.get(`/alerts/${ENTITY}`, listAlerts(context));
  router.get(`/attestations/${ENTITY}`, listAttestations(context));
  router.post('/attestations', createAttestation(context));
  router.delete('/attestations/:id', deleteAttestation(context));
  router.get('/ownership', listOwnershipFindings(context));
  router.get('/ownership/groups', groupOwnershipFindings(context));
  router.get('/ownership/summary', getOwnershipSummary(context));
  router.get('/ownership/trend', getOwnershipTrend(context));
  router.get('/ownership/export.csv', exportOwnershipFindings(context));
  router.post('/ownership/confirmations', confirmOwnership(context));
  for (const kind of ['evidence', 'deployments', 'cdevents'] as const) {
    router.post(`/${kind}`, push(context, kind));
    router.post(`${SIGNED_PATH}/${kind}`, pushSigned(context, kind));
  }
  router.get('/export.csv', exportScorecards(context));
  router.get(`/badge/${ENTITY}.svg`, getBadge(context));
  router.get(`/gate/${ENTITY}`, getGate(context));
  const outer = express.Router();
  // The validated router makes every error before its routes a bad request.
  outer.use(SIGNED_PATH, ...context.signed.middleware(BODY_LIMIT));
  outer.use(router);
  return outer;
}
