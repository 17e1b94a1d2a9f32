import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  InputError,
  NotAllowedError,
  NotFoundError,
  toError,
} from '@backstage/errors';
import type { RequestHandler } from 'express';
import {
  readinessOwnershipConfirmPermission,
  readinessScorecardReadPermission,
} from '@airworthy/plugin-readiness-common';
import type { ConfirmableEntity } from '../../ownership';
import { answer, type AnswerOf, type ApiRequest } from '../answer';
import type { OwnershipContext } from '../OwnershipContext';

const DAY = 24 * 60 * 60 * 1000;

/** Who confirms for longer than this does not look again. */
const MAX_DAYS = 730;

/** Puts it on record that the owners of entities are the right ones. */
export function confirmOwnership(context: OwnershipContext): RequestHandler {
  return answer<'confirmOwnership'>(context.httpAuth, async request => {
    const event = await context.auditor.createEvent({
      eventId: 'ownership-confirm',
      severityLevel: 'medium',
      request: request.request,
      meta: { entityRefs: request.body.entityRefs, until: request.body.until },
    });
    try {
      const result = await confirm(context, request);
      await event.success({
        meta: {
          owners: result.items.map(({ entityRef, owner }) => ({
            entityRef,
            owner,
          })),
        },
      });
      return result;
    } catch (error) {
      await event.fail({ error: toError(error) });
      throw error;
    }
  });
}

async function confirm(
  context: OwnershipContext,
  { credentials, body }: ApiRequest<'confirmOwnership'>,
): Promise<AnswerOf<'confirmOwnership'>> {
  const { auth, now, ownership } = context;
  if (!auth.isPrincipal(credentials, 'user')) {
    throw new NotAllowedError('Only a person can confirm an owner');
  }
  const at = now();
  const until = readUntil(body.until, at, ownership.confirmForMs);
  const refs = [...new Set(body.entityRefs.map(readRef))];
  const allowed = await findAllowed(context, credentials, refs);
  const entities = refs.map(ref => {
    const entity = allowed.get(ref);
    if (entity?.owner === undefined) {
      throw new InputError(`${ref} has no owner that could be confirmed`);
    }
    return { ...entity, owner: entity.owner };
  });
  const items = await ownership.confirmations.record({
    entities,
    until,
    confirmedBy: credentials.principal.userEntityRef,
    confirmedAt: at,
    note: body.note,
  });
  ownership.auditor.add(entities.map(entity => entity.entityId));
  // The reader looks at the list next: what was confirmed is gone from it.
  await ownership.auditor.drain();
  return { items };
}

/**
 * @throws NotFoundError where the reader may not know of one of the entities
 * @throws NotAllowedError where the reader may not confirm one of them
 */
async function findAllowed(
  { scopes, ownership }: OwnershipContext,
  credentials: ApiRequest<'confirmOwnership'>['credentials'],
  refs: readonly string[],
): Promise<Map<string, ConfirmableEntity>> {
  const seen = await ownership.confirmations.find(
    await scopes.resolve(credentials, readinessScorecardReadPermission),
    refs,
  );
  const unseen = refs.find(ref => !seen.has(ref));
  if (unseen !== undefined) {
    throw new NotFoundError(`There is no entity ${unseen}`);
  }
  const allowed = await ownership.confirmations.find(
    await scopes.resolve(credentials, readinessOwnershipConfirmPermission),
    refs,
  );
  const refused = refs.find(ref => !allowed.has(ref));
  if (refused !== undefined) {
    throw new NotAllowedError(`You may not confirm the owner of ${refused}`);
  }
  return allowed;
}

function readRef(text: string): string {
  try {
    return stringifyEntityRef(parseEntityRef(text));
  } catch (cause) {
    throw new InputError(
      `entityRefs: "${text}" is no entity reference; expected kind:namespace/name`,
      cause,
    );
  }
}

/** The end of the day, UTC; milliseconds. */
function readUntil(
  text: string | undefined,
  now: number,
  confirmForMs: number,
): number {
  if (text === undefined) {
    return now + confirmForMs;
  }
  const until = Date.parse(`${text}T23:59:59.999Z`);
  if (Number.isNaN(until)) {
    throw new InputError(`until: "${text}" is no day; expected YYYY-MM-DD`);
  }
  if (until <= now || until > now + MAX_DAYS * DAY) {
    throw new InputError(
      `until: expected a day from today to ${MAX_DAYS} days from now`,
    );
  }
  return until;
}
