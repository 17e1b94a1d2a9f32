import express, { type Router } from 'express';
import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { openapiDocument } from '../schema/openapi.generated';
import { addReadRoutes } from './routes/readRoutes';
import { addServiceRoutes } from './routes/serviceRoutes';
import { addWriteRoutes } from './routes/writeRoutes';
import type { RouterContext } from './RouterContext';

/** Reports of another back end and the largest record, as JSON. */
const BODY_LIMIT = '2mb';

/** The API: every request is held against the committed document first. */
export function createRouter(context: RouterContext): Router {
  const router: Router = createValidatedOpenApiRouter(openapiDocument, {
    middleware: [express.json({ limit: BODY_LIMIT })],
  });
  addReadRoutes(router, context);
  addWriteRoutes(router, context);
  addServiceRoutes(router, context);
  return router;
}
