import type { RequestHandler } from 'express';
import type { AlertStore } from '../../live';
import { answer } from '../answer';
import type { EntityGuard } from '../EntityGuard';
import type { RouteContext } from '../RouteContext';

/** What is wrong with one entity, and was lately. */
export function listAlerts(
  context: RouteContext & {
    alerts: AlertStore;
    guard: EntityGuard;
    titleOfSource(source: string): string;
  },
): RequestHandler {
  const { httpAuth, alerts, guard, titleOfSource } = context;
  return answer<'listAlerts'>(httpAuth, async ({ credentials, path }) => {
    const { stored, entityRef } = await guard.find(credentials, path, {});
    const items = await alerts.list(stored.entityId, entityRef);
    return {
      items: items.map(alert => ({
        ...alert,
        sourceTitle: titleOfSource(alert.source),
      })),
    };
  });
}
