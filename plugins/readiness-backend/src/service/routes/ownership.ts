import type { RequestHandler } from 'express';
import { answer } from '../answer';
import {
  resolveOwnershipView,
  type OwnershipContext,
} from '../OwnershipContext';

const DEFAULT_LIMIT = 50;
const DEFAULT_TOP = 4;
const DEFAULT_DAYS = 90;

/** A page of the ranked list. */
export function listOwnershipFindings(
  context: OwnershipContext,
): RequestHandler {
  return answer<'listOwnershipFindings'>(
    context.httpAuth,
    async ({ credentials, query }) =>
      context.ownership.reader.page(
        await resolveOwnershipView(context, credentials, query),
        { limit: query.limit ?? DEFAULT_LIMIT, after: query.after },
      ),
  );
}

/** The first findings of each group. */
export function groupOwnershipFindings(
  context: OwnershipContext,
): RequestHandler {
  return answer<'groupOwnershipFindings'>(
    context.httpAuth,
    async ({ credentials, query }) => ({
      items: await context.ownership.reader.groups(
        await resolveOwnershipView(context, credentials, query),
        query.by,
        query.top ?? DEFAULT_TOP,
      ),
    }),
  );
}

/** Counts of the audit. */
export function getOwnershipSummary(context: OwnershipContext): RequestHandler {
  return answer<'getOwnershipSummary'>(
    context.httpAuth,
    async ({ credentials, query }) =>
      context.ownership.summaries.summarize(
        await resolveOwnershipView(context, credentials, query),
      ),
  );
}

/** Counts over time. */
export function getOwnershipTrend(context: OwnershipContext): RequestHandler {
  return answer<'getOwnershipTrend'>(
    context.httpAuth,
    async ({ credentials, query }) => ({
      items: await context.ownership.summaries.trend(
        await resolveOwnershipView(context, credentials, query),
        query.days ?? DEFAULT_DAYS,
        context.now(),
      ),
    }),
  );
}
