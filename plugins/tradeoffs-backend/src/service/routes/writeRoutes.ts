import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, NotAllowedError, toError } from '@backstage/errors';
import type { Request, RequestHandler, Router } from 'express';
import {
  editRecord,
  type RecordDetail,
  type TradeoffRecord,
} from '@airworthy/plugin-tradeoffs-common';
import type { FoundRecord } from '../../records/RecordStore';
import {
  RecordConflictError,
  requireAcceptable,
  statusEdit,
  type Authority,
  type RecordChange,
} from '../../records/RecordEditor';
import { readRequest, type ApiRequest } from '../answer';
import type { RouterContext } from '../RouterContext';

/** Operations that change one record. */
type ChangeOperation =
  | 'updateRecord'
  | 'setRecordStatus'
  | 'reviewRecord'
  | 'confirmAcceptances'
  | 'proposeRecord';

/** Statuses to move to which is for those who may accept. */
const DECIDED = ['accepted', 'deprecated', 'superseded'];

/** Writing, accepting, reviewing, confirming and proposing. */
export function addWriteRoutes(router: Router, context: RouterContext): void {
  const { access, editor, proposals, reader, now } = context;

  router.post('/records', createRecord(context));

  router.put(
    '/records/:id',
    change<'updateRecord'>(context, 'record-update', {
      async run({ credentials, body }, found, by) {
        await access.requireEdit(credentials, found);
        const content = body.content;
        await editor.change({
          ...changeOf(found, body.revision, by, 'edited'),
          apply: () => content,
          authorise: async (before, after) =>
            authoriseText(context, credentials, found, before, after),
        });
      },
    }),
  );

  router.post(
    '/records/:id/status',
    change<'setRecordStatus'>(context, 'record-status', {
      async run({ credentials, body }, found, by) {
        const { status, supersededBy } = body;
        const decides = DECIDED.includes(status);
        await (decides
          ? access.requireAccept(credentials, found)
          : access.requireEdit(credentials, found));
        const successor =
          supersededBy === undefined
            ? undefined
            : (await access.find(credentials, supersededBy)).found;
        if (status === 'superseded' && !successor) {
          throw new InputError(
            'Name the record that takes its place in `supersededBy`',
          );
        }
        await editor.change({
          ...changeOf(found, body.revision, by, 'status'),
          apply: text =>
            editRecord(text, { edits: [statusEdit(status, successor?.name)] }),
          authorise: async (_, after) => {
            if (status === 'accepted') {
              requireAcceptable(after);
            }
            return { confirms: status === 'accepted' };
          },
        });
      },
      severity: 'medium',
    }),
  );

  router.post(
    '/records/:id/review',
    change<'reviewRecord'>(context, 'record-review', {
      async run({ credentials, body }, found, by) {
        await access.requireAccept(credentials, found);
        const today = new Date(now()).toISOString().slice(0, 10);
        await editor.change({
          ...changeOf(found, body.revision, by, 'reviewed'),
          apply: text =>
            editRecord(text, {
              edits: [{ path: ['last_reviewed_on'], value: today }],
            }),
          authorise: async () => ({ confirms: true }),
        });
      },
    }),
  );

  router.post(
    '/records/:id/acceptances/confirm',
    change<'confirmAcceptances'>(context, 'acceptances-confirm', {
      async run({ credentials, body }, found, by) {
        await access.requireAccept(credentials, found);
        if (found.status !== 'accepted') {
          throw new InputError(
            `${found.name} is ${found.status}: only what an accepted record accepts can be confirmed`,
          );
        }
        if (found.pending !== null) {
          throw new InputError(
            `The portal holds a newer text of ${found.name} than its file: propose it first, what counts is the file`,
          );
        }
        await editor.change({
          ...changeOf(found, body.revision, by, 'confirmed'),
          apply: text => text,
          authorise: async () => ({ confirms: true }),
        });
      },
      severity: 'medium',
    }),
  );

  router.post(
    '/records/:id/propose',
    audited(context, 'record-propose', 'low', async request => {
      const { credentials, path, body } = await readRequest<'proposeRecord'>(
        request,
        context.httpAuth,
        'users',
      );
      const { found } = await access.find(credentials, path.id);
      await access.requireEdit(credentials, found);
      if (found.revision !== body.revision) {
        throw new RecordConflictError({
          content: found.pending ?? found.content,
          revision: found.revision,
        });
      }
      const by = await authorOf(context, credentials);
      const url = await proposals.propose(found, by);
      await editor.proposed(found.id, url);
      return { status: 200, body: { url }, meta: { id: found.id, url } };
    }),
  );

  function change<TOperation extends Exclude<ChangeOperation, 'proposeRecord'>>(
    routerContext: RouterContext,
    eventId: string,
    operation: {
      run(
        request: ApiRequest<TOperation>,
        found: FoundRecord,
        by: string,
      ): Promise<void>;
      severity?: 'low' | 'medium';
    },
  ): RequestHandler {
    return audited(
      routerContext,
      eventId,
      operation.severity ?? 'low',
      async request => {
        const read = await readRequest<TOperation>(
          request,
          routerContext.httpAuth,
          'users',
        );
        const { id } = request.params;
        const { found } = await access.find(read.credentials, id);
        const by = await authorOf(routerContext, read.credentials);
        await operation.run(read, found, by);
        const body: RecordDetail = await reader.read(read.credentials, id);
        return {
          status: 200,
          body,
          meta: { id, revision: body.revision, status: body.status },
        };
      },
    );
  }
}

