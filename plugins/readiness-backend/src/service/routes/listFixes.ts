import type { RequestHandler } from 'express';
import { findFixes } from '../../fleet/findFixes';
import type { StatusScan } from '../../fleet/StatusScan';
import { answer } from '../answer';
import type { RouteContext } from '../RouteContext';

/** Checks by how many services would rise if they passed. */
export function listFixes(
  context: RouteContext & { scan: StatusScan },
): RequestHandler {
  const { httpAuth, fleets, scan, checklist } = context;
  return answer<'listFixes'>(httpAuth, async ({ credentials, query }) => ({
    items: findFixes(
      checklist,
      await scan.rows(await fleets.resolve(credentials, query)),
    ),
  }));
}
