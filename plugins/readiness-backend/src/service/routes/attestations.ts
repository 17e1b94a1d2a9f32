import type {
  AuditorService,
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import {
  InputError,
  NotAllowedError,
  NotFoundError,
  toError,
} from '@backstage/errors';
import type { RequestHandler } from 'express';
import {
  attestableFacts,
  readinessAttestationCreatePermission,
  type Attestation,
} from '@airworthy/plugin-readiness-common';
import type { Attestor } from '../../attestations';
import { answer } from '../answer';
import type { EntityGuard, EntityPath } from '../EntityGuard';
import type { RouteContext } from '../RouteContext';

/** What routes of attestations need. */
export interface AttestationRouteContext extends RouteContext {
  auditor: AuditorService;
  auth: AuthService;
  /** Absent where the config switches attestations off. */
  attestor: Attestor | undefined;
  guard: EntityGuard;
}

const PERMISSION = readinessAttestationCreatePermission;

/** What is attested of one entity, and what may be. */
export function listAttestations(
  context: AttestationRouteContext,
): RequestHandler {
  const { httpAuth, attestor, checklist, guard } = context;
  return answer<'listAttestations'>(httpAuth, async ({ credentials, path }) => {
    const { stored, entityRef } = await guard.find(credentials, path, {});
    const { registry } = checklist;
    return {
      items: attestor
        ? await attestor.list({ id: stored.entityId, ref: entityRef })
        : [],
      attestable: attestor
        ? attestableFacts(registry, [
            ...new Set(checklist.columns.flatMap(column => column.facts)),
          ]).map(({ name, type, description, unit }) => ({
            fact: name,
            type,
            description,
            unit,
          }))
        : [],
      mayAttest:
        attestor !== undefined &&
        (await guard.allows(credentials, entityRef, PERMISSION)),
    };
  });
}

/** Takes what a person vouches for. */
export function createAttestation(
  context: AttestationRouteContext,
): RequestHandler {
  const { httpAuth, guard } = context;
  return answer<'createAttestation'>(
    httpAuth,
    async ({ credentials, body, request }) => {
      const { entityRef, fact, url, expiresAt } = body;
      return audited(
        context,
        {
          eventId: 'attestation-create',
          severityLevel: 'medium',
          request,
          meta: { entityRef, fact, url, expiresAt },
        },
        async () => {
          const attestor = enabled(context);
          const author = personOf(context, credentials);
          const path = pathOf(entityRef);
          const found = await guard.find(credentials, path, {});
          if (!(await guard.allows(credentials, found.entityRef, PERMISSION))) {
            throw new NotAllowedError(
              `You may not attest anything of ${found.entityRef}`,
            );
          }
          return attestor.attest(
            { id: found.stored.entityId, ref: found.entityRef },
            author,
            body,
          );
        },
      );
    },
  );
}

/** Takes an attestation back: its author may, and who may attest. */
export function deleteAttestation(
  context: AttestationRouteContext,
): RequestHandler {
  const { httpAuth, guard } = context;
  return answer<'deleteAttestation'>(
    httpAuth,
    async ({ credentials, path: { id }, request }) =>
      audited(
        context,
        {
          eventId: 'attestation-delete',
          severityLevel: 'medium',
          request,
          meta: { id },
        },
        async () => {
          const attestor = enabled(context);
          const person = personOf(context, credentials);
          const attestation = await attestor.find(id);
          const { entityRef } = attestation;
          try {
            await guard.find(credentials, parseEntityRef(entityRef), {});
          } catch {
            // That it is there would tell of an entity that is not shown.
            throw new NotFoundError(`There is no attestation ${id}`);
          }
          if (
            attestation.author !== person &&
            !(await guard.allows(credentials, entityRef, PERMISSION))
          ) {
            throw new NotAllowedError(
              `You may not take back what was attested of ${entityRef}`,
            );
          }
          return attestor.takeBack(attestation, person);
        },
      ),
  );
}

async function audited(
  { auditor }: AttestationRouteContext,
  options: Parameters<AuditorService['createEvent']>[0],
  run: () => Promise<Attestation>,
): Promise<Attestation> {
  const event = await auditor.createEvent(options);
  try {
    const attestation = await run();
    await event.success({
      meta: { id: attestation.id, entityRef: attestation.entityRef },
    });
    return attestation;
  } catch (error) {
    await event.fail({ error: toError(error) });
    throw error;
  }
}

function enabled({ attestor }: AttestationRouteContext): Attestor {
  if (!attestor) {
    throw new NotFoundError(
      'Attestations are switched off by readiness.attestations.enabled',
    );
  }
  return attestor;
}

function personOf(
  { auth }: AttestationRouteContext,
  credentials: BackstageCredentials,
): string {
  if (!auth.isPrincipal(credentials, 'user')) {
    throw new NotAllowedError(
      'Only a person can vouch for something; a machine pushes evidence',
    );
  }
  return credentials.principal.userEntityRef;
}

function pathOf(entityRef: string): EntityPath {
  try {
    return parseEntityRef(entityRef);
  } catch (cause) {
    throw new InputError(
      `entityRef: "${entityRef}" is no entity reference such as component:default/cart`,
      cause,
    );
  }
}
