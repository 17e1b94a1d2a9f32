import { createHmac, timingSafeEqual } from 'node:crypto';

/** @see verifySignature */
export interface SignedBody {
  /** The body as it came, before anything read it. */
  body: Buffer;
  /** Hexadecimal, as a header bore it; without a prefix such as `sha256=`. */
  signature: string | undefined;
  /** Any of them may have signed, so that a secret can be changed. */
  secrets: readonly string[];
}

/**
 * Whether one of the secrets signed the body, by HMAC-SHA256. Takes the same
 * time whichever byte differs.
 *
 * @returns the secret that signed, or nothing
 * @public
 */
export function verifySignature(options: SignedBody): string | undefined {
  const { body, signature, secrets } = options;
  if (!signature || !/^[0-9a-f]{64}$/i.test(signature)) {
    return undefined;
  }
  const given = Buffer.from(signature, 'hex');
  let signedBy: string | undefined;
  for (const secret of secrets) {
    const own = createHmac('sha256', secret).update(body).digest();
    if (timingSafeEqual(own, given) && secret !== '') {
      signedBy = secret;
    }
  }
  return signedBy;
}
