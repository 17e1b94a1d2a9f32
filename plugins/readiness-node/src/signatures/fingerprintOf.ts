import { createHash } from 'node:crypto';

const PREFIX = 'sha256:';

/**
 * The fingerprint of a secret that two sides have to compare and nobody may
 * keep: SHA-256 in hexadecimal, with `sha256:` before it. What is a fingerprint
 * already stays as it is.
 *
 * @public
 */
export function fingerprintOf(secret: string): string {
  return secret.startsWith(PREFIX)
    ? secret
    : `${PREFIX}${createHash('sha256').update(secret).digest('hex')}`;
}
