import {
  createCipheriv,
  createDecipheriv,
  hkdfSync,
  randomBytes,
} from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';

const SALT_BYTES = 16;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const CIPHER = 'aes-256-gcm';
const PURPOSE = 'airworthy listing progress';

function keyOf(secret: string, salt: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, PURPOSE, 32));
}

/**
 * Compresses and encrypts a text under a secret, as base64. What a cluster holds
 * is stored so: whoever can read it has the token to ask the cluster itself.
 */
export async function sealText(text: string, secret: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, keyOf(secret, salt), nonce);
  const packed = await promisify(gzip)(text);
  return Buffer.concat([
    salt,
    nonce,
    cipher.update(packed),
    cipher.final(),
    cipher.getAuthTag(),
  ]).toString('base64');
}

/** The text that was sealed; undefined under another secret, or where it was changed. */
export async function unsealText(
  sealed: string,
  secret: string,
): Promise<string | undefined> {
  const bytes = Buffer.from(sealed, 'base64');
  const salt = bytes.subarray(0, SALT_BYTES);
  const nonce = bytes.subarray(SALT_BYTES, SALT_BYTES + NONCE_BYTES);
  const body = bytes.subarray(
    SALT_BYTES + NONCE_BYTES,
    bytes.length - TAG_BYTES,
  );
  try {
    const decipher = createDecipheriv(CIPHER, keyOf(secret, salt), nonce);
    decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES));
    const packed = Buffer.concat([decipher.update(body), decipher.final()]);
    return (await promisify(gunzip)(packed)).toString('utf8');
  } catch {
    return undefined;
  }
}
