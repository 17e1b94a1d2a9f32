import type { AuditorService } from '@backstage/backend-plugin-api';
import { AuthenticationError, InputError } from '@backstage/errors';
import { verifySignature } from '@airworthy/plugin-readiness-node';
import express, { type Request, type RequestHandler } from 'express';
import type { PushCaller } from './types';

/** Routes below it are signed, and need no token. */
export const SIGNED_PATH = '/webhooks';

const HEADER = 'x-airworthy-signature';
const PREFIX = 'sha256=';

/** Knows which caller signed a request. */
export class SignedRequests {
  readonly #callers: readonly PushCaller[];
  readonly #auditor: AuditorService;
  readonly #signers = new WeakMap<Request, PushCaller>();

  constructor(options: {
    callers: readonly PushCaller[];
    auditor: AuditorService;
  }) {
    this.#callers = options.callers.filter(({ secret }) => secret);
    this.#auditor = options.auditor;
  }

  /**
   * Lets pass what is signed, before anything else looks at it: what is signed
   * are bytes, so that they are parsed only afterwards.
   *
   * @param limit - of a body, such as `1mb`
   */
  middleware(limit: string): RequestHandler[] {
    return [
      express.raw({ type: () => true, limit }),
      (request, _response, next) => {
        this.#admit(request).then(() => next(), next);
      },
    ];
  }

  /** @throws AuthenticationError where nobody did */
  signerOf(request: Request): PushCaller {
    const caller = this.#signers.get(request);
    if (!caller) {
      throw new AuthenticationError('The request is not signed');
    }
    return caller;
  }

  async #admit(request: Request): Promise<void> {
    const body: Buffer = Buffer.isBuffer(request.body)
      ? request.body
      : Buffer.alloc(0);
    const caller = this.#signerOfBody(request, body);
    if (!caller) {
      const error = new AuthenticationError(
        `The signature is not valid: ${HEADER} has to be "${PREFIX}" and the HMAC-SHA256 of the body, with a secret of readiness.push.callers`,
      );
      await this.#tellAuditor(request, error);
      throw error;
    }
    this.#signers.set(request, caller);
    try {
      request.body = JSON.parse(body.toString('utf8'));
    } catch (cause) {
      throw new InputError('The body is no JSON', cause);
    }
  }

  async #tellAuditor(request: Request, error: Error): Promise<void> {
    const options = {
      eventId: 'push-signature',
      severityLevel: 'medium',
      meta: { path: `${SIGNED_PATH}${request.path}` },
    } as const;
    const event = await this.#auditor
      .createEvent({ ...options, request })
      // Nobody escapes the record by sending a token that cannot be read.
      .catch(() => this.#auditor.createEvent(options));
    await event.fail({ error });
  }

  #signerOfBody(request: Request, body: Buffer): PushCaller | undefined {
    const header = request.headers[HEADER];
    if (typeof header !== 'string' || !header.startsWith(PREFIX)) {
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
