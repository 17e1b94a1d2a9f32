import type { AuditorService } from '@backstage/backend-plugin-api';
import { AuthenticationError } from '@backstage/errors';
import type { RequestValidator } from '@backstage/plugin-events-node';
import { verifySignature } from './verifySignature';

/** @see createSignatureValidator */
export interface SignatureValidatorOptions {
  /** Names the vendor in words and audit events, such as `GitHub`. */
  vendor: string;
  /** In lower case, such as `x-hub-signature-256`. */
  header: string;
  /** Before each signature, such as `sha256=`. */
  prefix: string;
  /** Any of them may have signed. */
  secrets: readonly string[];
  auditor: AuditorService;
}

/**
 * A validator for an ingress of the events plugin: lets pass what one of the
 * secrets signed by HMAC-SHA256. Anything else gets 401 and an audit event. A
 * header may hold several signatures, joined by a comma.
 *
 * @public
 */
export function createSignatureValidator(
  options: SignatureValidatorOptions,
): RequestValidator {
  const { vendor, header, prefix, secrets, auditor } = options;
  return async (request, context) => {
    const signed = [request.headers[header] ?? '']
      .flat()
      .flatMap(value => value.split(','))
      .map(value => value.trim())
      .filter(value => value.startsWith(prefix))
      .some(value =>
        verifySignature({
          body: request.raw.body,
          signature: value.slice(prefix.length),
          secrets,
        }),
      );
    if (signed) {
      return;
    }
    const error = new AuthenticationError(
      `The signature of ${vendor} is not valid: ${header} has to hold "${prefix}" and the HMAC-SHA256 of the body, with a configured secret`,
    );
    const event = await auditor.createEvent({
      eventId: 'webhook-signature',
      severityLevel: 'medium',
      meta: { vendor },
    });
    await event.fail({ error });
    context.reject({
      status: 401,
      payload: { error: { name: error.name, message: error.message } },
    });
  };
}
