import type {
  AuditorService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, toError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { Request, RequestHandler } from 'express';
import {
  readinessEvidencePushPermission,
  type DeploymentPush,
  type EvidencePush,
  type PushResult,
} from '@airworthy/plugin-readiness-common';
import {
  readCdEvent,
  type PushCaller,
  type PushReceiver,
  type SignedRequests,
} from '../../push';
import { readRequest } from '../answer';
import type { RouteContext } from '../RouteContext';

/** What routes of pushes need. */
export interface PushRouteContext extends RouteContext {
  auditor: AuditorService;
  permissions: PermissionsService;
  callers: readonly PushCaller[];
  /** Absent where nobody may push. */
  receiver: PushReceiver | undefined;
  signed: SignedRequests;
}

/** What may be pushed, by the last part of its path. */
const PUSHES: Record<
  'evidence' | 'deployments' | 'cdevents',
  (
    receiver: PushReceiver,
    caller: PushCaller,
    request: Request,
  ) => Promise<PushResult>
> = {
  // The router has held the bodies against the document.
  evidence: (receiver, caller, request) =>
    receiver.pushEvidence(caller, request.body as EvidencePush),
  deployments: (receiver, caller, request) =>
    receiver.pushDeployments(caller, request.body as DeploymentPush),
  cdevents: async (receiver, caller, request) => {
    const told = readCdEvent({
      headers: request.headers,
      body: JSON.stringify(request.body),
    });
    return told
      ? receiver.pushDeployments(caller, told)
      : { accepted: 0, repeated: 0 };
  },
};

/** Takes what a caller with a token pushes. */
export function push(
  context: PushRouteContext,
  kind: keyof typeof PUSHES,
): RequestHandler {
  return async (request, response) => {
    const { credentials } = await readRequest(request, context.httpAuth);
    response.json(
      await audited(context, kind, request, () =>
        callerOf(context, credentials),
      ),
    );
  };
}

/** Takes what a caller signed. */
export function pushSigned(
  context: PushRouteContext,
  kind: keyof typeof PUSHES,
): RequestHandler {
  return async (request, response) => {
    response.json(
      await audited(context, kind, request, async () =>
        context.signed.signerOf(request),
      ),
    );
  };
}

async function audited(
  { auditor, receiver }: PushRouteContext,
  kind: keyof typeof PUSHES,
  request: Request,
  identify: () => Promise<PushCaller>,
): Promise<PushResult> {
  const event = await auditor.createEvent({
    eventId: 'evidence-push',
    severityLevel: 'low',
    request,
    meta: { kind },
  });
  try {
    const caller = await identify();
    if (!receiver) {
      throw new NotAllowedError('readiness.push.callers names nobody');
    }
    const result = await PUSHES[kind](receiver, caller, request);
    await event.success({ meta: { caller: caller.name, ...result } });
    return result;
  } catch (error) {
    await event.fail({ error: toError(error) });
    throw error;
  }
}

async function callerOf(
  { callers, permissions }: PushRouteContext,
  credentials: BackstageCredentials,
): Promise<PushCaller> {
  const [{ result }] = await permissions.authorize(
    [{ permission: readinessEvidencePushPermission }],
    { credentials },
  );
  if (result !== AuthorizeResult.ALLOW) {
    throw new NotAllowedError('You may not push evidence');
  }
  const subject = subjectOf(credentials);
  const caller = callers.find(known => known.subject === subject);
  if (!subject || !caller) {
    throw new NotAllowedError(
      `"${subject}" is none of the subjects of readiness.push.callers`,
    );
  }
  return caller;
}

function subjectOf({ principal }: BackstageCredentials): string | undefined {
  if (typeof principal !== 'object' || principal === null) {
    return undefined;
  }
  if ('subject' in principal && typeof principal.subject === 'string') {
    return principal.subject;
  }
  return 'userEntityRef' in principal &&
    typeof principal.userEntityRef === 'string'
    ? principal.userEntityRef
    : undefined;
}
