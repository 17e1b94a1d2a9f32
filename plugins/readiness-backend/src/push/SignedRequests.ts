import type { IncomingMessage } from 'node:http';
import type { AuditorService } from '@backstage/backend-plugin-api';
import { AuthenticationError } from '@backstage/errors';
import { verifySignature } from '@airworthy/plugin-readiness-node';
import type { Request, RequestHandler } from 'express';
import type { PushCaller } from './types';

/** Routes below it are signed, and need no token. */
export const SIGNED_PATH = '/webhooks';

const HEADER = 'x-airworthy-signature';
const PREFIX = 'sha256=';

/** Knows which caller signed a request. */
export class SignedRequests {
  readonly #callers: readonly PushCaller[];
  readonly #auditor: AuditorService;
  readonly #bodies = new WeakMap<IncomingMessage, Buffer>();
  readonly #signers = new WeakMap<Request, PushCaller>();

  constructor(options: {
    callers: readonly PushCaller[];
    auditor: AuditorService;
  }) {
    this.#callers = options.callers.filter(({ secret }) => secret);
    this.#auditor = options.auditor;
  }

  /**
   * Keeps the body as it came, for the parser to call: what is signed are bytes,
   * not what they mean.
   */
  keepBody(request: IncomingMessage, body: Buffer): void {
    this.#bodies.set(request, body);
  }

  /** Lets pass what is signed, before anything else looks at it. */
  verify(): RequestHandler {
    return async (request, _response, next) => {
      if (!request.path.startsWith(`${SIGNED_PATH}/`)) {
        next();
        return;
      }
      const caller = this.#verified(request);
      if (!caller) {
        const error = new AuthenticationError(
          `The signature is not valid: ${HEADER} has to be "${PREFIX}" and the HMAC-SHA256 of the body, with a secret of readiness.push.callers`,
        );
        const event = await this.#auditor.createEvent({
          eventId: 'push-signature',
          severityLevel: 'medium',
          request,
          meta: { path: request.path },
        });
        await event.fail({ error });
        next(error);
        return;
      }
      this.#signers.set(request, caller);
      next();
    };
  }

  /** @throws AuthenticationError where nobody did */
  signerOf(request: Request): PushCaller {
    const caller = this.#signers.get(request);
    if (!caller) {
      throw new AuthenticationError('The request is not signed');
    }
    return caller;
  }

  #verified(request: Request): PushCaller | undefined {
    const header = request.headers[HEADER];
    const body = this.#bodies.get(request);
    if (typeof header !== 'string' || !header.startsWith(PREFIX) || !body) {
      return undefined;
    }
    const secret = verifySignature({
      body,
      signature: header.slice(PREFIX.length),
      secrets: this.#callers.flatMap(caller => caller.secret ?? []),
    });
    return secret === undefined
      ? undefined
      : this.#callers.find(caller => caller.secret === secret);
  }
}