function createRecord(context: RouterContext): RequestHandler {
  const { access, editor, reader } = context;
  return audited(context, 'record-create', 'low', async request => {
    const { credentials, body } = await readRequest<'createRecord'>(
      request,
      context.httpAuth,
      'users',
    );
    const entityRef = readRef(body.entityRef);
    if (!(await access.canCreateFor(credentials, entityRef))) {
      throw new NotAllowedError(
        `You may not record a tradeoff of ${entityRef}`,
      );
    }
    const by = await authorOf(context, credentials);
    const own = await access.ownRefs(credentials);
    const id = await editor.create({
      entityRef,
      content: body.content,
      by,
      authorise: async record => {
        const accepts = record.status === 'accepted';
        if (accepts) {
          await requireMaker(context, entityRef, record, own);
          requireAcceptable(record);
        }
        return { confirms: accepts };
      },
    });
    return {
      status: 201,
      body: await reader.read(credentials, id),
      meta: { id, entityRef },
    };
  });
}

/**
 * A text that accepts itself is as much as the button that does, and one that
 * is about another entity is a new record of that one.
 */
async function authoriseText(
  context: RouterContext,
  credentials: ApiRequest<'updateRecord'>['credentials'],
  found: FoundRecord,
  before: TradeoffRecord | undefined,
  after: TradeoffRecord,
): Promise<Authority> {
  if (found.origin === 'git') {
    // The file decides, and who may change that is the host's matter.
    return { confirms: false };
  }
  const [first] = after.entityRefs;
  if (
    first !== undefined &&
    first !== found.own_ref &&
    !(await context.access.canCreateFor(credentials, first))
  ) {
    throw new NotAllowedError(`You may not record a tradeoff of ${first}`);
  }
  if (after.status === before?.status || !DECIDED.includes(after.status)) {
    return { confirms: false };
  }
  await context.access.requireAccept(credentials, found);
  if (after.status === 'accepted') {
    requireAcceptable(after);
  }
  return { confirms: after.status === 'accepted' };
}

/** @throws NotAllowedError where nobody of the caller's decides */
async function requireMaker(
  context: RouterContext,
  entityRef: string,
  record: TradeoffRecord,
  own: readonly string[],
): Promise<void> {
  const owner = await context.store.ownerOf(entityRef);
  if (!own.some(ref => ref === owner || record.decisionMakers.includes(ref))) {
    throw new NotAllowedError(
      `Only a decision maker or the owner of ${entityRef} may accept a record: save it as proposed`,
    );
  }
}

function changeOf(
  found: FoundRecord,
  revision: number,
  by: string,
  kind: RecordChange['change'],
) {
  return { id: found.id, revision, by, change: kind };
}

async function authorOf(
  context: RouterContext,
  credentials: ApiRequest<'updateRecord'>['credentials'],
): Promise<string> {
  if (!context.auth.isPrincipal(credentials, 'user')) {
    throw new NotAllowedError('Records are written by people');
  }
  return credentials.principal.userEntityRef;
}

/** @throws InputError where it is no entity reference */
function readRef(text: string): string {
  try {
    return stringifyEntityRef(parseEntityRef(text));
  } catch {
    throw new InputError(
      `\`entityRef\` is no entity reference: write component:default/name`,
    );
  }
}

interface Outcome {
  status: number;
  body: object;
  /** For the audit log. */
  meta: { id: string; [key: string]: string | number | undefined };
}

/** Puts who did what on record, and answers a conflict with both texts. */
function audited(
  context: RouterContext,
  eventId: string,
  severityLevel: 'low' | 'medium',
  handle: (request: Request) => Promise<Outcome>,
): RequestHandler {
  return async (request, response) => {
    const event = await context.auditor.createEvent({
      eventId,
      severityLevel,
      request,
      meta: { id: request.params.id ?? '' },
    });
    try {
      const { status, body, meta } = await handle(request);
      await event.success({ meta: JSON.parse(JSON.stringify(meta)) });
      response.status(status).json(body);
    } catch (error) {
      await event.fail({ error: toError(error) });
      if (error instanceof RecordConflictError) {
        response.status(409).json({
          error: { name: error.name, message: error.message },
          request: { method: request.method, url: request.url },
          response: { statusCode: 409 },
          current: error.current,
        });
        return;
      }
      throw error;
    }
  };
}
